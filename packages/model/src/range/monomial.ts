import type { Named, Term } from '../account.ts';

/** A product of lognormal factors: its median, and by key the exponent times the log of the deviation. */
export interface Monomial {
  readonly value: number;
  readonly logs: ReadonlyMap<string, number>;
}

/** An exact 1. */
const ONE: Monomial = { value: 1, logs: new Map() };

/**
 * A factor as a sum of products: one product, or `1 + excess` where the deviation is of the excess over 1.
 *
 * @param named the factor; null counts as an exact 1
 * @returns one or two products; null where the factor's deviation is not known
 */
export function expanded(named: Named | null): readonly Monomial[] | null {
  if (!named) return [ONE];
  const { value, gsd, spreadOf, key } = named.factor;
  if (gsd === null) return null;
  if (gsd === 1) return [{ value, logs: new Map() }];
  const logs = new Map([[key, Math.log(gsd)]]);
  if (spreadOf === 'value') return [{ value, logs }];
  return value === 1 ? [ONE] : [ONE, { value: value - 1, logs }];
}

/** The products of two sums of products. */
export function product(
  a: readonly Monomial[] | null,
  b: readonly Monomial[] | null,
): readonly Monomial[] | null {
  if (!a || !b) return null;
  return a.flatMap((one) => b.map((other) => times(one, other)));
}

function times(a: Monomial, b: Monomial): Monomial {
  if (b.logs.size === 0) return { value: a.value * b.value, logs: a.logs };
  const logs = new Map(a.logs);
  for (const [key, log] of b.logs) logs.set(key, (logs.get(key) ?? 0) + log);
  return { value: a.value * b.value, logs };
}

/** A sum of products times a plain number. */
export function scaled(sum: readonly Monomial[] | null, by: number): readonly Monomial[] | null {
  return sum?.map(({ value, logs }) => ({ value: value * by, logs })) ?? null;
}

/** Several sums of products as one; null where the deviation of any is not known. */
export function together(
  sums: readonly (readonly Monomial[] | null)[],
): readonly Monomial[] | null {
  const all: Monomial[] = [];
  for (const sum of sums) {
    if (!sum) return null;
    all.push(...sum);
  }
  return all;
}

/** A summand of an account; what it is divided by has no excess, so each is one product. */
export function ofTerm({ times: factors, over, per }: Term): readonly Monomial[] | null {
  let sum: readonly Monomial[] | null = [{ value: 1 / per, logs: new Map() }];
  for (const named of factors) sum = product(sum, expanded(named));
  for (const named of over) sum = product(sum, inverse(named));
  return sum;
}

function inverse(named: Named): readonly Monomial[] | null {
  const { value, gsd, spreadOf, key } = named.factor;
  if (gsd === null) return null;
  // 1 / (1 + e) is no sum of products; the deviation of e moves it by e / (1 + e).
  const log = Math.log(gsd) * (spreadOf === 'excess' ? (value - 1) / value : 1);
  return [{ value: 1 / value, logs: log === 0 ? new Map() : new Map([[key, -log]]) }];
}

/** The same sum with products of the same unknowns taken together: many runs on one grid become one product. */
export function merged(sum: readonly Monomial[]): readonly Monomial[] {
  const byLogs = new Map<string, Monomial>();
  for (const one of sum) {
    const key = [...one.logs]
      .map(([name, log]) => `${name}=${log}`)
      .sort()
      .join('|');
    const other = byLogs.get(key);
    byLogs.set(key, other ? { value: other.value + one.value, logs: one.logs } : one);
  }
  return [...byLogs.values()];
}
