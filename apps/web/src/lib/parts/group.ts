import type { PlaceGroup } from '@ml-emissions/calculator';
import { mass } from '../text/format.ts';
import { shell } from '../text/words.ts';

/** Cities that a line has room for. */
const MOST = 4;

/** Places that are not told apart from the lowest, in words; null where it stands alone, or nothing is known. */
export function groupWords(
  group: PlaceGroup | null | undefined,
): { readonly places: string; readonly range: string } | null {
  if (!group || group.places.length < 2) return null;
  const { cities, providers, kgCo2e } = group;
  const { moving } = shell();
  return {
    places: moving.places(
      cities.slice(0, MOST).join(', '),
      Math.max(0, cities.length - MOST),
      providers,
    ),
    range: moving.group(mass(kgCo2e.low), mass(kgCo2e.high)),
  };
}
