import type { Edition } from '@ml-emissions/data';
import { likelyCityZones } from './cities.ts';
import { plainName } from './country-names.ts';
import { divisionsNamed } from './divisions.ts';
import { byIds, liesIn, wholeNamed } from './whole.ts';

type Zone = Edition['zones'][number];

/** Words of a compass and of maps: divisions whose names are made of them alone are everywhere. */
const ANYWHERE =
  /^(?:(?:north|south|east|west|central|middle|upper|lower|northern|southern|eastern|western|coast|coastal|capital|river|lake|islands?|highlands?|hills?|plateau|region|and|the)\s*)+$/i;
/** `Northern Virginia`, `Southern California` lie in the state. */
const SIDE =
  /^(?<side>(?:north|south|east|west|northern|southern|eastern|western|central|greater|upstate|downtown|metropolitan))\s+(?<whole>.+)$/i;

/**
 * What a state, a province or a city lies in. A division by its name alone counts where there are clouds: Portland is a
 * parish of Jamaica too, and Manchester another.
 */
export function insideNamed(edition: Edition, text: string): readonly Zone[] {
  if (ANYWHERE.test(text)) return [];
  const divisions = byIds(edition, divisionsNamed(edition, text));
  const isLikely = divisions.some(
    ({ id, country }) => id.includes('-') || hasCloud(edition).has(country ?? id),
  );
  const cities = byIds(edition, likelyCityZones(edition, text));
  const inside = [...new Set([...(isLikely ? divisions : []), ...cities])];
  const town = byIds(edition, townZone(edition, text));
  const [only, ...more] = inside;
  if (!only) return town.filter((zone) => zone.kind !== 'country' || !hasStates(edition, zone.id));
  // Clouds say on which grid of the country a city stands.
  const isFiner = more.length === 0 && town.some((zone) => liesIn(edition, zone, only));
  return isFiner ? town : inside;
}

/** Whether the states of a country are zones: a town on none of them is not known well. */
export const hasStates = ({ zones }: Edition, country: string): boolean =>
  zones.some(({ kind, country: of }) => kind === 'state' && of === country);

const hasCloud = (edition: Edition): ReadonlySet<string | null> =>
  edition.once(
    'countries with a cloud region',
    () => new Set(edition.regions.map((row) => row.country)),
  );

/** The grid of a town that clouds name a region after, where all of them stand on one; else its country. */
function townZone(edition: Edition, text: string): string[] {
  const asked = plainName(text);
  const rows = edition.regions.filter(({ city }) => city !== null && plainName(city) === asked);
  const zones = new Set(rows.map(({ zone }) => zone));
  const countries = new Set(rows.map(({ country }) => country));
  const [one] = zones.size === 1 ? zones : countries.size === 1 ? countries : [];
  return one ? [one] : [];
}

/** The state that a side of it lies in, and the word for the side; a side of a country may be another country. */
export function sideOf(
  edition: Edition,
  text: string,
): { readonly zones: readonly Zone[]; readonly side: string } | null {
  const { side, whole } = SIDE.exec(text)?.groups ?? {};
  if (side === undefined || whole === undefined) return null;
  const zones = wholeNamed(edition, whole);
  const isState = zones.length > 0 && zones.every(({ kind }) => kind === 'state');
  return isState ? { zones, side } : null;
}
