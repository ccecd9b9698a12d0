import { exp, pow, square } from '../elementary.ts';
import { heldIn, keysOf, type LogMatrix, logMatrix } from './log-matrix.ts';
import { meanOfSides, Z_90 } from './lognormal.ts';
import {
  type EndMoments,
  endMomentsOf,
  type FactorMoments,
  fentonWilkinson,
  momentsOf,
} from './moments.ts';
import type { Monomial } from './monomial.ts';
import type { Cumulants } from './taylor.ts';

/** How unsure a sum is. */
export interface Spread {
  /** The ends of the 90 % range over the sum of medians. */
  readonly low: number;
  readonly high: number;
  /** By key, its share of the variance of the logarithm, first order; they sum to 1 (or all are absent). */
  readonly shares: ReadonlyMap<string, number>;
}

const EXACT: Spread = { low: 1, high: 1, shares: new Map() };

/**
 * The 90 % range of a sum of products of independent lognormal factors; products may share factors.
 *
 * The logarithm of the sum, expanded to second order in the logarithms of the factors, has a mean, a variance and a
 * skewness. Low end: the 5 % point from all three (Cornish and Fisher 1938). High end: the geometric mean of the 95 %
 * point from the first two, which is a little low, and that of the lognormal with the sum's exact mean and variance,
 * covariances included (Fenton 1960; Wilkinson), which is a little high.
 *
 * A factor whose upper side is another than its lower one counts by the side that moves the sum towards the end in
 * question (asymmetric uncertainties as in IPCC 2006, vol. 1 ch. 3, 3.2.3.1: each side in quadrature).
 *
 * Source: IPCC 2006 Guidelines, vol. 1 ch. 3, Approach 1, on the logarithms. Held against Monte Carlo in
 * `monte-carlo.test.ts`.
 *
 * @param sum products with medians >= 0
 * @returns factors on the sum of medians; 1 and 1 where it is 0 or nothing is unsure
 * Errors: none.
 */
export function spreadOf(sum: readonly Monomial[]): Spread {
  return spreadOfProduct([momentsIn(sum)]);
}

/** The same with the mean over the median, worked out once where the mean is that of the lognormal anyhow. */
export function spreadWithMean(sum: readonly Monomial[]): Spread & { readonly mean: number } {
  const found = momentsIn(sum);
  const mean = found?.moments.isEven ? found.moments.lognormal.mean : meanOver(sum);
  return { ...spreadOfProduct([found]), mean };
}

/** The moments of a sum, with its unknowns; null where nothing of it is unsure. */
export interface SumMoments {
  readonly keys: ReadonlyMap<string, number>;
  readonly moments: FactorMoments;
}

/** What `spreadOfProduct` takes of a sum. */
export function momentsIn(sum: readonly Monomial[]): SumMoments | null {
  const keys = keysOf([sum]);
  const matrix = logMatrix(sum, keys);
  return matrix && { keys, moments: momentsOf(matrix) };
}

/**
 * The same of a product of sums that share no unknown, without multiplying it out.
 *
 * @param sums their moments, by `momentsIn`
 */
export function spreadOfProduct(sums: readonly (SumMoments | null)[]): Spread {
  const unsure = sums.filter((one) => one !== null);
  if (unsure.length === 0) return EXACT;
  const { low, high } = endsOf(endMomentsOf(unsure.map(({ moments }) => moments)));
  return { low, high, shares: sharesOf(unsure) };
}

function sharesOf(sums: readonly SumMoments[]): ReadonlyMap<string, number> {
  let total = 0;
  for (const { moments } of sums) for (const slope of moments.gradient) total += slope * slope;
  const shares = new Map<string, number>();
  if (!(total > 0)) return shares;
  for (const { keys, moments } of sums)
    for (const [key, column] of keys)
      shares.set(key, square(moments.gradient[column] ?? 0) / total);
  return shares;
}

/**
 * The mean of a sum of products over the sum of their medians: of each product that of its unknowns, multiplied.
 *
 * @param sum products with medians >= 0
 * @returns 1 or more where no unknown has two sides; less than 1 where they reach further down than up
 */
function meanOver(sum: readonly Monomial[]): number {
  const matrix = logMatrix(sum, keysOf([sum]));
  if (!matrix) return 1;
  const { weights, logs, ups, columns } = matrix;
  if (!ups) return fentonWilkinson(matrix, heldIn(matrix)).mean;
  let mean = 0;
  for (let row = 0; row < weights.length; row++) {
    let product = weights[row] as number;
    for (let at = row * columns; at < (row + 1) * columns; at++)
      product *= meanOfSides(logs[at] as number, ups[at] as number);
    mean += product;
  }
  return mean;
}

/** The ends of the 90 % range of a sum by the logs of its products. */
export const sidesOf = (matrix: LogMatrix): EndMoments => endMomentsOf([momentsOf(matrix)]);

/** The ends of the 90 % range of a sum over its median. */
export function endsOf({ low, high }: EndMoments): { low: number; high: number } {
  const { mean, variance } = high.lognormal;
  const wilkinson = mean * exp(Z_90 * Math.sqrt(variance) - variance / 2);
  const { mean: bend, variance: ofLog } = high.cumulants;
  const second = quantile({ mean: bend, variance: ofLog, third: 0 }, Z_90);
  const both = Math.sqrt(second * wilkinson);
  return {
    low: Math.min(1, Math.max(low.least ?? 0, quantile(low.cumulants, -Z_90))),
    high: Math.max(1, high.most === undefined ? both : Math.min(both, high.most)),
  };
}

/** A range narrower than a billionth is none; its skewness would be 0 / 0. */
const LEAST_VARIANCE = 1e-18;

/** The value at a point of the standard normal, by the first term of Cornish and Fisher. */
export function quantile(
  { mean, variance, third }: Pick<Cumulants, 'mean' | 'variance' | 'third'>,
  z: number,
): number {
  if (variance < LEAST_VARIANCE) return exp(mean);
  const skewness = third === 0 ? 0 : third / pow(variance, 1.5);
  return exp(mean + Math.sqrt(variance) * (z + ((z * z - 1) * skewness) / 6));
}
