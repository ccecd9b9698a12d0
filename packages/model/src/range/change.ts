import { keysOf, type LogMatrix, logMatrix, meanOf, onSide } from './log-matrix.ts';
import { Z_90 } from './lognormal.ts';
import type { Monomial } from './monomial.ts';
import { quantile } from './spread.ts';
import { cumulants, type Taylor, taylorOf } from './taylor.ts';

/** One sum over another, with the 90 % range of the ratio. */
export interface Change {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The ratio of two sums of products that may share factors: what both share moves both and cancels.
 *
 * The logarithm of the ratio, expanded to second order in the logarithms of the factors; both ends of the range
 * by Cornish and Fisher (1938). Source: as for `spreadOf`.
 *
 * @param there the sum above
 * @param here the sum below, above 0
 * @returns there / here
 * Errors: none.
 */
export function changeOf(there: readonly Monomial[], here: readonly Monomial[]): Change {
  const total = (sum: readonly Monomial[]) => sum.reduce((all, { value }) => all + value, 0);
  const value = total(there) / total(here);
  const keys = keysOf([there, here]);
  const above = logMatrix(there, keys);
  const below = logMatrix(here, keys);
  if (!above || !below) return { value, low: value, high: value };
  const mean = ratioOf(meanOf(above), meanOf(below));
  const isEven = !above.ups && !below.ups;
  const rises = mean.gradient.map((slope) => slope >= 0);
  const at = (isUp: readonly boolean[]) =>
    cumulants(isEven ? mean : ratioOf(onSide(above, isUp), onSide(below, isUp)));
  return {
    value,
    low: value * Math.min(1, quantile(at(rises.map((does) => !does)), -Z_90)),
    high: value * Math.max(1, quantile(at(rises), Z_90)),
  };
}

/** The derivatives of the logarithm of a ratio. */
function ratioOf(above: LogMatrix, below: LogMatrix): Taylor {
  const up = taylorOf(above);
  const down = taylorOf(below);
  return {
    gradient: up.gradient.map((slope, index) => slope - (down.gradient[index] as number)),
    hessian: up.hessian.map((bend, index) => bend - (down.hessian[index] as number)),
  };
}
