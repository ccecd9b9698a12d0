import type { Problem } from '@ml-emissions/calculator';
import { exact } from './format.ts';
import { calculate } from './words.ts';

const QUOTED = 60;
const LONG_NUMBER = /\d{5,}/g;

/**
 * A problem as the page says it, without names from files.
 *
 * @param problem of a field
 * @param name of the field on the page
 */
export function problemText(problem: Problem, name: string): string {
  const { code, value, expected, suggestions, message } = problem;
  const { problems, fields } = calculate();
  const label = (fields as Partial<Record<string, string>>)[name] ?? name;
  const text = value === undefined || value === null ? '' : String(value).trim();
  if (code === 'missing' || text === '') {
    return (problems.ask as Partial<Record<string, string>>)[name] ?? problems.askFor(label);
  }
  const short = text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
  const of = problems.of[code];
  const said = of
    ? of(short, message)
    : code.startsWith('ambiguous')
      ? problems.ambiguous(short)
      : code.startsWith('unknown')
        ? problems.unknown(short)
        : problems.misfit(
            short,
            expected.replaceAll(LONG_NUMBER, (digits) => exact(Number(digits))),
          );
  return suggestions.length > 0 ? `${said} ${problems.perhaps(suggestions.join(', '))}` : said;
}
