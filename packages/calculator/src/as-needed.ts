import type { Edition } from '@ml-emissions/data';
import { editionsAsNeeded } from '@ml-emissions/data/as-needed';
import { type Calculator, createCalculator } from './calculator.ts';
import { keepRanked, type RankedPlace, rankedNow } from './estimate/alternatives.ts';

export { type RankedPlace, rankedNow };

/**
 * All data of every edition, each table read when it is first asked for.
 *
 * @param read the text of a table, by the name of its file
 * @param ranked `rankedNow` of the current edition, where a build kept it: the regions of all providers need not be read
 *   to rank them
 */
export function calculatorFrom(
  read: (file: string) => string,
  ranked: readonly RankedPlace[] | null = null,
): Calculator {
  const editions = editionsAsNeeded(read);
  const get = (id: string): Edition | undefined => {
    const edition = editions.get(id);
    if (edition && ranked && id === editions.current) keepRanked(edition, ranked);
    return edition;
  };
  return createCalculator({ ...editions, get });
}
