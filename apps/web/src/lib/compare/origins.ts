import { calculator } from '../state/calculator.ts';
import type { Place } from './places.ts';

const AT_ONCE = 20;
const pause = () => new Promise((done) => setTimeout(done));
/** Where the paper's figures come from. */
const PAPER = 'lacoste2019';

/**
 * Where the figures of places come from, those of most places first; a few at a time, so that the page answers between
 * them.
 *
 * @param isOver whether nobody waits for it any more
 * @returns ids of sources; null where nobody waited
 */
export async function originsOf(
  places: readonly Place[],
  isOver: () => boolean,
): Promise<readonly string[] | null> {
  const counts = new Map<string, number>();
  for (const [index, { option }] of places.entries()) {
    if (index % AT_ONCE === 0) await pause();
    if (isOver()) return null;
    const id = option
      ? calculator().estimate(option.run, { receipt: false, alternatives: false })
          .carbonIntensityGPerKwh.sourceId
      : PAPER;
    if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([id]) => id);
}
