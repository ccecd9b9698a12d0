import type { Edition } from '@ml-emissions/data';
import { countryNames, plainName } from './country-names.ts';
import { divisionsNamed } from './divisions.ts';
import { isQualifier, type PlacePart, placeParts, tidyPlace } from './tidy-place.ts';

type Zone = Edition['zones'][number];
type Site = Edition['sites'][number];

/** What a text about a place names. */
export interface PlaceRead {
  /** Every zone that it may mean; none where it names none. */
  readonly zones: readonly Zone[];
  /** A site by its own name. */
  readonly site: Site | null;
  /** What of the text was not used: a town within the zone, an intensity beside it. */
  readonly dropped: readonly string[];
}

/**
 * What people and programs write about a place: zones and countries by any of their names, states and provinces,
 * towns with their country, named sites. A part of a longer name is never a match.
 *
 * @param edition its names
 * @param text as written
 * @returns all that it may mean; the finest part that is certain decides, and what was not used is told
 * Errors: none.
 * @example readPlace(edition, 'Canada (Alberta)').zones[0].id // 'CA-AB'
 */
export function readPlace(edition: Edition, text: string): PlaceRead {
  const { text: bare, dropped } = tidyPlace(text);
  const whole = wholeNamed(edition, bare);
  if (whole.length > 0) return { zones: whole, site: null, dropped };
  // A site by its name before a part of a country by that name: Delta is a cluster more often than a state of Nigeria.
  const site = siteNamed(edition, bare);
  if (site) return { zones: [], site, dropped };
  const inside = insideNamed(edition, bare);
  if (inside.length > 0) return { zones: inside, site: null, dropped };
  return readParts(edition, placeParts(bare), dropped);
}

function readParts(
  edition: Edition,
  parts: readonly PlacePart[],
  dropped: readonly string[],
): PlaceRead {
  const nothing = { zones: [], site: null, dropped };
  if (parts.length < 2) return nothing;
  const turned = turnedName(edition, parts);
  if (turned.length > 0) return { ...nothing, zones: turned };
  const site = parts.map(({ text }) => siteNamed(edition, text)).find((one) => one !== null);
  if (site) return { zones: [], site, dropped };
  const known = parts.map(({ text }) => partNamed(edition, text));
  const last = known.findLastIndex(({ zones }) => zones.length > 0);
  if (last < 0) return nothing;
  // A town stands before its country; what follows and is not understood may say something else, save in brackets.
  const after = parts.slice(last + 1);
  if (after.some(({ text, isAside }) => !isAside && !isQualifier(text))) return nothing;
  let zones: readonly Zone[] = [];
  const unused: string[] = [];
  // The widest comes last: what stands before it lies in it, or is a town by the name of somewhere else.
  for (const [index, { text }] of [...parts.entries()].reverse()) {
    const { zones: own = [], isDivision = false } = known[index] ?? {};
    if (isQualifier(text)) continue;
    const inside = finest(edition, zones, own);
    if (zones.length === 0 && own.length > 0) zones = own;
    else if (inside.length > 0) zones = inside;
    else if (own.length > 0 && !isDivision) zones = [...zones, ...own];
    else unused.unshift(text);
  }
  return { zones, site: null, dropped: [...unused, ...dropped] };
}

/** Tables turn official names round: `Congo, Democratic Republic of the` is another country than Congo. */
function turnedName(
  edition: Edition,
  [name, title, ...more]: readonly PlacePart[],
): readonly Zone[] {
  if (!name || !title || more.length > 0 || !isQualifier(title.text)) return [];
  const first = title.text.replace(/^the\s+|\s+of(?:\s+the)?$/gi, '');
  const ways = [`${first} of the ${name.text}`, `${first} of ${name.text}`];
  return ways.map((way) => wholeNamed(edition, way)).find((zones) => zones.length > 0) ?? [];
}

/** The finer of two lists of zones, as far as they lie in each other; none where none does. */
function finest(edition: Edition, one: readonly Zone[], other: readonly Zone[]): readonly Zone[] {
  return [
    ...new Set([
      ...other.filter((zone) => one.some((wide) => liesIn(edition, zone, wide))),
      ...one.filter((zone) => other.some((wide) => liesIn(edition, zone, wide))),
    ]),
  ].filter((zone, _, all) => !all.some((fine) => fine !== zone && liesIn(edition, fine, zone)));
}

function liesIn(edition: Edition, zone: Zone, wide: Zone): boolean {
  if (zone.id === wide.id || zone.country === wide.id) return true;
  const parent = zone.parent === null ? undefined : edition.zoneById.get(zone.parent);
  return parent !== undefined && liesIn(edition, parent, wide);
}

/** What one part of a longer text names, and whether only as a division of a country. */
interface PartNamed {
  readonly zones: readonly Zone[];
  readonly isDivision: boolean;
}

/** A part of a longer text: a two-letter code may be a country's or a state's. */
function partNamed(edition: Edition, part: string): PartNamed {
  const named = wholeNamed(edition, part);
  if (!/^\p{Lu}{2}$/u.test(part)) {
    return named.length > 0
      ? { zones: named, isDivision: false }
      : { zones: byIds(edition, divisionsNamed(edition, part)), isDivision: true };
  }
  const states = ['US', 'CA', 'AU'].map((country) => `${country}-${part}`);
  return { zones: [...new Set([...named, ...byIds(edition, states)])], isDivision: false };
}

/**
 * What a state, a province or a city with a cloud region lies in. A division by its name alone counts where there are
 * clouds: Portland is a parish of Jamaica too, and Manchester another.
 */
function insideNamed(edition: Edition, text: string): readonly Zone[] {
  const divisions = byIds(edition, divisionsNamed(edition, text));
  const isLikely = divisions.some(
    ({ id, country }) => id.includes('-') || hasCloud(edition).has(country ?? id),
  );
  return isLikely ? divisions : byIds(edition, cityZone(edition, text));
}

const hasCloud = (edition: Edition): ReadonlySet<string | null> =>
  edition.once(
    'countries with a cloud region',
    () => new Set(edition.regions.map((row) => row.country)),
  );

/** Zones by any of their own whole names. */
export function wholeNamed(edition: Edition, text: string): readonly Zone[] {
  const exact = edition.names.zones.exact(/^[a-z]{2}$/.test(text) ? text.toUpperCase() : text);
  if (exact.length > 0) return exact;
  const plain = plainName(text);
  const id = countryNames(edition).get(plain) ?? subregions(edition).get(plain);
  return id === undefined ? [] : byIds(edition, [id]);
}

const byIds = (edition: Edition, ids: readonly string[]): readonly Zone[] =>
  ids.flatMap((id) => edition.zoneById.get(id) ?? []);

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

/** The grid of a city that clouds name a region after, where all of them stand on one; else its country. */
function cityZone(edition: Edition, text: string): string[] {
  const asked = plainName(text);
  const rows = edition.regions.filter(({ city }) => city !== null && plainName(city) === asked);
  const zones = new Set(rows.map(({ zone }) => zone));
  const countries = new Set(rows.map(({ country }) => country));
  const [one] = zones.size === 1 ? zones : countries.size === 1 ? countries : [];
  return one ? [one] : [];
}

const KIND_OF_SITE = /\s+(?:(?:super)?computer|cluster|hpc|notebooks?)$/i;

/** A site by its own name; null where tables have none. */
export function siteNamed(edition: Edition, text: string): Site | null {
  if (!edition.hasMachines) return null;
  const { sites } = edition.names;
  return sites.exact(text)[0] ?? sites.exact(text.replace(KIND_OF_SITE, ''))[0] ?? null;
}
