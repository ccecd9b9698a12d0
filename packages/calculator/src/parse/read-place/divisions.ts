import type { Edition } from '@ml-emissions/data';
import { plainName } from './country-names.ts';

/** Words that say what kind of division it is, and are no part of most lists' names. */
const KIND =
  / (?:county|province|state|region|prefecture|oblast|governorate|district|canton|department|municipality|metropolitan area|metropolitan city)$/;

/** The zones that states, provinces and regions draw from, by plain name: their own, else their country's. */
function byName(edition: Edition): ReadonlyMap<string, readonly string[]> {
  return edition.once('divisions by name', () => {
    const found = new Map<string, Set<string>>();
    for (const { country, name, zone } of edition.machines.subdivisions) {
      const key = plainName(name).replace(KIND, '');
      found.set(key, (found.get(key) ?? new Set()).add(zone ?? country));
    }
    return new Map([...found].map(([key, zones]) => [key, [...zones]]));
  });
}

/** Zones of a first-level division of a country, by its name; several where countries share it. */
export function divisionsNamed(edition: Edition, text: string): readonly string[] {
  if (!edition.hasMachines) return [];
  return byName(edition).get(plainName(text).replace(KIND, '')) ?? [];
}
