import type { NamedFactor } from '../named-factor.ts';
import { expanded, inverse, type Monomial, product } from '../range/monomial.ts';

/** Sums of products that share no unknown, multiplied; null where a deviation in them is not known. */
export type Factored = readonly (readonly Monomial[])[] | null;

/**
 * A product times factors: a sum of its own for each whose unknown is in none of the others, and multiplied out with
 * those that hold it.
 *
 * @param sums that share no unknown
 * @param times factors multiplied
 * @param over factors divided by
 * @example factored([[energy]], [pue, intensity], []).length // 3
 */
export function factored(
  sums: Factored,
  times: readonly NamedFactor[],
  over: readonly NamedFactor[],
): Factored {
  let all = sums;
  for (const factor of times) all = withFactor(all, expanded(factor));
  for (const factor of over) all = withFactor(all, inverse(factor));
  return all;
}

function withFactor(sums: Factored, factor: readonly Monomial[] | null): Factored {
  if (!sums || !factor) return null;
  const keys = factor.flatMap((one) => one.keys);
  if (keys.length === 0) return sums;
  const isTied = (sum: readonly Monomial[]) =>
    sum.some((one) => one.keys.some((key) => keys.includes(key)));
  let own: readonly Monomial[] | null = factor;
  const free: (readonly Monomial[])[] = [];
  for (const sum of sums) {
    if (isTied(sum)) own = product(own, sum);
    else free.push(sum);
  }
  return own && [...free, own];
}
