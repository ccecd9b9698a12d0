import type { Factor } from '../factor.ts';
import type { NamedFactor } from '../named-factor.ts';

/**
 * A product of lognormal factors: its median, and for each unknown the exponent times the log of the deviation.
 * A key may stand twice: its logs add.
 */
export interface Monomial {
  readonly value: number;
  readonly keys: readonly string[];
  readonly logs: readonly number[];
}

const NONE: readonly never[] = [];
/** An exact 1. */
const ONE: Monomial = { value: 1, keys: NONE, logs: NONE };
const JUST_ONE: readonly Monomial[] = [ONE];

/**
 * A factor as a sum of products: one product, or `1 + excess` where the deviation is of the excess over 1.
 *
 * @param named the factor
 * @returns one or two products; null where the factor's deviation is not known
 */
export function expanded({ factor }: NamedFactor): readonly Monomial[] | null {
  const { value, gsd, spreadOf, key } = factor;
  if (gsd === null) return null;
  if (gsd === 1) return [{ value, keys: NONE, logs: NONE }];
  const keys = [key];
  const logs = [Math.log(gsd)];
  if (spreadOf === 'value') return [{ value, keys, logs }];
  return value === 1 ? JUST_ONE : [ONE, { value: value - 1, keys, logs }];
}

/** The products of two sums of products. */
export function product(
  a: readonly Monomial[] | null,
  b: readonly Monomial[] | null,
): readonly Monomial[] | null {
  if (!a || !b) return null;
  const all: Monomial[] = [];
  for (const one of a) for (const other of b) all.push(times(one, other));
  return all;
}

function times(a: Monomial, b: Monomial): Monomial {
  const value = a.value * b.value;
  if (b.keys.length === 0) return { value, keys: a.keys, logs: a.logs };
  if (a.keys.length === 0) return { value, keys: b.keys, logs: b.logs };
  return { value, keys: [...a.keys, ...b.keys], logs: [...a.logs, ...b.logs] };
}

/** A sum of products times a plain number. */
export function scaled(sum: readonly Monomial[] | null, by: number): readonly Monomial[] | null {
  return sum?.map(({ value, keys, logs }) => ({ value: value * by, keys, logs })) ?? null;
}

/** Several sums of products as one; null where the deviation of any is not known. */
export function joined(sums: readonly (readonly Monomial[] | null)[]): readonly Monomial[] | null {
  const all: Monomial[] = [];
  for (const sum of sums) {
    if (!sum) return null;
    for (const one of sum) all.push(one);
  }
  return all;
}

/**
 * A product of factors as a sum of products: more than one where a factor's deviation is of its excess.
 *
 * @param times factors multiplied
 * @param over factors divided by
 * @param per a plain number divided by
 * @param value of the product
 * @returns null where a factor's deviation is not known
 */
export function ofProduct(
  times: readonly NamedFactor[],
  over: readonly NamedFactor[],
  per: number,
  value: number,
): readonly Monomial[] | null {
  const keys: string[] = [];
  const logs: number[] = [];
  for (const { factor } of times) {
    const { gsd, spreadOf, key } = factor;
    if (gsd === null) return null;
    if (gsd === 1) continue;
    if (spreadOf === 'excess') return withExcess(times, over, per);
    keys.push(key);
    logs.push(Math.log(gsd));
  }
  for (const { factor } of over) {
    const log = inverseLog(factor);
    if (log === null) return null;
    if (log === 0) continue;
    keys.push(factor.key);
    logs.push(log);
  }
  return [{ value, keys, logs }];
}

function withExcess(
  times: readonly NamedFactor[],
  over: readonly NamedFactor[],
  per: number,
): readonly Monomial[] | null {
  let sum: readonly Monomial[] | null = [{ value: 1 / per, keys: NONE, logs: NONE }];
  for (const factor of times) sum = product(sum, expanded(factor));
  for (const factor of over) sum = product(sum, inverse(factor));
  return sum;
}

/** One over a factor; null where its deviation is not known. */
export function inverse({ factor }: NamedFactor): readonly Monomial[] | null {
  const log = inverseLog(factor);
  return log === null ? null : [{ value: 1 / factor.value, keys: [factor.key], logs: [log] }];
}

/** 1 / (1 + e) is no sum of products; the deviation of e moves it by e / (1 + e). */
function inverseLog({ value, gsd, spreadOf }: Factor): number | null {
  if (gsd === null) return null;
  if (gsd === 1) return 0;
  return -Math.log(gsd) * (spreadOf === 'excess' ? (value - 1) / value : 1);
}

/** The same sum with products of the same unknowns taken together: many runs on one grid become one product. */
export function merged(sum: readonly Monomial[]): readonly Monomial[] {
  const byLogs = new Map<string, Monomial>();
  for (const one of sum) {
    const name = one.keys
      .map((key, index) => `${key}=${one.logs[index]}`)
      .sort()
      .join('|');
    const other = byLogs.get(name);
    byLogs.set(
      name,
      other ? { value: other.value + one.value, keys: one.keys, logs: one.logs } : one,
    );
  }
  return [...byLogs.values()];
}
