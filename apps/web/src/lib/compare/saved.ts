import type { Quantity } from '@ml-emissions/calculator';
import { mass, massEnds } from '../text/format.ts';
import type { WordsOf } from '../text/load.ts';

/** The range of a saving in words; '' where it has none. One that may be nothing is said by its upper end alone. */
export function savedRange({ low, high }: Partial<Quantity>, words: WordsOf<'compare'>): string {
  if (low === undefined || high === undefined) return '';
  return low > 0
    ? words.savingRange(...massEnds(low, high))
    : words.savingUpTo(mass(Math.max(0, high)));
}
