import type { EstimateResult, Sensitivity } from '@ml-emissions/calculator';

/** What would make a result surer, the most first. */
export interface Settling {
  readonly factor: string;
  /** Where the run would say it: a JSON pointer. */
  readonly field: string;
  readonly share: number;
  /** The range that would be left. */
  readonly low: number;
  readonly high: number;
}

/**
 * The input that would settle most, and the range that would be left without its uncertainty.
 *
 * The shares are of the variance of the logarithm, so the width of the logarithm shrinks by sqrt(1 - share).
 *
 * @param result with its range and shares
 * @returns null where there is no range
 */
export function settling({ operational, sensitivity }: EstimateResult): Settling | null {
  const [first] = byField(sensitivity);
  const { value, low, high } = operational.kgCo2e;
  if (!first || low === undefined || high === undefined || !(low > 0 && low < high)) return null;
  const left = Math.sqrt(Math.max(0, 1 - first.share));
  const shrunk = (end: number) => value * (end / value) ** left;
  return { ...first, low: shrunk(low), high: shrunk(high) };
}

/** One measurement settles all factors that stand at its field. */
function byField(
  sensitivity: readonly Sensitivity[],
): readonly { readonly factor: string; readonly field: string; readonly share: number }[] {
  const sums = new Map<string, { factor: string; field: string; share: number }>();
  for (const { factor, field, share } of sensitivity) {
    const key = field || factor;
    const sum = sums.get(key);
    if (sum) sum.share += share;
    else sums.set(key, { factor, field, share });
  }
  return [...sums.values()].sort((a, b) => b.share - a.share);
}
