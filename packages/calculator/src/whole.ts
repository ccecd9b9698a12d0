import type { Editions } from '@ml-emissions/data';
import {
  type Figure,
  figureOf,
  joined,
  type Method,
  merged,
  type Project,
  type Quantity,
  type Run,
  type Sum,
  summed,
} from '@ml-emissions/model';
import { knownQuantity } from './estimate/figures.ts';
import { projectKeys } from './parse/project.ts';
import { pooledSum } from './pooled-sum.ts';
import { isLack, type PreparedRun, prepare, prepareVariant } from './prepare.ts';

/** One run, or all runs of a project, with their factors: what can be asked of the one can be asked of the other. */
export type Whole = readonly [PreparedRun, ...PreparedRun[]];

/**
 * The runs of a project with their factors; what they share is one unknown.
 *
 * @param project from `parseProject`, or a copy of it
 * Errors: none for a project from `parseProject`; throws `InvalidRun` for another object.
 */
export function wholeOf(editions: Editions, { runs: [first, ...rest] }: Project): Whole {
  return [
    prepare(editions, first, projectKeys(0, first)),
    ...rest.map((run, index) => prepare(editions, run, projectKeys(index + 1, run))),
  ];
}

/**
 * The same runs otherwise: by another method, or in another scope.
 *
 * @param change what becomes of each run, and its method where that changes
 * @returns null where any of them cannot be answered so
 */
export function wholeAs(
  whole: Whole,
  change: (one: PreparedRun) => { readonly run: Run; readonly method?: Method },
): Whole | null {
  const others: PreparedRun[] = [];
  for (const [index, one] of whole.entries()) {
    const { run, method } = change(one);
    const other = prepareVariant(one.edition, run, projectKeys(index, run), method);
    if (isLack(other)) return null;
    others.push(other);
  }
  const [first, ...rest] = others;
  return first ? [first, ...rest] : null;
}

/** The sum of a figure over all runs, kWh or kg; a run that does not count it adds 0. */
export function figureOfWhole(whole: readonly PreparedRun[], figure: Figure): number {
  return whole.reduce((sum, { account }) => sum + (figureOf(account, figure) ?? 0), 0);
}

/**
 * The same as a sum of products of unknowns, for comparing: the runs are the same on both sides, so that nothing of them
 * averages out. Null where the range of any run is not known.
 */
export function sumOfWhole(whole: readonly PreparedRun[], figure: Figure): Sum {
  const [first, ...rest] = whole;
  if (first && rest.length === 0) return first.sums?.of(figure) ?? null;
  const all = joined(whole.map(({ sums }) => sums?.of(figure) ?? null));
  return all && merged(all);
}

/**
 * A figure of all runs together, with its 90 % range.
 *
 * Source: docs/method.md, section 6.
 */
export function quantityOfWhole(whole: Whole, figure: Figure): Quantity {
  const [first, ...rest] = whole;
  if (rest.length === 0) return knownQuantity(first, figure);
  const value = figureOfWhole(whole, figure);
  const sum = pooledSum(whole, figure);
  return sum ? summed(value, sum) : { value };
}
