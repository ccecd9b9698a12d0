import type { Monomial } from './range/monomial.ts';
import { spreadWithMean } from './range/spread.ts';
import type { Quantity } from './result.ts';

/**
 * A figure that is a sum over runs.
 *
 * @param value the sum of the runs' own figures: of medians
 * @param sum the same as a sum of products, in which averages out what differs from run to run (`pooled`)
 * @returns value, 90 % range and mean, in the unit of the figure; the range holds the value, also where so many runs
 * average out that all of it lies above
 * Errors: none.
 * Source: docs/method.md, section 6.
 */
export function summed(value: number, sum: readonly Monomial[]): Quantity {
  const medians = sum.reduce((all, one) => all + one.value, 0);
  const { low, high, mean } = spreadWithMean(sum);
  return {
    value,
    low: Math.min(value, medians * low),
    high: Math.max(value, medians * high),
    mean: medians * mean,
  };
}
