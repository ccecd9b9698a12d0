import type { Problem, ProblemCode } from '@ml-emissions/model';
import type { BaseIssue } from 'valibot';
import { expectedOf, type Rows } from './fields/row.ts';
import { lastDayBefore } from './leaf-schemas.ts';
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
  const isText = typeof issue.input === 'string' && row !== undefined && 'to' in row;
  const { suggestions, hint } = isText
    ? meantBy(String(issue.input), row)
    : row?.kind === 'instant'
      ? meantDay(issue.input)
      : { suggestions: [], hint: '' };
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

/** `2024-02-30` -> the last day of that month. */
function meantDay(input: unknown): {
  readonly suggestions: readonly string[];
  readonly hint: string;
} {
  const meant = typeof input === 'string' ? lastDayBefore(input) : null;
  return meant === null
    ? { suggestions: [], hint: '' }
    : { suggestions: [meant], hint: 'there is no such day' };
}
