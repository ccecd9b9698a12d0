import type { Edition } from '@ml-emissions/data';
import { type Amount, exp, hypot, ln, type Ranged, Z_90 } from '@ml-emissions/model';
import { needed } from '../default.ts';

/** Numbers by name, each with its 90 % range where it is not exact. */
export type Inputs<Name extends string> = Readonly<Record<Name, Amount>>;

/** A default with its range as one of the user's would have it. */
export function usual(edition: Edition, id: string): Amount {
  const { value, gsd, gsdUp } = needed(edition, id);
  if (!gsd || (gsd === 1 && gsdUp === undefined)) return value;
  return { value, low: value / exp(Z_90 * ln(gsd)), high: value * exp(Z_90 * ln(gsdUp ?? gsd)) };
}

/** A figure of numbers that are not exact, with how far it reaches down and up at 90 %. */
export interface Reached {
  readonly value: number;
  /** Logs of value / low and of high / value. */
  readonly down: number;
  readonly up: number;
}

/**
 * Figures that rise or fall with each of their numbers: each is put to its ends alone, and what that makes of a figure is
 * taken together by the root of the squares of the logs.
 *
 * Source: IPCC 2006 Guidelines, vol. 1 ch. 3, Approach 1, for numbers that nothing ties together.
 *
 * @param inputs by name, with their ranges
 * @param figures of plain numbers, each above 0
 * @returns each of the figures, in their order
 */
export function reached<Name extends string, Figures extends readonly number[]>(
  inputs: Inputs<Name>,
  figures: (numbers: Readonly<Record<Name, number>>) => readonly [...Figures],
): { readonly [At in keyof Figures]: Reached } {
  const names = Object.keys(inputs) as Name[];
  const middle = Object.fromEntries(
    names.map((name) => [name, endOf(inputs[name], 'value')]),
  ) as Record<Name, number>;
  const values = figures(middle);
  const reach = values.map((value) => ({ value, down: 0, up: 0 }));
  for (const name of names) {
    if (typeof inputs[name] === 'number') continue;
    const [low, high] = (['low', 'high'] as const).map((end) =>
      figures({ ...middle, [name]: endOf(inputs[name], end) }),
    );
    for (const [at, one] of reach.entries()) {
      const ends = [low, high].map((some) => ln((some?.[at] as number) / one.value));
      one.down = hypot(one.down, Math.max(0, -Math.min(...ends)));
      one.up = hypot(one.up, Math.max(0, ...ends));
    }
  }
  return reach as unknown as { readonly [At in keyof Figures]: Reached };
}

const endOf = (amount: Amount, end: keyof Ranged): number =>
  typeof amount === 'number' ? amount : amount[end];
