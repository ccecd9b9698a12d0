import type { RateRow, RateTerm } from './rate-row.ts';

/**
 * The rates of a shape if some of what is unsure were known to be what it is taken for.
 *
 * @param row of `ratesOf`
 * @param isSettled of an unknown's key
 * @returns the same figures with a range from what is left
 * Errors: none.
 */
export function settled(row: RateRow, isSettled: (key: string) => boolean): RateRow {
  const without = (keys: readonly string[], logs: readonly number[]) =>
    logs.map((log, at) => (isSettled(keys[at] as string) ? 0 : log));
  const settledTerm = (term: RateTerm): RateTerm => ({
    ...term,
    logs: without(term.keys, term.logs),
    ...(term.ups ? { ups: without(term.keys, term.ups) } : {}),
  });
  const figures = Object.entries(row.figures).map(([name, rates]) => [
    name,
    { ...rates, terms: rates.terms.map(settledTerm) },
  ]);
  return { ...row, figures: Object.fromEntries(figures) };
}
