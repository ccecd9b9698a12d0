import type { Edition } from '@ml-emissions/data';
import { likelyCityZones } from './cities.ts';
import { countryNames, plainName } from './country-names.ts';

type Zone = Edition['zones'][number];

/** How people write a word, and not a code: `Est` is the east of France before it is Estonia. */
const WORD_OF_THREE = /^(?!Usa$|Uae$)\p{Lu}\p{Ll}{2}$/u;
/** A part of a country's grid as its market calls it: `SE3`. */
const BIDDING_ZONE = /^([A-Z]{2})\d$/;

/**
 * Zones by any of their own whole names.
 *
 * @returns several where a country's name in another language is a city elsewhere: Granada
 */
export function wholeNamed(edition: Edition, text: string): readonly Zone[] {
  const exact = WORD_OF_THREE.test(text)
    ? []
    : edition.names.zones.exact(/^[a-z]{2}$/.test(text) ? text.toUpperCase() : text);
  if (exact.length > 0) return exact;
  const [, country] = BIDDING_ZONE.exec(text) ?? [];
  if (country !== undefined) return byIds(edition, [`${country}-${text}`]);
  const plain = plainName(text);
  const named = countryNames(edition).get(plain);
  if (named) {
    const cities = named.isEnglish ? [] : likelyCityZones(edition, text);
    return byIds(edition, [...new Set([named.id, ...cities])]);
  }
  const id = subregions(edition).get(plain);
  return id === undefined ? [] : byIds(edition, [id]);
}

/** The zones of some ids, as far as the edition has them. */
export const byIds = (edition: Edition, ids: readonly string[]): readonly Zone[] =>
  ids.flatMap((id) => edition.zoneById.get(id) ?? []);

/** Whether a zone is another or lies in it. */
export function liesIn(edition: Edition, zone: Zone, wide: Zone): boolean {
  if (zone.id === wide.id || zone.country === wide.id) return true;
  const parent = zone.parent === null ? undefined : edition.zoneById.get(zone.parent);
  return parent !== undefined && liesIn(edition, parent, wide);
}

/** eGRID subregions by acronym and by name: `CAMX`, `WECC California`. Source: US EPA eGRID. */
function subregions(edition: Edition): ReadonlyMap<string, string> {
  return edition.once('egrid subregions by name', () => {
    const all = edition.zones.filter(({ kind }) => kind === 'egrid-subregion');
    return new Map(
      all.flatMap(({ id, name }) => [
        [plainName(name.replace(/\([^)]*\)/g, ' ').replace(/\begrid\b/gi, ' ')), id] as const,
        [id.toLowerCase().replace('us-egrid-', ''), id] as const,
      ]),
    );
  });
}
