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
 * A figure that rises or falls with each of its numbers: each is put to its ends alone, and what that makes of the figure is
 * taken together by the root of the squares of the logs.
 *
 * Source: IPCC 2006 Guidelines, vol. 1 ch. 3, Approach 1, for numbers that nothing ties together.
 *
 * @param inputs by name, with their ranges
 * @param figure of plain numbers, above 0
 */
export function reached<Name extends string>(
  inputs: Inputs<Name>,
  figure: (numbers: Readonly<Record<Name, number>>) => number,
): Reached {
  const names = Object.keys(inputs) as Name[];
  const middle = Object.fromEntries(
    names.map((name) => [name, endOf(inputs[name], 'value')]),
  ) as Record<Name, number>;
  const value = figure(middle);
  let [down, up] = [0, 0];
  for (const name of names) {
    if (typeof inputs[name] === 'number') continue;
    const ends = (['low', 'high'] as const).map((end) =>
      ln(figure({ ...middle, [name]: endOf(inputs[name], end) }) / value),
    );
    down = hypot(down, Math.max(0, -Math.min(...ends)));
    up = hypot(up, Math.max(0, ...ends));
  }
  return { value, down, up };
}

const endOf = (amount: Amount, end: keyof Ranged): number =>
  typeof amount === 'number' ? amount : amount[end];
