import type { NamedFactor } from './named-factor.ts';
import type { Account } from './plan/account.ts';
import type { Spread } from './range/spread.ts';
import type { Quantity, Sensitivity } from './result.ts';

/** What would settle a factor, by the start of its name in the receipt. */
const HINTS: readonly (readonly [prefix: string, hint: string])[] = [
  ['utilisation', 'measure the mean power of the accelerators'],
  ['tdp', 'measure the mean power of the accelerators'],
  ['power', 'meter the accelerators longer or better'],
  ['energy', 'use a better meter'],
  ['count', 'say how many chips'],
  ['hours', 'say how long it ran'],
  ['repeats', 'count the runs'],
  ['idle', 'say how long it idled, and at what power'],
  ['host', 'meter the host, or name its processor and memory'],
  ['cpu', 'meter the host, or say how busy its processors were'],
  ['memory', 'say how much memory the host has'],
  ['base', 'meter the whole machine at the wall'],
  ['overhead', 'meter the whole machine at the wall'],
  ['pue', 'ask the data centre for its PUE'],
  ['carbon-intensity', 'use the intensity of the grid at the time of the run'],
  ['market', 'ask for the contract behind the figure'],
  ['service-life', 'say how long the hardware is kept'],
  ['average-use', 'say what share of its life the hardware is in use'],
  ['wue', 'ask the data centre for its WUE'],
];

function hintOf(step: string): string {
  return HINTS.find(([prefix]) => step.startsWith(prefix))?.[1] ?? 'find a better figure';
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
): Sensitivity[] {
  const list: Sensitivity[] = [];
  for (const [key, share] of shares) {
    if (share < LEAST_SHARE) continue;
    const named = factors.get(key);
    const step = named?.name ?? key;
    list.push({ factor: step, share, field: named?.field ?? '', hint: hintOf(step) });
  }
  return list.sort((a, b) => b.share - a.share);
}

/** A figure with the range of a spread. */
export function withSpread(value: number, { low, high }: Spread): Quantity {
  return { value, low: value * low, high: value * high };
}
