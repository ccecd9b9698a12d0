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

const PIECES = /[^\p{L}\p{N}]+/u;
/** Numbers and sizes stand in names and beside them alike; short words stand everywhere. */
const SAYS_NOTHING = /^(?:\d{1,2}|\d+(?:gb?|w)|\p{L}{1,2})$/u;

/**
 * Whether a word is part of some name of hardware: of a text without any, nothing need be asked.
 *
 * @example isOfHardware(edition, '8xA100') // true
 */
export function isOfHardware(edition: Edition, word: string): boolean {
  const known = edition.once('words of hardware', () => wordsOfHardware(edition));
  return word
    .toLowerCase()
    .split(PIECES)
    .flatMap((one) => [one, one.replace(/s$/, ''), one.replace(/^\d+x(?=.)/, '')])
    .some((one) => known.has(one));
}

function wordsOfHardware(edition: Edition): ReadonlySet<string> {
  const { accelerators, hasMachines } = edition;
  const { instances, slices } = hasMachines ? edition.machines : { instances: [], slices: [] };
  const names = [
    ...accelerators.flatMap(({ id, name, aliases }) => [id, name, ...aliases]),
    ...(hasMachines
      ? edition.machines.cpus.flatMap(({ id, name, aliases }) => [id, name, ...aliases])
      : []),
    ...instances.map(({ instance }) => instance),
    ...slices.map(({ slice }) => slice),
  ];
  const words = names.flatMap((name) => name.toLowerCase().split(PIECES));
  return new Set(words.filter((word) => word !== '' && !SAYS_NOTHING.test(word)));
}
