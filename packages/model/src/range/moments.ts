import { exp, expm1, log1p, square } from '../elementary.ts';
import { type Held, heldIn, type LogMatrix, meanOf, onSide, zeros } from './log-matrix.ts';
import { Z_90 } from './lognormal.ts';
import {
  bentBeside,
  type Cumulants,
  cumulants,
  meanAndVariance,
  type Taylor,
  taylorOf,
} from './taylor.ts';

/** What the ends of a range are worked out from. */
export interface Moments {
  readonly cumulants: Cumulants;
  /** Of the lognormal with the sum's exact mean and variance, over the median: its mean, the variance of its log. */
  readonly lognormal: { readonly mean: number; readonly variance: number };
}

/** The moments from which each end is worked out: those that it asks for. */
export interface EndMoments {
  readonly low: {
    readonly cumulants: Cumulants;
    /** The end of all products together at their own, where unknowns have two sides: none may be below it. */
    readonly least?: number;
  };
  readonly high: {
    readonly cumulants: Pick<Cumulants, 'mean' | 'variance'>;
    readonly lognormal: Moments['lognormal'];
    /** The end of all products together at their own, where unknowns have two sides: none may be beyond it. */
    readonly most?: number;
  };
}

/** The moments of one of the independent sums whose product a figure is. */
export interface FactorMoments {
  /** Of the side of each unknown that lowers the sum, of the mean of both, and of the one that raises it. */
  readonly below: Cumulants;
  readonly both: Cumulants;
  readonly above: Pick<Cumulants, 'mean' | 'variance'>;
  readonly lognormal: Moments['lognormal'];
  /** By product: its share of the sum, and the sum of the squares of its logs on the lowered and on the raised side. */
  readonly weights: readonly number[];
  readonly squaresBelow: readonly number[];
  readonly squaresAbove: readonly number[];
  readonly isEven: boolean;
  /** By column, the slope of the logarithm of the sum. */
  readonly gradient: Taylor['gradient'];
}

/** The moments of a sum on each of its sides: the same where no unknown has two. */
export function momentsOf(matrix: LogMatrix): FactorMoments {
  const held = heldIn(matrix);
  const taylor = taylorOf(meanOf(matrix), held);
  const both = cumulants(taylor);
  const { gradient } = taylor;
  const { weights } = matrix;
  if (!matrix.ups) {
    const lognormal = fentonWilkinson(matrix, held);
    const squares = squaresOf(matrix);
    return {
      below: both,
      both,
      above: both,
      lognormal,
      weights,
      squaresBelow: squares,
      squaresAbove: squares,
      isEven: true,
      gradient,
    };
  }
  const rises = gradient.map((slope) => slope >= 0);
  const falls = rises.map((does) => !does);
  const lowered = onSide(matrix, falls);
  const raised = onSide(matrix, rises);
  return {
    below: cumulants(taylorOf(lowered, held)),
    both,
    above: meanAndVariance(taylorOf(raised, held)),
    lognormal: fentonWilkinson(raised, held),
    weights,
    squaresBelow: squaresOf(lowered),
    squaresAbove: squaresOf(raised),
    isEven: false,
    gradient,
  };
}

/**
 * What the ends of a product of independent sums are worked out from: cumulants of logarithms add, and so do variances of
 * the lognormals, whose means multiply.
 */
export function endMomentsOf(factors: readonly FactorMoments[]): EndMoments {
  const below = summed(factors.map((one) => one.below));
  let [bend, ofLog, mean, variance] = [0, 0, 1, 0];
  let isEven = true;
  for (const { above, lognormal, isEven: isAlike } of factors) {
    bend += above.mean;
    ofLog += above.variance;
    mean *= lognormal.mean;
    variance += lognormal.variance;
    isEven &&= isAlike;
  }
  const cumulants = { mean: bend, variance: ofLog };
  const lognormal = { mean, variance };
  if (isEven) return { low: { cumulants: below }, high: { cumulants, lognormal } };
  const both = summed(factors.map((one) => one.both));
  const least = atEnds(factors, 'squaresBelow', -Z_90);
  const most = atEnds(factors, 'squaresAbove', Z_90);
  return {
    low: { cumulants: bentBeside(below, both), least },
    high: { cumulants, lognormal, most },
  };
}

function summed(all: readonly Cumulants[]): Cumulants {
  let [mean, variance, third, straight, bent] = [0, 0, 0, 0, 0];
  for (const one of all) {
    mean += one.mean;
    variance += one.variance;
    third += one.third;
    straight += one.straight;
    bent += one.bent;
  }
  return { mean, variance, third, straight, bent };
}

/**
 * The sum of all products at their own ends. The lognormal with the exact variance of a sum runs away where a product that
 * weighs nothing may be a hundred times as much: the sum is then beyond what all its products come to at their high ends.
 * Where one may be a tenth and another is sure, the expansion runs below what they come to at their low ends.
 *
 * @param z where the ends lie, in standard deviations
 * @param at the factor whose products come next, with the share and the squares of what came before
 */
function atEnds(
  factors: readonly FactorMoments[],
  side: 'squaresBelow' | 'squaresAbove',
  z: number,
  at = 0,
  share = 1,
  squares = 0,
): number {
  const one = factors[at];
  if (!one) return share * exp(z * Math.sqrt(squares));
  let sum = 0;
  for (let row = 0; row < one.weights.length; row++) {
    const weight = share * (one.weights[row] as number);
    sum += atEnds(factors, side, z, at + 1, weight, squares + (one[side][row] as number));
  }
  return sum;
}

/** By product, the sum of the squares of its logs. */
function squaresOf({ weights, logs, columns }: LogMatrix): number[] {
  const squares = zeros(weights.length);
  for (let row = 0; row < weights.length; row++) {
    let sum = 0;
    for (let at = row * columns; at < (row + 1) * columns; at++) sum += square(logs[at] as number);
    squares[row] = sum;
  }
  return squares;
}

/** So many are looked through sooner than worked out. */
const MOST_KNOWN = 16;

/**
 * The lognormal with the exact mean and variance of a sum, over the sum of medians.
 *
 * Unknowns of all products are a factor of the sum, independent of the rest: means multiply, variances of logs add.
 */
export function fentonWilkinson(
  { weights, logs, columns }: LogMatrix,
  { common, rows }: Held,
): Moments['lognormal'] {
  const size = weights.length;
  let ofAll = 0;
  for (let index = 0; index < columns; index++)
    if (common[index]) ofAll += square(logs[index] as number);
  // The inner products of two rows over the unknowns of the first.
  const dot = (held: readonly number[], a: number, b: number) => {
    let sum = 0;
    for (let at = 0; at < held.length; at++) {
      const index = held[at] as number;
      sum += (logs[a + index] as number) * (logs[b + index] as number);
    }
    return sum;
  };
  const means = zeros(size);
  let mean = 0;
  for (let row = 0; row < size; row++) {
    const own = row * columns;
    const squares = dot(rows[row] as readonly number[], own, own);
    const weight = weights[row] as number;
    means[row] = squares === 0 ? weight : weight * exp(squares / 2);
    mean += means[row] as number;
  }
  // expm1 and log1p: small deviations must not drown in the 1. Each pair once, those off the diagonal twice; many pairs
  // share the same unknowns, but of a thousand runs too many do not for it to be worth looking through all.
  const known: number[] = [];
  const joints: number[] = [];
  let extra = 0;
  for (let row = 0; row < size; row++) {
    const held = rows[row] as readonly number[];
    if (held.length === 0) continue;
    const twice = 2 * (means[row] as number);
    for (let other = row; other < size; other++) {
      const shared = dot(held, row * columns, other * columns);
      if (shared === 0) continue;
      const at = known.indexOf(shared);
      const joint = at < 0 ? expm1(shared) : (joints[at] as number);
      if (at < 0 && known.length < MOST_KNOWN) {
        known.push(shared);
        joints.push(joint);
      }
      extra += (row === other ? twice / 2 : twice) * (means[other] as number) * joint;
    }
  }
  return { mean: mean * exp(ofAll / 2), variance: log1p(extra / (mean * mean)) + ofAll };
}
