import type { Edition } from '@ml-emissions/data';
import { type Amount, amountOf, exp, hypot, ln, Z_90 } from '@ml-emissions/model';
import { needed } from '../default.ts';

/** Numbers by name, each with its 90 % range where it is not exact. */
export type Inputs<Name extends string> = Readonly<Record<Name, Amount>>;

/** A default with its range as one of the user's would have it. */
export const usual = (edition: Edition, id: string): Amount =>
  edition.once(`usual ${id}`, () => {
    const { value, gsd } = needed(edition, id);
    if (!gsd || gsd === 1) return value;
    return { value, low: value / exp(Z_90 * ln(gsd)), high: value * exp(Z_90 * ln(gsd)) };
  });

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
  const numbers = middleOf(inputs);
  const values = figures(numbers);
  const reach = values.map((value) => ({ value, down: 0, up: 0 }));
  for (const name of Object.keys(inputs) as Name[]) {
    const amount = inputs[name];
    if (typeof amount === 'number') continue;
    numbers[name] = amount.low;
    const low = figures(numbers);
    numbers[name] = amount.high;
    const high = figures(numbers);
    numbers[name] = amount.value;
    for (const [at, one] of reach.entries()) {
      const toLow = ln((low[at] as number) / one.value);
      const toHigh = ln((high[at] as number) / one.value);
      one.down = hypot(one.down, Math.max(0, -Math.min(toLow, toHigh)));
      one.up = hypot(one.up, Math.max(0, toLow, toHigh));
    }
  }
  return reach as unknown as { readonly [At in keyof Figures]: Reached };
}

/** The numbers without their ranges. */
export function middleOf<Name extends string>(inputs: Inputs<Name>): Record<Name, number> {
  const numbers = {} as Record<Name, number>;
  for (const name of Object.keys(inputs) as Name[]) numbers[name] = amountOf(inputs[name]);
  return numbers;
}
