/**
 * The row of the newest year that is not after the run's; where every row is later, the earliest.
 * Source: GHG Protocol Scope 2 Guidance (2015), data hierarchy: the most recent factor for the period.
 *
 * @param rows candidates with their year (null = not dated)
 * @param year the run's year; null = now
 * @returns the row, or undefined where there is none
 */
export function newestFor<Item extends { readonly year: number | null }>(
  rows: readonly Item[],
  year: number | null,
): Item | undefined {
  let best: Item | undefined;
  for (const row of rows) if (!best || isBetter(row, best, year)) best = row;
  return best;
}

function isBetter(
  row: { readonly year: number | null },
  best: { readonly year: number | null },
  year: number | null,
): boolean {
  const a = row.year ?? 0;
  const b = best.year ?? 0;
  if (year === null) return a > b;
  const aLate = a > year;
  const bLate = b > year;
  if (aLate !== bLate) return bLate;
  return aLate ? a < b : a > b;
}
