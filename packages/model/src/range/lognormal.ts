import { erfc, exp, hypot, ln, pow, square } from '../elementary.ts';

/** The 95 % point of a normal distribution, in standard deviations: both ends of the 90 % range. */
export const Z_90 = 1.6448536269514722;

/**
 * The 90 % range of a lognormal quantity around its median.
 *
 *     low = value / gsd^1.645     high = value x gsdUp^1.645
 *
 * Source: IPCC 2006 Guidelines, vol. 1 ch. 3, for skewed quantities; gsd as in Limpert et al. 2001.
 *
 * @param value median, in any unit
 * @param gsd geometric standard deviation (>= 1; 1 = exact)
 * @param gsdUp that of the upper side, where it is another
 * @returns low and high in the same unit
 * Errors: none.
 */
export function range90(value: number, gsd: number, gsdUp = gsd): { low: number; high: number } {
  return { low: value / pow(gsd, Z_90), high: value * pow(gsdUp, Z_90) };
}

/**
 * The geometric standard deviation of a product of independent lognormal factors.
 *
 *     ln(gsd)^2 = sum of ln(gsd_i)^2
 *
 * Source: IPCC 2006 Guidelines, vol. 1 ch. 3, Approach 1 (error propagation), on the logarithms.
 *
 * @param gsds geometric standard deviations (>= 1 each)
 * @returns that of the product; 1 for none
 * Errors: none.
 */
export function productGsd(gsds: readonly number[]): number {
  return exp(hypot(...gsds.map(ln)));
}

/**
 * The mean of a factor over its median, where it is lognormal on each side with a deviation of its own. Of a standard
 * normal z it is exp(down z) below and exp(up z) above the median:
 *
 *     mean = exp(down^2 / 2) P(-down) + exp(up^2 / 2) P(up)          P: the normal distribution
 *
 * exp(down^2 / 2) where both are the same.
 *
 * @param down log of the deviation below; negative where the factor divides
 * @param up log of that above
 */
export const meanOfSides = (down: number, up: number): number =>
  down === up
    ? exp(square(down) / 2)
    : exp(square(down) / 2) * below(-down) + exp(square(up) / 2) * below(up);

/** How much of a normal distribution lies below a point. */
const below = (z: number): number => erfc(-z / Math.SQRT2) / 2;
