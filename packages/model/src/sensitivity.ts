import type { NamedFactor } from './named-factor.ts';
import type { HintCode } from './plain-code.ts';
import type { Account } from './plan/account.ts';
import type { Spread } from './range/spread.ts';
import type { Quantity, Sensitivity } from './result.ts';

/** What would settle a factor, by the start of its name in the receipt. */
const HINTS: readonly (readonly [prefix: string, hint: HintCode])[] = [
  ['utilisation', 'settle-power'],
  ['tdp', 'settle-power'],
  ['power', 'settle-metering'],
  ['energy', 'settle-energy'],
  ['count', 'settle-count'],
  ['hours', 'settle-hours'],
  ['planned', 'settle-plan'],
  ['service-energy', 'settle-service'],
  ['service-hours', 'settle-service'],
  ['service-device-hours', 'settle-service'],
  ['idle-capacity', 'settle-capacity'],
  ['repeats', 'settle-repeats'],
  ['idle', 'settle-idle'],
  ['host', 'settle-host'],
  ['cpu', 'settle-cpu'],
  ['memory', 'settle-memory'],
  ['base', 'settle-at-wall'],
  ['unmetered', 'settle-at-wall'],
  ['servers', 'settle-nodes'],
  ['overhead', 'settle-at-wall'],
  ['pue', 'settle-pue'],
  ['carbon-intensity', 'settle-intensity'],
  ['market', 'settle-contract'],
  ['service-life', 'settle-life'],
  ['average-use', 'settle-use'],
  ['wue', 'settle-wue'],
];

/** What would settle a factor, by its name in the receipt. */
export function hintOf(step: string): HintCode {
  return HINTS.find(([prefix]) => step.startsWith(prefix))?.[1] ?? 'settle-otherwise';
}

/** All factors of an account by their key, the first of each name. */
export function factorsOf({ steps }: Account): ReadonlyMap<string, NamedFactor> {
  const all = new Map<string, NamedFactor>();
  for (const { times, over } of steps) {
    for (const named of times) if (!all.has(named.factor.key)) all.set(named.factor.key, named);
    for (const named of over) if (!all.has(named.factor.key)) all.set(named.factor.key, named);
  }
  return all;
}

/** What a factor causes before its hint is worded. */
export type Unsure = Omit<Sensitivity, 'hint'>;

/** A factor that causes less of the variance than this is not worth a line. */
const LEAST_SHARE = 0.001;

/**
 * The shares of the variance by factor, the largest first.
 *
 * @param spread of one figure
 * @param factors by key
 */
export function sensitivityOf(
  { shares }: Spread,
  factors: ReadonlyMap<string, NamedFactor>,
): Unsure[] {
  const list: Unsure[] = [];
  for (const [key, share] of shares) {
    if (share < LEAST_SHARE) continue;
    const named = factors.get(key);
    const step = named?.name ?? key;
    list.push({ factor: step, share, field: named?.field ?? '', said: { code: hintOf(step) } });
  }
  return list.sort((a, b) => b.share - a.share);
}

/** A figure with the range of a spread. */
export function withSpread(value: number, { low, high }: Spread): Quantity {
  return { value, low: value * low, high: value * high };
}
