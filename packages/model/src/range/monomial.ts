import { ln } from '../elementary.ts';
import { type Factor, isExact } from '../factor.ts';
import type { NamedFactor } from '../named-factor.ts';

/**
 * A product of lognormal factors: its median, and for each unknown the exponent times the log of the deviation.
 * A key may stand twice: its logs add.
 */
export interface Monomial {
  readonly value: number;
  readonly keys: readonly string[];
  readonly logs: readonly number[];
  /** The same where the unknown is above its median, if any of them is another: `logs` are those below it. */
  readonly ups?: readonly number[];
}

/** The logs above the medians. */
export const upsOf = ({ ups, logs }: Pick<Monomial, 'logs' | 'ups'>): readonly number[] =>
  ups ?? logs;

/** A product with both sides of its logs; one list where they are the same. */
function sided(
  value: number,
  keys: readonly string[],
  logs: readonly number[],
  ups: readonly number[],
): Monomial {
  const isEven = logs.every((log, index) => log === ups[index]);
  return isEven ? { value, keys, logs } : { value, keys, logs, ups };
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
  const { value, gsd, gsdUp = gsd, spreadOf, key } = factor;
  if (gsd === null || gsdUp === null) return null;
  if (isExact(factor)) return [{ value, keys: NONE, logs: NONE }];
  const keys = [key];
  const logs = [ln(gsd)];
  const ups = gsdUp === gsd ? logs : [ln(gsdUp)];
  if (spreadOf === 'value') return [sided(value, keys, logs, ups)];
  return value === 1 ? JUST_ONE : [ONE, sided(value - 1, keys, logs, ups)];
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
  if (b.keys.length === 0) return valued(a, value);
  if (a.keys.length === 0) return valued(b, value);
  const keys = a.keys.concat(b.keys);
  const logs = a.logs.concat(b.logs);
  return a.ups || b.ups
    ? { value, keys, logs, ups: upsOf(a).concat(upsOf(b)) }
    : { value, keys, logs };
}

const valued = ({ keys, logs, ups }: Monomial, value: number): Monomial =>
  ups ? { value, keys, logs, ups } : { value, keys, logs };

/** A sum of products times a plain number. */
export function scaled(sum: readonly Monomial[] | null, by: number): readonly Monomial[] | null {
  return sum?.map((one) => valued(one, one.value * by)) ?? null;
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
  const ups: number[] = [];
  for (const { factor } of times) {
    const { gsd, gsdUp = gsd, spreadOf, key } = factor;
    if (gsd === null || gsdUp === null) return null;
    if (isExact(factor)) continue;
    if (spreadOf === 'excess') return withExcess(times, over, per);
    keys.push(key);
    const log = ln(gsd);
    logs.push(log);
    ups.push(gsdUp === gsd ? log : ln(gsdUp));
  }
  for (const { factor } of over) {
    const one = inverseLogs(factor);
    if (one === null) return null;
    if (one.log === 0 && one.up === 0) continue;
    keys.push(factor.key);
    logs.push(one.log);
    ups.push(one.up);
  }
  return [sided(value, keys, logs, ups)];
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
  const one = inverseLogs(factor);
  return one && [sided(1 / factor.value, [factor.key], [one.log], [one.up])];
}

const EXACT = { log: 0, up: 0 };

/** 1 / (1 + e) is no sum of products; the deviation of e moves it by e / (1 + e). */
function inverseLogs(factor: Factor): { readonly log: number; readonly up: number } | null {
  const { value, gsd, gsdUp = gsd, spreadOf } = factor;
  if (gsd === null || gsdUp === null) return null;
  if (isExact(factor)) return EXACT;
  const part = spreadOf === 'excess' ? (value - 1) / value : 1;
  const log = -ln(gsd) * part;
  return { log, up: gsdUp === gsd ? log : -ln(gsdUp) * part };
}

/** The same sum with products of the same unknowns taken together: many runs on one grid become one product. */
export function merged(sum: readonly Monomial[]): readonly Monomial[] {
  return taken(sum, (log) => log, false);
}

/**
 * Logs of deviations to this step are as good as one: the mean stands for all, so that an end of a range moves by the
 * square of what they differ by. Of 500 runs of 1 to 186 hours by two hundred-thousandths.
 */
export const NEAR_LOG = 0.04;

/** A log to the step within which logs are taken for one. */
export const nearLog = (log: number): number => Math.round(log / NEAR_LOG);

/**
 * The same, and products whose deviations are nearly alike taken for one with their mean deviation: thousands of runs of
 * many lengths become a few products, and no end of a range moves by more than half a percent.
 */
export function nearlyMerged(sum: readonly Monomial[]): readonly Monomial[] {
  return taken(sum, nearLog, true);
}

function taken(
  sum: readonly Monomial[],
  step: (log: number) => number,
  isMean: boolean,
): readonly Monomial[] {
  const byKeys = new Map<string, Map<string, Monomial[]>>();
  const all: Monomial[][] = [];
  for (const one of sum) {
    const { text, order } = orderedKeys(one.keys);
    const byLogs = byKeys.get(text) ?? new Map<string, Monomial[]>();
    byKeys.set(text, byLogs);
    const name = logsText(one, order, step);
    const others = byLogs.get(name);
    if (others) others.push(one);
    else {
      const some = [one];
      byLogs.set(name, some);
      all.push(some);
    }
  }
  return all.map((some) => (isMean ? nearlyOne(some) : sameAs(some)));
}

/** A list of unknowns in an order that is that of all lists of the same ones. */
interface OrderedKeys {
  readonly text: string;
  readonly order: readonly number[];
}

/** Thousands of products have one list of unknowns. */
const ordered = new WeakMap<readonly string[], OrderedKeys>();

function orderedKeys(keys: readonly string[]): OrderedKeys {
  const known = ordered.get(keys);
  if (known) return known;
  const order = keys
    .map((_, index) => index)
    .sort((a, b) => ((keys[a] as string) < (keys[b] as string) ? -1 : 1));
  const found = { text: order.map((index) => keys[index]).join('|'), order };
  ordered.set(keys, found);
  return found;
}

function logsText(one: Monomial, order: readonly number[], step: (log: number) => number): string {
  const ups = upsOf(one);
  let text = '';
  for (const index of order)
    text += `${step(one.logs[index] as number)},${step(ups[index] as number)} `;
  return text;
}

function sameAs(some: readonly Monomial[]): Monomial {
  const [first, ...others] = some as readonly [Monomial, ...Monomial[]];
  return others.length === 0 ? first : { ...first, value: medianOf(some) };
}

function medianOf(some: readonly Monomial[]): number {
  let value = 0;
  for (const one of some) value += one.value;
  return value;
}

/**
 * Products of the same unknowns as one, with the mean of their deviations by value.
 *
 * @param some at least one; their unknowns may stand in any order
 */
export function nearlyOne(some: readonly Monomial[]): Monomial {
  const value = medianOf(some);
  const [first] = some as readonly [Monomial, ...Monomial[]];
  if (some.length === 1 || !(value > 0)) return sameAs(some);
  const { keys } = first;
  const logs = new Array<number>(keys.length).fill(0);
  const ups = [...logs];
  for (const one of some) {
    const above = upsOf(one);
    const share = one.value / value;
    for (let index = 0; index < keys.length; index++) {
      const at = one.keys === keys ? index : keys.indexOf(one.keys[index] as string);
      logs[at] = (logs[at] as number) + (one.logs[index] as number) * share;
      ups[at] = (ups[at] as number) + (above[index] as number) * share;
    }
  }
  return some.some((one) => one.ups) ? { value, keys, logs, ups } : { value, keys, logs };
}
