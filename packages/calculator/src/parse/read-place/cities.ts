import type { Edition } from '@ml-emissions/data';
import { plainName } from './country-names.ts';

/** A city of so many times the people of any other of its name is the one that is meant. */
const OUTGROWS = 5;
/** Smaller cities are listed only for countries whose states have codes like countries, thousand people. */
const SMALLEST = 100;

/** `St. Louis` is Saint Louis. */
const cityKey = (name: string): string => plainName(name).replace(/\bst\b/, 'saint');

/** People by zone of the largest city of a name there, in thousands. */
type PeopleByZone = ReadonlyMap<string, number>;

function byName(edition: Edition): ReadonlyMap<string, PeopleByZone> {
  return edition.once('cities by name', () => {
    const found = new Map<string, Map<string, number>>();
    for (const { country, zone, name, aliases, populationThousand } of edition.machines.cities) {
      const keys = new Set([name, ...aliases].map(cityKey));
      const where = zone ?? gridOf(edition, country, keys) ?? country;
      for (const key of keys) {
        const zones = found.get(key) ?? new Map<string, number>();
        zones.set(where, Math.max(zones.get(where) ?? 0, populationThousand));
        found.set(key, zones);
      }
    }
    return found;
  });
}

/** The grid of a country that clouds say their regions in a city stand on, where they agree. */
function gridOf(edition: Edition, country: string, keys: ReadonlySet<string>): string | null {
  const byCity = edition.once('grids of cities with a cloud region', () => {
    const found = new Map<string, Set<string | null>>();
    for (const row of edition.regions) {
      if (row.city === null) continue;
      const at = `${row.country} ${cityKey(row.city)}`;
      found.set(at, (found.get(at) ?? new Set()).add(row.zone));
    }
    return found;
  });
  for (const key of keys) {
    const [only, ...others] = byCity.get(`${country} ${key}`) ?? [];
    if (only && others.length === 0) return only;
  }
  return null;
}

/**
 * Zones with a city of a name, the largest city first.
 *
 * @returns none where the name is no listed city's
 * @example cityZones(edition, 'Cambridge') // ['GB', 'CA-ON', 'US-MA']
 */
export function cityZones(edition: Edition, text: string): readonly string[] {
  return sorted(edition, text).map(([zone]) => zone);
}

/** The same, but one alone where its city outgrows all others of the name: Paris, Boston. */
export function likelyCityZones(edition: Edition, text: string): readonly string[] {
  const [first, second, ...others] = sorted(edition, text).filter(
    ([, people]) => people >= SMALLEST,
  );
  if (!first) return [];
  if (!second || first[1] >= OUTGROWS * second[1]) return [first[0]];
  return [first, second, ...others].map(([zone]) => zone);
}

/** Whether the city of a name in a zone outgrows every other of that name that may be there and is not listed. */
export const isLargeCity = (edition: Edition, text: string, zone: string): boolean =>
  sorted(edition, text).some(([where, people]) => where === zone && people >= OUTGROWS * SMALLEST);

function sorted(edition: Edition, text: string): readonly (readonly [string, number])[] {
  if (!edition.hasMachines) return [];
  const zones = byName(edition).get(cityKey(text));
  return zones ? [...zones].sort(([, one], [, other]) => other - one) : [];
}
