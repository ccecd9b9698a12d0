import type { Edition } from '@ml-emissions/data';
import { acceleratorsIn, readHardware } from './read-hardware/read-hardware.ts';
import { readPlace } from './read-place/read-place.ts';
import { cloudRegion } from './read-place/read-region.ts';

/** What a text names as a whole, and what of it belongs elsewhere: `T4` of `colab T4`. */
export interface NamedWhole {
  readonly dropped: readonly string[];
}

/**
 * Whether a text names one kind of hardware from its first word to its last, be it a name that several have. Nothing near
 * is looked for: a longer text is taken apart by asking this of its parts.
 *
 * @returns null where a part of it is unknown, or where it names several kinds
 * @example hardwareNamed(edition, '8 x A100 80GB') // { dropped: [] }
 */
export function hardwareNamed(edition: Edition, text: string): NamedWhole | null {
  const { kinds, unknown, dropped } = readHardware(edition, text);
  if (unknown.length > 0 || kinds.length === 0 || acceleratorsIn(kinds).length > 1) return null;
  return { dropped };
}

/**
 * The same of a place: a zone, a country, a city, a site, a region with its provider, or a code that several providers
 * call a region.
 */
export function isPlaceNamed(edition: Edition, text: string): boolean {
  if (cloudRegion(edition, text)) return true;
  const { zones, site } = readPlace(edition, text);
  const code = text.trim().toLowerCase();
  return (
    zones.length > 0 ||
    site !== null ||
    (/\d/.test(code) && edition.regions.some(({ region }) => region.toLowerCase() === code))
  );
}
