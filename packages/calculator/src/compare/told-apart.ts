import { changeOf, type Sum } from '@ml-emissions/model';

/**
 * Whether two figures are told apart: whether their difference lies outside of what is unsure between them, so that the
 * 90 % range of their ratio does not hold 1. What both share cancels.
 *
 * @param one a figure as a sum of products of unknowns, above 0
 * @param other another one
 * @returns null where the range of either is not known
 * Errors: none.
 * Source: docs/method.md, section 7.
 */
function isToldApart(one: Sum, other: Sum): boolean | null {
  if (!one || !other) return null;
  const { low, high } = changeOf(one, other);
  return low > 1 || high < 1;
}

/**
 * Those of several figures that are not told apart from the lowest, itself among them.
 *
 * @param sorted the lowest first
 * @param sumOf what ranges are made of
 * @returns [] where the range of the lowest is not known, or nothing is there
 */
export function lowestGroup<One>(sorted: readonly One[], sumOf: (one: One) => Sum): readonly One[] {
  const [lowest] = sorted;
  const below = lowest === undefined ? null : sumOf(lowest);
  if (lowest === undefined || !below) return [];
  return sorted.filter((one) => one === lowest || isToldApart(sumOf(one), below) === false);
}
