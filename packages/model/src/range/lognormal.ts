import { exp, hypot, ln, pow } from '../elementary.ts';

/** Half of the 90 % range of a normal distribution, in standard deviations. */
const Z_90 = 1.6448536269514722;

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
