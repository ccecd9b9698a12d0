import type { Slower } from './limit-time.ts';
import type { RateRow, RateTerm } from './rate-row.ts';

const HOURS = '/hours';

/**
 * The rates of work that takes longer than the hours that are told.
 *
 * @param row of `ratesOf`
 * @param slower how much longer, each an unknown of its own
 * @returns rates for the hours as they are told
 * Errors: none.
 */
export function slowed(row: RateRow, slower: readonly Slower[]): RateRow {
  if (slower.length === 0) return row;
  const keys = slower.map(({ key }) => key);
  const logs = slower.map(({ log }) => log);
  const scale = slower.reduce((product, one) => product * one.scale, 1);
  const slowedTerm = (term: RateTerm): RateTerm =>
    term.quantities.includes(HOURS)
      ? {
          ...term,
          coefficient: term.coefficient * scale,
          keys: [...term.keys, ...keys],
          logs: [...term.logs, ...logs],
          ...(term.ups ? { ups: [...term.ups, ...logs] } : {}),
        }
      : term;
  const figures = Object.entries(row.figures).map(([name, rates]) => [
    name,
    { ...rates, terms: rates.terms.map(slowedTerm) },
  ]);
  return { ...row, figures: Object.fromEntries(figures) };
}
