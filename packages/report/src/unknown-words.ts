import { askedOf } from './asks.ts';
import type { Format } from './format.ts';
import { type Report, wordsOf } from './report.ts';

/**
 * What a form asks for and nobody told, in one sentence: all but what its own lines say where no run tells it.
 *
 * @example 'Not known: how long it ran in 1 of 2 runs and other runs (searches, ablations, failed ones).'
 * @returns '' where nothing is left to say
 */
export function unknownWords(
  report: Report,
  { asks, saysUnknown = [] }: Pick<Format, 'asks' | 'saysUnknown'>,
): string {
  const words = wordsOf(report);
  const all = report.runs.length;
  const names = askedOf(report, asks).flatMap(({ ask, state, runs }) => {
    const name = words.unknown.asks[ask];
    const isAll = runs.length === all;
    if (state !== 'missing' || name === undefined || (isAll && saysUnknown.includes(ask)))
      return [];
    return [isAll ? name : words.ofSome(name, runs.length, all)];
  });
  return names.length === 0 ? '' : words.unknown.told(words.list(names));
}
