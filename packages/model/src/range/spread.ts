import { exp, expm1, log1p, pow, square } from '../elementary.ts';
import { meanOfSides } from './lognormal.ts';
import { type Monomial, upsOf } from './monomial.ts';

/** The 95 % point of a normal distribution, in standard deviations: both ends of the 90 % range. */
export const Z_90 = 1.6448536269514722;

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
  const keys = keysOf([sum]);
  const matrix = logMatrix(sum, keys);
  if (!matrix) return EXACT;
  const taylor = taylorOf(meanOf(matrix));
  const { low, high } = endsOf(sidesOf(matrix, taylor));
  return { low, high, shares: sharesOf(keys, taylor) };
}

/**
 * The mean of a sum of products over the sum of their medians: of each product that of its unknowns, multiplied.
 *
 * @param sum products with medians >= 0
 * @returns 1 or more where no unknown has two sides; less than 1 where they reach further down than up
 */
export function meanOver(sum: readonly Monomial[]): number {
  const matrix = logMatrix(sum, keysOf([sum]));
  if (!matrix) return 1;
  const { weights, logs, ups, columns } = matrix;
  if (!ups) return fentonWilkinson(matrix).mean;
  let mean = 0;
  for (let row = 0; row < weights.length; row++) {
    let product = weights[row] as number;
    for (let at = row * columns; at < (row + 1) * columns; at++)
      product *= meanOfSides(logs[at] as number, ups[at] as number);
    mean += product;
  }
  return mean;
}

function sharesOf(
  keys: ReadonlyMap<string, number>,
  { gradient }: Taylor,
): ReadonlyMap<string, number> {
  let total = 0;
  for (const one of gradient) total += one * one;
  const shares = new Map<string, number>();
  if (!(total > 0)) return shares;
  for (const [key, column] of keys) shares.set(key, square(gradient[column] ?? 0) / total);
  return shares;
}

/** What the ends of a range are worked out from. */
export interface Moments {
  readonly cumulants: Cumulants;
  /** Of the lognormal with the sum's exact mean and variance, over the median: its mean, the variance of its log. */
  readonly lognormal: { readonly mean: number; readonly variance: number };
}

/** The moments from which each end is worked out: those that it asks for. */
export interface EndMoments {
  readonly low: { readonly cumulants: Cumulants };
  readonly high: {
    readonly cumulants: Pick<Cumulants, 'mean' | 'variance'>;
    readonly lognormal: Moments['lognormal'];
    /** The end of all products together at their own, where unknowns have two sides: none may be beyond it. */
    readonly most?: number;
  };
}

/**
 * Both sides of a sum: the same where no unknown has two.
 *
 * @param taylor that of the mean of both sides, whose slopes say which side of an unknown raises the sum
 */
export function sidesOf(matrix: LogMatrix, taylor = taylorOf(meanOf(matrix))): EndMoments {
  if (!matrix.ups) {
    const both = cumulants(taylor);
    return {
      low: { cumulants: both },
      high: { cumulants: both, lognormal: fentonWilkinson(matrix) },
    };
  }
  const rises = taylor.gradient.map((slope) => slope >= 0);
  const falls = rises.map((does) => !does);
  const low = cumulants(taylorOf(onSide(matrix, falls)));
  const above = onSide(matrix, rises);
  return {
    low: { cumulants: bentBeside(low, cumulants(taylor)) },
    high: {
      cumulants: meanAndVariance(taylorOf(above)),
      lognormal: fentonWilkinson(above),
      most: mostOf(above),
    },
  };
}

/**
 * The sum of the ends of all products. The lognormal with the exact variance of a sum runs away where a product that
 * weighs nothing may be a hundred times as much: the sum is then beyond what all its products come to at their ends.
 */
function mostOf({ weights, logs, columns }: LogMatrix): number {
  let most = 0;
  for (let row = 0; row < weights.length; row++) {
    let sum = 0;
    for (let index = 0; index < columns; index++)
      sum += square(logs[row * columns + index] as number);
    most += (weights[row] as number) * exp(Z_90 * Math.sqrt(sum));
  }
  return most;
}

/** The matrix of one side: by column, whether the unknown is above its median there. */
export function onSide(matrix: LogMatrix, isUp: readonly boolean[]): LogMatrix {
  const { weights, logs, ups, columns } = matrix;
  if (!ups) return matrix;
  const chosen = logs.map((log, at) => (isUp[at % columns] ? (ups[at] as number) : log));
  return { weights, logs: chosen, ups: null, columns };
}

/** The matrix of the mean of both sides, for what has only one. */
export function meanOf(matrix: LogMatrix): LogMatrix {
  const { weights, logs, ups, columns } = matrix;
  if (!ups) return matrix;
  const means = logs.map((log, at) => (log + (ups[at] as number)) / 2);
  return { weights, logs: means, ups: null, columns };
}

/** The ends of the 90 % range of a sum over its median. */
export function endsOf({ low, high }: EndMoments): { low: number; high: number } {
  const { mean, variance } = high.lognormal;
  const wilkinson = mean * exp(Z_90 * Math.sqrt(variance) - variance / 2);
  const { mean: bend, variance: ofLog } = high.cumulants;
  const second = quantile({ mean: bend, variance: ofLog, third: 0 }, Z_90);
  const both = Math.sqrt(second * wilkinson);
  return {
    low: Math.min(1, quantile(low.cumulants, -Z_90)),
    high: Math.max(1, high.most === undefined ? both : Math.min(both, high.most)),
  };
}

/** Shares of the sum and, a row a product, the logs of the deviations by key. */
export interface LogMatrix {
  readonly weights: readonly number[];
  /** Row by row, `columns` each. */
  readonly logs: readonly number[];
  /** The same where the unknowns are above their medians; null where no unknown has two sides. */
  readonly ups: readonly number[] | null;
  readonly columns: number;
}

/** A plain list: sums are short, and a typed array of more than a few numbers costs more to make than to work with. */
const zeros = (size: number): number[] => new Array<number>(size).fill(0);

/** Null where nothing is unsure. */
export function logMatrix(
  sum: readonly Monomial[],
  keys: ReadonlyMap<string, number>,
): LogMatrix | null {
  let total = 0;
  for (const { value } of sum) total += value;
  const columns = keys.size;
  if (!(total > 0) || columns === 0) return null;
  const some = sum.filter(({ value }) => value !== 0);
  const weights = zeros(some.length);
  const logs = zeros(some.length * columns);
  const ups = some.some((one) => one.ups) ? zeros(some.length * columns) : null;
  for (let row = 0; row < some.length; row++) {
    const one = some[row] as Monomial;
    const own = upsOf(one);
    for (let index = 0; index < one.keys.length; index++) {
      const at = row * columns + (keys.get(one.keys[index] as string) as number);
      logs[at] = (logs[at] as number) + (one.logs[index] as number);
      if (ups) ups[at] = (ups[at] as number) + (own[index] as number);
    }
    weights[row] = one.value / total;
  }
  return { weights, logs, ups, columns };
}

/** All keys of sums, each with its place in the order in which they come. */
export function keysOf(sums: readonly (readonly Monomial[])[]): ReadonlyMap<string, number> {
  const keys = new Map<string, number>();
  for (const sum of sums) {
    for (const { value, keys: own } of sum) {
      if (!(value > 0)) continue;
      for (const key of own) if (!keys.has(key)) keys.set(key, keys.size);
    }
  }
  return keys;
}

/** The lognormal with the exact mean and variance of a sum, over the sum of medians. */
function fentonWilkinson({ weights, logs, columns }: LogMatrix): Moments['lognormal'] {
  const size = weights.length;
  // A product has few of all unknowns: the others add an exact 0 to an inner product.
  const held = weights.map((_, row) => columnsIn(logs, row, columns));
  const dot = (row: number, other: number) => {
    let sum = 0;
    const a = row * columns;
    const b = other * columns;
    for (const index of held[other] as readonly number[])
      sum += (logs[a + index] as number) * (logs[b + index] as number);
    return sum;
  };
  const means = zeros(size);
  let mean = 0;
  for (let row = 0; row < size; row++) {
    means[row] = (weights[row] as number) * exp(dot(row, row) / 2);
    mean += means[row] as number;
  }
  // expm1 and log1p: small deviations must not drown in the 1. Each pair once, those off the diagonal twice; a pair mostly
  // shares the same unknowns as the one before.
  let [last, joint] = [0, 0];
  let extra = 0;
  for (let row = 0; row < size; row++) {
    for (let other = row; other < size; other++) {
      const shared = dot(row, other);
      if (shared === 0) continue;
      if (shared !== last) joint = expm1(shared);
      last = shared;
      extra += (row === other ? 1 : 2) * (means[row] as number) * (means[other] as number) * joint;
    }
  }
  return { mean, variance: log1p(extra / (mean * mean)) };
}

/** The columns of a row that are not 0. */
function columnsIn(logs: readonly number[], row: number, columns: number): number[] {
  const found: number[] = [];
  for (let index = 0; index < columns; index++)
    if (logs[row * columns + index] !== 0) found.push(index);
  return found;
}

/** First and second derivatives of the logarithm of a sum by the standard normal behind each key. */
export interface Taylor {
  readonly gradient: readonly number[];
  /** Square, row by row. */
  readonly hessian: readonly number[];
}

/** The derivatives at the medians. */
export function taylorOf({ weights, logs, columns: size }: LogMatrix): Taylor {
  const gradient = zeros(size);
  const hessian = zeros(size * size);
  // A product holds few of the unknowns.
  const held = zeros(size);
  for (let row = 0; row < weights.length; row++) {
    const weight = weights[row] as number;
    const own = row * size;
    let count = 0;
    for (let a = 0; a < size; a++) if (logs[own + a] !== 0) held[count++] = a;
    for (let i = 0; i < count; i++) {
      const a = held[i] as number;
      const weighted = weight * (logs[own + a] as number);
      gradient[a] = (gradient[a] as number) + weighted;
      for (let j = 0; j < count; j++) {
        const b = held[j] as number;
        const at = a * size + b;
        hessian[at] = (hessian[at] as number) + weighted * (logs[own + b] as number);
      }
    }
  }
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      const at = a * size + b;
      hessian[at] = (hessian[at] as number) - (gradient[a] as number) * (gradient[b] as number);
    }
  }
  return { gradient, hessian };
}

/** A range narrower than a billionth is none; its skewness would be 0 / 0. */
const LEAST_VARIANCE = 1e-18;

/** Mean, variance and third cumulant of a logarithm against its value at the medians. */
export interface Cumulants {
  readonly mean: number;
  readonly variance: number;
  readonly third: number;
  /** The part of the mean that is the bend along the gradient: g.H.g / g.g / 2. */
  readonly along: number;
}

/**
 * Of the lower side of a sum whose unknowns have two: along the gradient, where its low end lies, the sum bends as its
 * lower side does; across, on either side of the medians, as both do.
 */
export const bentBeside = (low: Cumulants, both: Pick<Cumulants, 'mean' | 'along'>): Cumulants => ({
  ...low,
  mean: low.along + both.mean - both.along,
});

/**
 * Cumulants of `g.z + z.H.z / 2` for standard normal z:
 * mean tr(H)/2, variance g.g + tr(HH)/2, third cumulant 3 g.H.g + tr(HHH).
 */
export function cumulants({ gradient, hessian }: Taylor): Cumulants {
  const size = gradient.length;
  let trace = 0;
  let square = 0;
  let cube = 0;
  let bent = 0;
  let straight = 0;
  for (let a = 0; a < size; a++) {
    const slope = gradient[a] as number;
    trace += hessian[a * size + a] as number;
    straight += slope * slope;
    for (let b = 0; b < size; b++) {
      const ab = hessian[a * size + b] as number;
      if (ab === 0) continue;
      square += ab * ab;
      bent += slope * ab * (gradient[b] as number);
      for (let c = 0; c < size; c++) {
        cube += ab * (hessian[b * size + c] as number) * (hessian[c * size + a] as number);
      }
    }
  }
  return {
    mean: trace / 2,
    variance: straight + square / 2,
    third: 3 * bent + cube,
    along: straight > 0 ? bent / straight / 2 : 0,
  };
}

/** The mean alone. */
function bendOf({ gradient, hessian }: Taylor): number {
  const size = gradient.length;
  let trace = 0;
  for (let a = 0; a < size; a++) trace += hessian[a * size + a] as number;
  return trace / 2;
}

/** Without the third, which is most of the work. */
function meanAndVariance(taylor: Taylor): Pick<Cumulants, 'mean' | 'variance'> {
  const { gradient, hessian } = taylor;
  let square = 0;
  for (const one of hessian) square += one * one;
  let straight = 0;
  for (const slope of gradient) straight += slope * slope;
  return { mean: bendOf(taylor), variance: straight + square / 2 };
}

/** The value at a point of the standard normal, by the first term of Cornish and Fisher. */
export function quantile(
  { mean, variance, third }: Pick<Cumulants, 'mean' | 'variance' | 'third'>,
  z: number,
): number {
  if (variance < LEAST_VARIANCE) return exp(mean);
  const skewness = third === 0 ? 0 : third / pow(variance, 1.5);
  return exp(mean + Math.sqrt(variance) * (z + ((z * z - 1) * skewness) / 6));
}
