import type { Problem, ProblemCode, Ranged } from '@ml-emissions/model';
import type { BaseIssue } from 'valibot';
import { expectedOf, isAmount, type Row, type Rows } from './fields/row.ts';
import { lastDayBefore } from './leaf-schemas.ts';
import { splitRange } from './number-text.ts';
import { meantBy } from './quantity-text.ts';
import { quotable, quoted } from './quote.ts';

/** A JSON Pointer (RFC 6901) from its parts. */
export function pointer(parts: readonly (string | number)[]): string {
  return parts
    .map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/** A problem from its parts; the message is made of them. */
export function problem(
  code: ProblemCode,
  field: string,
  value: unknown,
  say: {
    readonly message: string;
    readonly expected: string;
    readonly suggestions?: readonly string[];
  },
): Problem {
  const { message, expected, suggestions = [] } = say;
  return { code, field, value: quotable(value), message, expected, suggestions };
}

const TOO_LONG = new Set(['max_length']);
const RANGE = new Set([
  'min_value',
  'max_value',
  'gt_value',
  'finite',
  'integer',
  'picklist',
  'literal',
  'min_length',
  'non_empty',
]);

function codeOf(issue: BaseIssue<unknown>): ProblemCode {
  if (issue.input === undefined && issue.kind === 'schema') return 'missing';
  if (issue.type === 'picklist' || issue.type === 'literal') return 'unknown-value';
  if (TOO_LONG.has(issue.type)) return 'too-long';
  if (issue.type === 'raw_check') return 'out-of-range';
  if (issue.type === 'check')
    return issue.message.startsWith('text') ? 'control-character' : 'wrong-type';
  if (typeof issue.input === 'number' && !Number.isFinite(issue.input)) return 'out-of-range';
  if (RANGE.has(issue.type)) return 'out-of-range';
  return 'wrong-type';
}

/**
 * One issue of a schema -> a problem in the words of the contract.
 *
 * @param rows that the schema was made from
 */
export function toProblem(issue: BaseIssue<unknown>, rows: Rows): Problem {
  const parts = issue.path?.map((item) => item.key as string | number) ?? [];
  const field = pointer(parts);
  const name = parts.findLast((part) => typeof part === 'string') ?? 'the run';
  const code = codeOf(issue);
  if (code === 'missing') {
    const row = rows[field.replace(/\/\d+/g, '/*')];
    const expected = row ? expectedOf(row) : issue.message;
    return problem(code, field, null, {
      message: `${name} is missing; expected ${expected}`,
      expected,
    });
  }
  const expected = issue.message;
  const row = rows[field.replace(/\/\d+/g, '/*')];
  const { suggestions, hint } = row ? meantInstead(issue.input, row) : NOTHING;
  const rest = [
    ...(hint === '' ? [] : [hint]),
    ...(suggestions.length > 0 ? [`did you mean ${suggestions.join(' or ')}?`] : []),
  ]
    .map((one) => `; ${one}`)
    .join('');
  return problem(code, field, issue.input, {
    message: `${name} cannot be ${quoted(issue.input)}; expected ${expected}${rest}`,
    expected,
    suggestions,
  });
}

/** What to write instead of a value, and why. */
interface Meant {
  readonly suggestions: readonly string[];
  readonly hint: string;
}

const NOTHING: Meant = { suggestions: [], hint: '' };

function meantInstead(input: unknown, row: Row): Meant {
  if (row.kind === 'instant') return meantDay(input);
  if (!('to' in row)) return NOTHING;
  const range = isAmount(row) ? null : middleOf(input);
  if (range !== null) {
    const hint =
      'no figure carries a range of it: give one number, and estimate again with each end to see what they make';
    return { suggestions: [String(range)], hint };
  }
  return typeof input === 'string' ? meantBy(input, row) : NOTHING;
}

/** The middle of `{ value, low, high }` or `2..3..4`; null of anything else. */
function middleOf(input: unknown): unknown {
  if (typeof input === 'string') return splitRange(input)?.value ?? null;
  return (input as Partial<Ranged> | null)?.value ?? null;
}

/** `2024-02-30` -> the last day of that month. */
function meantDay(input: unknown): Meant {
  const meant = typeof input === 'string' ? lastDayBefore(input) : null;
  return meant === null ? NOTHING : { suggestions: [meant], hint: 'there is no such day' };
}
