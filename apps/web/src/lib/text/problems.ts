import type { Problem } from '@ml-emissions/calculator';
import { isMissing } from '../state/missing.ts';
import { expectedOf } from './expected.ts';
import { calculate } from './words.ts';

const QUOTED = 60;

const TOO_LARGE = '∞';

/** A value as somebody has typed it: a range as `low..value..high`. */
function asTyped(value: unknown): string {
  if (value === undefined || value === null) return '';
  // The schema quotes 1e999 so.
  if (/^-?Infinity$/.test(String(value))) return TOO_LARGE;
  if (typeof value !== 'object') return String(value).trim();
  const { low, value: middle, high } = value as Readonly<Record<string, unknown>>;
  const range = [low, middle, high];
  if (range.every((one) => one !== undefined)) return range.map(asTyped).join('..');
  // A name in parts, such as provider and region; what else a file may hold has no name.
  const parts = Object.values(value);
  return parts.every((part) => typeof part === 'string') ? parts.join(' ') : '';
}

/** The words of what is wrong. */
export type ProblemWords = typeof import('./en/problems.ts').words;

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
 * @param problems words of the page's language
 */
export function problemParts(problem: Problem, name: string, problems: ProblemWords): Parts {
  const { code, value, suggestions, message } = problem;
  const { fields } = calculate();
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
  const ask = (problems.ask as Partial<Record<string, string>>)[name];
  const fits = expectedOf(problem, problems);
  const said = problems.misfit(short, fits);
  return { said: fits || !ask ? said : `${said} ${ask}`, suggestions };
}

/** The same in one text. */
export function problemText(problem: Problem, name: string, problems: ProblemWords): string {
  const { said, suggestions } = problemParts(problem, name, problems);
  return suggestions.length > 0 ? `${said} ${problems.perhaps(suggestions.join(', '))}` : said;
}
