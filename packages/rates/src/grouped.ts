import {
  type Apart,
  changeOf,
  type Figure,
  type Member,
  type Monomial,
  nearlyMerged,
  pooled,
  type Quantity,
  summed,
  upsOf,
} from '@ml-emissions/model';
import type { RateRow, RateTerm } from './rate-row.ts';

/** Sums over runs of one shape whose grid is as unsure in each: by product, in the order of `RunSums.products`. */
export interface AlikeSums {
  readonly sums: readonly number[];
  /** The same, each run's part times the log of its grid's deviation below and above the median; null = not known. */
  readonly down: readonly number[] | null;
  readonly up: readonly number[] | null;
}

/** Many runs of one shape and model as sums over them, as a GROUP BY gives them. */
export interface RunSums {
  readonly row: RateRow;
  /** Runs of one model have the same. */
  readonly model: string;
  /** What is summed: `productOf` of terms of the row. */
  readonly products: readonly string[];
  readonly alike: readonly AlikeSums[];
  /** Sums over all of the runs of each product times each, row by row. */
  readonly squares: readonly number[];
}

/**
 * The product of quantities that a term is in proportion to, for runs that are counted once each.
 *
 * @returns JSON Pointers with spaces between them
 */
export const productOf = ({ quantities }: Pick<RateTerm, 'quantities'>): string =>
  quantities.filter((pointer) => pointer !== '/repeats').join(' ');

/**
 * A figure of many runs together, from sums over them: what a project of these runs has.
 *
 * A figure is linear in products of quantities, what averages out from run to run follows from the squares of the runs'
 * parts, and runs whose grids are nearly as unsure count as one in a project too.
 *
 * Source: docs/method.md, section 6; `pooled`.
 *
 * @param groups one for each shape and model
 * @param figure which
 * @returns with its 90 % range where that of every run is known; null where no run has the figure
 * Errors: throws where a product that a row reads was not summed.
 */
export function figureOfGroups(groups: readonly RunSums[], figure: Figure): Quantity | null {
  const { value, sum } = wholeOf(groups, figure);
  if (value === null) return null;
  return sum ? summed(value, sum) : { value };
}

/**
 * The middle figure of runs alone, without what ranges take.
 *
 * @param groups as for `figureOfGroups`
 * @returns 0 where nothing has the figure
 * Errors: throws where a product that a row reads was not summed.
 */
export const valueOfGroups = (groups: readonly RunSums[], figure: Figure): number =>
  groups.reduce(
    (sum, group) => (group.row.figures[figure] ? sum + figureValue(group, figure) : sum),
    0,
  );

/**
 * How the same work compares that is done in another way: what both share moves both and cancels.
 *
 * @param there as for `figureOfGroups`, as it would be
 * @param here the same as it is
 * @param figure which
 * @returns there / here with its 90 % range where that of every run is known; null where there is nothing to divide by
 * Errors: throws where a product that a row reads was not summed.
 * Source: `changeOf`.
 */
export function ratioOfGroups(
  there: readonly RunSums[],
  here: readonly RunSums[],
  figure: Figure,
): Quantity | null {
  const above = wholeOf(there, figure);
  const below = wholeOf(here, figure);
  if (above.value === null || below.value === null || !(below.value > 0)) return null;
  if (!above.sum || !below.sum || !(above.value > 0)) return { value: above.value / below.value };
  return { ...changeOf(above.sum, below.sum), value: above.value / below.value };
}

/** A figure of all groups, and what it is a sum of; null where nothing has the figure, or a range is not known. */
function wholeOf(
  groups: readonly RunSums[],
  figure: Figure,
): { readonly value: number | null; readonly sum: readonly Monomial[] | null } {
  const having = groups.filter(({ row }) => row.figures[figure]);
  if (having.length === 0) return { value: null, sum: null };
  let value = 0;
  const members: (Member | null)[] = [];
  for (const group of having) {
    value += figureValue(group, figure);
    members.push(memberOf(group, figure));
  }
  const known = members.filter((member) => member !== null);
  return { value, sum: known.length < members.length ? null : nearlyMerged(pooled(known)) };
}

const termsOf = ({ row }: RunSums, figure: Figure): readonly RateTerm[] =>
  row.figures[figure]?.terms ?? [];

function placeOf({ products }: RunSums, term: RateTerm): number {
  const place = products.indexOf(productOf(term));
  if (place < 0) throw new Error(`figureOfGroups(): no sums of ${productOf(term)}`);
  return place;
}

function figureValue(group: RunSums, figure: Figure): number {
  let value = 0;
  for (const term of termsOf(group, figure)) {
    const place = placeOf(group, term);
    for (const { sums } of group.alike) value += term.coefficient * (sums[place] ?? 0);
  }
  return value;
}

/** The runs as one member of a pool; null where the range of any is not known. */
function memberOf(group: RunSums, figure: Figure): Member | null {
  const { row, model, alike } = group;
  const rates = row.figures[figure];
  if (!rates?.hasRange) return null;
  const { key } = rates.intensity ?? row.intensity;
  const holds = rates.terms.some(({ keys }) => keys.includes(key));
  if (holds && alike.some(({ down, up }) => down === null || up === null)) return null;
  const sum = rates.terms.flatMap((term) => {
    const place = placeOf(group, term);
    return alike.flatMap((some) => monomialOf(term, key, some, place) ?? []);
  });
  const apart = new Map<string, Apart>(Object.entries(row.apart));
  return { sum, model, apart, roots: rootsOf(group, rates.terms, apart) };
}

function monomialOf(
  term: RateTerm,
  intensity: string,
  { sums, down, up }: AlikeSums,
  place: number,
): Monomial | null {
  const sum = sums[place] ?? 0;
  const value = term.coefficient * sum;
  if (value === 0) return null;
  const { keys, logs } = term;
  const times = (own: readonly number[], grid: readonly number[] | null) =>
    own.map((log, index) => (keys[index] === intensity ? (log * (grid?.[place] ?? 0)) / sum : log));
  const below = times(logs, down);
  const above = times(upsOf(term), up);
  const isEven = below.every((log, index) => log === above[index]);
  return { value, keys, logs: below, ...(isEven ? {} : { ups: above }) };
}

/** By unknown, the root of the sum over runs of the square of the value in which it stands. */
function rootsOf(
  group: RunSums,
  terms: readonly RateTerm[],
  apart: ReadonlyMap<string, Apart>,
): ReadonlyMap<string, number> {
  const { products, squares } = group;
  const roots = new Map<string, number>();
  for (const key of apart.keys()) {
    const parts = products.map(() => 0);
    for (const term of terms) {
      const place = placeOf(group, term);
      if (term.keys.includes(key)) parts[place] = (parts[place] ?? 0) + term.coefficient;
    }
    let sum = 0;
    for (const [row, part] of parts.entries()) {
      for (const [column, other] of parts.entries())
        sum += part * other * (squares[row * products.length + column] ?? 0);
    }
    roots.set(key, Math.sqrt(sum));
  }
  return roots;
}
