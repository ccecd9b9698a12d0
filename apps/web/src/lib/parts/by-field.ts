import type { Sensitivity } from '@ml-emissions/calculator';

/**
 * What makes a result unsure, by what one measurement would settle: the largest share first.
 *
 * Factors that stand at one field of the run are settled together, such as how busy a chip is and what it is rated at:
 * each sum is told by the factor with the largest share in it.
 *
 * @param sensitivity as a result has it: shares of the variance of the logarithm
 */
export function byField(sensitivity: readonly Sensitivity[]): readonly Sensitivity[] {
  const sums = new Map<string, Sensitivity>();
  for (const one of sensitivity) {
    const key = one.field || one.factor;
    const sum = sums.get(key);
    sums.set(key, sum ? { ...sum, share: sum.share + one.share } : one);
  }
  return [...sums.values()].toSorted((a, b) => b.share - a.share);
}
