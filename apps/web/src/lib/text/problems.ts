import type { Problem } from '@ml-emissions/calculator';
import { isMissing } from '../state/missing.ts';
import { exact } from './format.ts';
import { calculate } from './words.ts';

const QUOTED = 60;
const LONG_NUMBER = /\d{5,}/g;

const TOO_LARGE = '∞';

/** A value as somebody has typed it: a range as `low..value..high`. */
function asTyped(value: unknown): string {
  if (value === undefined || value === null) return '';
  // The schema quotes 1e999 so.
  if (/^-?Infinity$/.test(String(value))) return TOO_LARGE;
  if (typeof value !== 'object') return String(value).trim();
  const { low, value: middle, high } = value as Readonly<Record<string, unknown>>;
  const isRange = [low, middle, high].every((one) => one !== undefined);
  if (isRange) return [low, middle, high].map(asTyped).join('..');
  // A place is written by its names.
  const parts = Object.values(value);
  const isNames = parts.every((part) => typeof part === 'string');
  return isNames ? parts.join(' ') : JSON.stringify(value);
}

/** A problem as the page says it, and what it may have meant. */
interface Parts {
  readonly said: string;
  readonly suggestions: readonly string[];
}

/**
 * A problem as the page says it, without names from files.
 *
 * @param problem of a field
 * @param name of the field on the page
 */
export function problemParts(problem: Problem, name: string): Parts {
  const { code, value, expected, suggestions, message } = problem;
  const { problems, fields } = calculate();
  const label = (fields as Partial<Record<string, string>>)[name] ?? name;
  const text = asTyped(value);
  if (isMissing(problem)) {
    const ask = (problems.ask as Partial<Record<string, string>>)[name];
    return { said: ask ?? problems.askFor(label), suggestions: [] };
  }
  if (text === TOO_LARGE) return { said: problems.tooLarge, suggestions: [] };
  const short = text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
  const of = problems.of[code];
  if (of) return { said: of(short, message), suggestions };
  if (code.startsWith('ambiguous')) return { said: problems.ambiguous(short), suggestions };
  if (code.startsWith('unknown')) return { said: problems.unknown(short), suggestions };
  // The contract writes ranges as a file does; here they are typed.
  if (expected.startsWith('{ value, low, high }'))
    return { said: problems.misfit(short, problems.rangeOrder), suggestions };
  const fits = expected.replaceAll(LONG_NUMBER, (digits) => exact(Number(digits)));
  return { said: problems.misfit(short, fits), suggestions };
}

/** The same in one text. */
export function problemText(problem: Problem, name: string): string {
  const { said, suggestions } = problemParts(problem, name);
  return suggestions.length > 0
    ? `${said} ${calculate().problems.perhaps(suggestions.join(', '))}`
    : said;
}
