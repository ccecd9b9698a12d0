import { exp, expm1, log1p } from '../elementary.ts';
import type { LogMatrix } from './log-matrix.ts';
import type { Moments } from './moments.ts';

/**
 * How the products of a sum vary together: the inner products of the logs of their deviations, row by row. Whatever the
 * shares of the products in the sum, its moments follow from these alone, and a sum has far fewer products than unknowns.
 */
export type Gram = readonly number[];

/** The Grams of each side of a sum, and of the mean of both. */
export interface Grams {
  readonly low: Gram;
  readonly high: Gram;
  readonly mean: Gram;
}

/**
 * What the moments of a sum are worked out from, but for the shares of its products.
 *
 * @param matrix the logs of its products; their weights are not read
 * @returns null where there are no unknowns, and where it hangs on the weights which side of one raises the sum: it
 * raises some products and lowers others
 */
export function gramsOf({ logs, ups, columns }: LogMatrix): Grams | null {
  if (columns === 0) return null;
  if (!ups) {
    const both = gramOf(logs, columns);
    return { low: both, high: both, mean: both };
  }
  const low = [...logs];
  const high = [...ups];
  for (let column = 0; column < columns; column++) {
    let isRaised = false;
    let isLowered = false;
    for (let at = column; at < logs.length; at += columns) {
      const mean = (logs[at] as number) + (ups[at] as number);
      isRaised ||= mean > 0;
      isLowered ||= mean < 0;
    }
    if (isRaised && isLowered) return null;
    if (!isLowered) continue;
    for (let at = column; at < logs.length; at += columns) {
      low[at] = ups[at] as number;
      high[at] = logs[at] as number;
    }
  }
  const mean = logs.map((log, at) => (log + (ups[at] as number)) / 2);
  return { low: gramOf(low, columns), high: gramOf(high, columns), mean: gramOf(mean, columns) };
}

function gramOf(logs: readonly number[], columns: number): Gram {
  const size = logs.length / columns;
  const gram = new Array<number>(size * size).fill(0);
  for (let row = 0; row < size; row++) {
    for (let other = 0; other < size; other++) {
      let sum = 0;
      for (let index = 0; index < columns; index++)
        sum += (logs[row * columns + index] as number) * (logs[other * columns + index] as number);
      gram[row * size + other] = sum;
    }
  }
  return gram;
}

/** The moments of a sum by the log of the deviation of one more unknown in it. */
export interface MomentsBy {
  readonly cumulants: (log: number) => Moments['cumulants'];
  readonly lognormal: (log: number) => Moments['lognormal'];
  /** The sum of all products at their own ends, so many standard deviations away, over the sum of medians. */
  readonly atEnds: (log: number, z: number) => number;
}

/**
 * The moments of a sum as they follow one more independent unknown, which stands in some of its products.
 *
 * With the logs a_i of the products and g the sum of w_i a_i, the Hessian of the logarithm of the sum is the sum of
 * w_i c_i c_i' with c_i = a_i - g, so that traces of its powers are sums over the inner products of the c_i. One more
 * unknown of log y adds y^2 t_i t_j to these, with t_i = 1 where it stands in product i and 0 elsewhere, less their mean.
 *
 * @param weights shares of the products in the sum
 * @param gram of the other unknowns
 * @param holds whether the unknown stands in each product
 */
export function momentsAlong(
  weights: readonly number[],
  gram: Gram,
  holds: readonly boolean[],
): MomentsBy {
  const ofOthers = tracesOf(weights, gram, holds);
  const lognormal = lognormalAlong(weights, gram, holds);
  const { straight, trace, square, cube, bent, share, own, across, through, aside } = ofOthers;
  return {
    cumulants(log) {
      const y = log * log;
      const held = y * share;
      const more = y * own;
      const slope = straight + held * share;
      const bend = bent + 2 * held * aside + held * held * own;
      return {
        mean: (trace + more) / 2,
        variance: slope + (square + 2 * y * across + more * more) / 2,
        third: 3 * bend + (cube + 3 * y * (through + more * across) + more * more * more),
        straight: slope,
        bent: bend,
      };
    },
    lognormal: (log) => lognormal(log * log),
    atEnds(log, z) {
      let sum = 0;
      for (let row = 0; row < weights.length; row++) {
        const others = gram[row * weights.length + row] as number;
        const whole = Math.sqrt(others + (holds[row] ? log * log : 0));
        sum += (weights[row] as number) * exp(z * whole);
      }
      return sum;
    },
  };
}

/** Sums over products, in the words of `momentsAlong`. */
interface Traces {
  /** g.g, tr H, tr HH, tr HHH and g.H.g without the unknown. */
  readonly straight: number;
  readonly trace: number;
  readonly square: number;
  readonly cube: number;
  readonly bent: number;
  /** Of the products with the unknown in the sum. */
  readonly share: number;
  /** Sums of w t t, of w w t K t, of w w w t K K t and of w t (c.g), with K the inner products of the c_i. */
  readonly own: number;
  readonly across: number;
  readonly through: number;
  readonly aside: number;
}

function tracesOf(weights: readonly number[], gram: Gram, holds: readonly boolean[]): Traces {
  const size = weights.length;
  const onMean = new Array<number>(size).fill(0);
  let straight = 0;
  let share = 0;
  for (let row = 0; row < size; row++) {
    const weight = weights[row] as number;
    let sum = 0;
    for (let other = 0; other < size; other++)
      sum += (weights[other] as number) * (gram[row * size + other] as number);
    onMean[row] = sum;
    straight += weight * sum;
    if (holds[row]) share += weight;
  }
  const centred = new Array<number>(size * size).fill(0);
  for (let row = 0; row < size; row++) {
    for (let other = 0; other < size; other++) {
      const at = row * size + other;
      centred[at] =
        (gram[at] as number) - (onMean[row] as number) - (onMean[other] as number) + straight;
    }
  }
  let [trace, square, cube, bent] = [0, 0, 0, 0];
  let [own, across, through, aside] = [0, 0, 0, 0];
  for (let a = 0; a < size; a++) {
    const ofA = weights[a] as number;
    if (ofA === 0) continue;
    const t = (holds[a] ? 1 : 0) - share;
    const onG = (onMean[a] as number) - straight;
    trace += ofA * (centred[a * size + a] as number);
    bent += ofA * onG * onG;
    own += ofA * t * t;
    aside += ofA * t * onG;
    let onT = 0;
    for (let b = 0; b < size; b++) {
      const ab = centred[a * size + b] as number;
      const ofB = (weights[b] as number) * ab;
      onT += ofB * ((holds[b] ? 1 : 0) - share);
      square += ofA * ofB * ab;
      let sum = 0;
      for (let c = 0; c < size; c++) {
        sum +=
          (weights[c] as number) *
          (centred[b * size + c] as number) *
          (centred[a * size + c] as number);
      }
      cube += ofA * ofB * sum;
    }
    across += ofA * t * onT;
    through += ofA * onT * onT;
  }
  return { straight, trace, square, cube, bent, share, own, across, through, aside };
}

/** Fenton and Wilkinson, as in `spreadOf`: the products with the unknown grow together, and so does what they share. */
function lognormalAlong(
  weights: readonly number[],
  gram: Gram,
  holds: readonly boolean[],
): (y: number) => Moments['lognormal'] {
  const size = weights.length;
  const means = weights.map((weight, at) => weight * exp((gram[at * size + at] as number) / 2));
  let [held, others] = [0, 0];
  let [ofHeld, between, ofOthers] = [0, 0, 0];
  for (let row = 0; row < size; row++) {
    const mean = means[row] as number;
    if (holds[row]) held += mean;
    else others += mean;
    for (let other = row; other < size; other++) {
      const joint = expm1(gram[row * size + other] as number);
      const extra = (row === other ? 1 : 2) * mean * (means[other] as number) * joint;
      if (holds[row] !== holds[other]) between += extra;
      else if (holds[row]) ofHeld += extra;
      else ofOthers += extra;
    }
  }
  return (y) => {
    const half = exp(y / 2);
    const whole = half * half;
    const mean = held * half + others;
    const extra = whole * (whole * ofHeld + expm1(y) * held * held) + half * between + ofOthers;
    return { mean, variance: log1p(extra / (mean * mean)) };
  };
}
