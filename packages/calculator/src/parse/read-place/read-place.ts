import type { Edition } from '@ml-emissions/data';
import { cityZones, isLargeCity } from './cities.ts';
import { divisionsNamed } from './divisions.ts';
import { hasStates, insideNamed, sideOf } from './inside.ts';
import { isQualifier, type PlacePart, placeParts, tidyPlace } from './tidy-place.ts';
import { byIds, liesIn, wholeNamed } from './whole.ts';

type Zone = Edition['zones'][number];
type Site = Edition['sites'][number];

/** What a text about a place names. */
export interface PlaceRead {
  /** Every zone that it may mean; none where it names none. */
  readonly zones: readonly Zone[];
  /** Whether the text is the whole name of a zone, and not of what lies in one. */
  readonly isWhole: boolean;
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
  if (whole.length > 0) return { zones: whole, isWhole: true, site: null, dropped };
  const inPart = { isWhole: false, site: null, dropped };
  // A site by its name before a part of a country by that name: Delta is a cluster more often than a state of Nigeria.
  const site = siteNamed(edition, bare);
  if (site) return { ...inPart, zones: [], site };
  const inside = insideNamed(edition, bare);
  if (inside.length > 0) return { ...inPart, zones: inside };
  const side = sideOf(edition, bare);
  if (side) return { ...inPart, zones: side.zones, dropped: [side.side, ...dropped] };
  const [, country = '', code = ''] = DIVISION_CODE.exec(bare) ?? [];
  if (country !== '' && !hasStates(edition, country)) {
    return { ...inPart, zones: byIds(edition, [country]), dropped: [code, ...dropped] };
  }
  const parts = placeParts(bare);
  return parts.length > 1
    ? readParts(edition, parts, dropped)
    : readWithoutComma(edition, bare, dropped);
}

/** ISO 3166-2: `DE-BY`. */
const DIVISION_CODE = /^([A-Z]{2})-([A-Z\d]{1,3})$/;

/** `Paris France`, `Boston MA`: a city or a division, and what it lies in. */
function readWithoutComma(edition: Edition, text: string, dropped: readonly string[]): PlaceRead {
  const words = text.split(' ');
  for (let from = 1; from < words.length; from += 1) {
    const inner = { text: words.slice(0, from).join(' '), isAside: false };
    const outer = { text: words.slice(from).join(' '), isAside: false };
    const { zones: wide, isDivision } = partNamed(edition, outer.text);
    if (isDivision) continue;
    const { zones, cities } = partNamed(edition, inner.text);
    const inside = finest(edition, wide, [...zones, ...cities]);
    if (inside.length > 0) return readParts(edition, [inner, outer], dropped);
  }
  return { zones: [], isWhole: false, site: null, dropped };
}

function readParts(
  edition: Edition,
  parts: readonly PlacePart[],
  dropped: readonly string[],
): PlaceRead {
  const nothing = { zones: [], isWhole: false, site: null, dropped };
  const site = parts.map(({ text }) => siteNamed(edition, text)).find((one) => one !== null);
  const known = parts.map((part) => ({ ...part, ...partNamed(edition, part.text) }));
  if (site) {
    const elsewhere = known.filter((part) => isElsewhere(part, site));
    return { ...nothing, site, dropped: [...elsewhere.map(({ text }) => text), ...dropped] };
  }
  const last = known.findLastIndex(({ zones, cities }) => zones.length + cities.length > 0);
  if (last < 0) return nothing;
  // A town stands before its country; what follows and is not understood may say something else, save in brackets.
  const after = known.slice(last + 1);
  if (after.some(({ text, isAside }) => !isAside && !isQualifier(text))) return nothing;
  let zones: readonly Zone[] = [];
  const unused: string[] = [];
  // The widest comes last: what stands before it lies in it, or is a town by the name of somewhere else.
  for (const { text, zones: own, cities, isDivision } of [...known].reverse()) {
    if (isQualifier(text)) continue;
    const inside = finest(edition, zones, own);
    const city = finest(edition, zones, cities);
    if (zones.length === 0) zones = own.length > 0 ? own : insideNamed(edition, text);
    else if (inside.length > 0) zones = narrowest(edition, inside, city);
    else if (city.length > 0 && (zones.length > 1 || isSure(edition, text, city))) zones = city;
    else if (own.length > 0 && !isDivision && city.length === 0) zones = [...zones, ...own];
    else unused.unshift(text);
  }
  return { ...nothing, zones, dropped: [...unused, ...dropped] };
}

/** Whether a part names places, and none of them in the country of a site. */
function isElsewhere({ zones, cities }: PartNamed, { country }: Site): boolean {
  const named = [...zones, ...cities];
  return named.length > 0 && named.every((zone) => zone.country !== country);
}

/** Of several states by a name, the one that also has a city of it: `Washington, DC`. */
function narrowest(edition: Edition, zones: readonly Zone[], cities: readonly Zone[]) {
  const both = zones.length > 1 ? finest(edition, zones, cities) : [];
  return both.length > 0 ? both : zones;
}

/** Whether a city in a country that is named beside it is no other by that name, also none too small to be listed. */
const isSure = (edition: Edition, text: string, [zone, ...others]: readonly Zone[]): boolean =>
  zone !== undefined && others.length === 0 && isLargeCity(edition, text, zone.id);

/** The finer of two lists of zones, as far as they lie in each other; none where none does. */
function finest(edition: Edition, one: readonly Zone[], other: readonly Zone[]): readonly Zone[] {
  return [
    ...new Set([
      ...other.filter((zone) => one.some((wide) => liesIn(edition, zone, wide))),
      ...one.filter((zone) => other.some((wide) => liesIn(edition, zone, wide))),
    ]),
  ].filter((zone, _, all) => !all.some((fine) => fine !== zone && liesIn(edition, fine, zone)));
}

/** What one part of a longer text names, and whether only as a division of a country; cities by that name. */
interface PartNamed {
  readonly zones: readonly Zone[];
  readonly cities: readonly Zone[];
  readonly isDivision: boolean;
}

/** A part of a longer text: a two-letter code may be a country's or a state's. */
function partNamed(edition: Edition, part: string): PartNamed {
  const named = wholeNamed(edition, part);
  if (!/^\p{Lu}{2}$/u.test(part)) {
    const cities = byIds(edition, cityZones(edition, part));
    return named.length > 0
      ? { zones: named, cities, isDivision: false }
      : { zones: byIds(edition, divisionsNamed(edition, part)), cities, isDivision: true };
  }
  const states = ['US', 'CA', 'AU'].map((country) => `${country}-${part}`);
  const zones = [...new Set([...named, ...byIds(edition, states)])];
  return { zones, cities: [], isDivision: false };
}

const KIND_OF_SITE = /\s+(?:(?:super)?computer|cluster|hpc|notebooks?)$/i;

/** A site by its own name; null where tables have none. */
export function siteNamed(edition: Edition, text: string): Site | null {
  if (!edition.hasMachines) return null;
  const { sites } = edition.names;
  return sites.exact(text)[0] ?? sites.exact(text.replace(KIND_OF_SITE, ''))[0] ?? null;
}
