import type { RateRow, RateTerm } from './rate-row.ts';

/** The unknown that the hours of the day are. */
const KEY = 'hours of the day';

/**
 * The rates of runs whose hours of the day have another intensity than their year: what rests on the grid changes with
 * it, and what was made stays.
 *
 * @param row of `ratesOf`
 * @param ratio intensity of these hours / that of the year
 * @param log of its geometric standard deviation, one unknown for all that have it; 0 where it is not asked for
 * Errors: none.
 */
export function atHours(row: RateRow, ratio: number, log = 0): RateRow {
  if (ratio === 1 && log === 0) return row;
  const { key } = row.intensity;
  const termAt = (term: RateTerm): RateTerm => {
    if (!term.keys.includes(key)) return term;
    const scaled = { ...term, coefficient: term.coefficient * ratio };
    if (log === 0) return scaled;
    return {
      ...scaled,
      keys: [...term.keys, KEY],
      logs: [...term.logs, log],
      ...(term.ups ? { ups: [...term.ups, log] } : {}),
    };
  };
  const figures = Object.entries(row.figures).map(([name, rates]) => [
    name,
    { ...rates, terms: rates.terms.map(termAt) },
  ]);
  return { ...row, figures: Object.fromEntries(figures) };
}
