import type { FigureRates, RateRow, RateTerm } from '@ml-emissions/rates';

/**
 * What makes rows of rates share the lists of texts that are the same in them: of 100,000 shapes most unknowns are those
 * of others.
 *
 * @returns a function of a row: an equal row
 */
export function createSharing(): (row: RateRow) => RateRow {
  const known = new Map<string, readonly string[]>();
  const shared = (list: readonly string[]): readonly string[] => {
    const name = list.join('\n');
    const before = known.get(name);
    if (before) return before;
    known.set(name, list);
    return list;
  };
  const termOf = (term: RateTerm): RateTerm => ({
    ...term,
    quantities: shared(term.quantities),
    keys: shared(term.keys),
  });
  const figureOf = ([name, rates]: [string, FigureRates]) => [
    name,
    { ...rates, terms: rates.terms.map(termOf) },
  ];
  return (row) => ({
    ...row,
    figures: Object.fromEntries(Object.entries(row.figures).map(figureOf)),
  });
}
