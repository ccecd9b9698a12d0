import type { Edition, Region } from '@ml-emissions/data';
import { countryNames, plainName } from './country-names.ts';
import { readPlace } from './read-place.ts';
import { placeParts } from './tidy-place.ts';

/** A zone of a region: `us-central1-a`, `us-east-1a`. */
const ZONE_OF_REGION = /^(?<region>.*\d)-?[a-f]$/i;
/** Zones that are numbered: Scaleway's `fr-par-2`, OVHcloud's `gra11`. Elsewhere a number is another region's. */
const NUMBERED: Readonly<Record<string, RegExp>> = {
  scaleway: /^(?<region>[a-z]+-[a-z]+)-\d$/i,
  ovh: /^(?<region>[a-z]+)\d{1,2}$/i,
};
/** Zones of AWS by the id that all accounts share: `use1-az1` is in us-east-1. */
const ZONE_ID = /^(?<area>[a-z]{2})(?<side>[nsewc]|[ns][ew])(?<number>\d)-az\d+$/i;
/** Billing names run words together and cut them: `EuropeWest`, `useast2`, `uaen`. */
const COMPACT =
  /^(?<area>us|eu|europe|uk|uae|asia|jp|japan|in|india|au|australia|br|brazil|ca|canada|fr|france|de|germany|kr|korea|no|norway|sw|sweden|za|south ?africa|ch|switzerland)\s*(?<direction>north ?central|south ?central|west ?central|north ?east|south ?east|north|south|east|west|central|[nsewc])\s*(?<number>\d?)$/i;
const REVERSED =
  /^(?<direction>north ?central|south ?central|west ?central|north ?east|south ?east|north|south|east|west|central)\s*(?<area>us|europe|uk|uae|asia|japan|india|australia|brazil|canada|france|germany|korea|norway|sweden|switzerland)\s*(?<number>\d?)$/i;

const AREAS: Readonly<Record<string, string>> = { eu: 'europe' };
const DIRECTIONS: Readonly<Record<string, string>> = {
  n: 'north',
  s: 'south',
  e: 'east',
  w: 'west',
  c: 'central',
};

/**
 * Regions of a provider by code, name or city; by a zone of it; by billing names. Whole names first; then all whose name
 * begins with what was written.
 *
 * @returns several where the text fits several: `us-east` of aws
 * @example regionsNamed(edition, 'gcp', 'us-central1-a')[0].region // 'us-central1'
 */
export function regionsNamed(edition: Edition, provider: string, text: string): readonly Region[] {
  const index = edition.names.regions(provider);
  for (const one of [text, ...regionsOfZone(provider, text)]) {
    const exact = index.exact(one);
    if (exact.length > 0) return exact;
  }
  for (const one of inEnglish(edition, text)) {
    const exact = index.exact(one);
    if (exact.length > 0) return exact;
  }
  // `Iowa (us-central1)`: parts that agree, or all that they name.
  const named = placeParts(text).map((part) => index.exact(part.text));
  const known = named.filter((rows) => rows.length > 0);
  const [first, ...more] = known;
  if (first) {
    const agreed = first.filter((row) => more.every((rows) => rows.includes(row)));
    return agreed.length > 0 ? agreed : [...new Set(known.flat())];
  }
  const asked = plainName(text);
  const compact = compactName(asked);
  const rows = edition.regions.filter((row) => row.provider === provider);
  if (compact !== null) {
    const same = rows.filter((row) => namesOf(row).some((name) => compactName(name) === compact));
    if (same.length > 0) return same;
  }
  return asked.length < SHORTEST
    ? []
    : rows.filter((row) => namesOf(row).some((name) => name.startsWith(`${asked} `)));
}

/** What a city or a country of another language is called where regions get their names: `Francfort`, `Irlande`. */
function inEnglish(edition: Edition, text: string): string[] {
  if (!edition.hasMachines || /\d/.test(text)) return [];
  const asked = plainName(text);
  const cities = edition.once('cities by other names', () => {
    const byAlias = new Map<string, string[]>();
    for (const { name, aliases } of edition.machines.cities)
      for (const alias of new Set(aliases.map(plainName)))
        byAlias.set(alias, [...(byAlias.get(alias) ?? []), name]);
    return byAlias;
  });
  const country = countryNames(edition).get(asked);
  const named = country && !country.isEnglish ? edition.zoneById.get(country.id) : undefined;
  return [...(cities.get(asked) ?? []), ...(named ? [named.name] : [])];
}

/** What the region of a zone may be called. */
function regionsOfZone(provider: string, text: string): string[] {
  const { area, side = '', number } = (provider === 'aws' && ZONE_ID.exec(text)?.groups) || {};
  if (area !== undefined) {
    const direction = [...side.toLowerCase()].map((one) => DIRECTIONS[one] ?? one).join('');
    return [`${area}-${direction}-${number}`.toLowerCase()];
  }
  const forms = [ZONE_OF_REGION, NUMBERED[provider]];
  return forms.flatMap((form) => form?.exec(text)?.groups?.region ?? []);
}

const SHORTEST = 4;

const namesOf = ({ region, name, city, aliases }: Region): string[] =>
  [region, name, city ?? '', ...aliases].map(plainName);

/** Area, direction and number in one order; null for any other name. */
function compactName(plain: string): string | null {
  const found = COMPACT.exec(plain) ?? REVERSED.exec(plain);
  if (!found) return null;
  const { area = '', direction = '', number } = found.groups ?? {};
  const side = direction.replace(/ /g, '');
  return `${AREAS[area] ?? area} ${DIRECTIONS[side] ?? side} ${number ?? ''}`.trim();
}

/**
 * A region of a cloud in one text: with its provider, or by a name that no other provider has and no place.
 *
 * @example cloudRegion(edition, 'AWS us-east-1') // { provider: 'aws', region: 'us-east-1' }
 */
export function cloudRegion(
  edition: Edition,
  text: string,
): { readonly provider: string; readonly region: string } | null {
  // Most texts are the name of a zone: only others are worth a look through all regions.
  if (edition.names.zones.exact(text).length > 0) return null;
  const words = text.trim().split(/[\s,/:|]+/);
  for (const length of [1, 2]) {
    const [provider, ...more] = edition.names.providers.exact(words.slice(0, length).join(' '));
    if (!provider || more.length > 0 || words.length === length) continue;
    const [row, ...others] = regionsNamed(edition, provider.id, words.slice(length).join(' '));
    if (row && others.length === 0) return { provider: row.provider, region: row.region };
  }
  const asked = plainName(text);
  const own = edition.regions.filter((row) =>
    [row.region, row.name].map(plainName).includes(asked),
  );
  const [row, ...others] = own;
  if (!row || others.length > 0 || plainName(row.city ?? '') === asked) return null;
  // `China (Beijing)` is a place before it is a region's name; a code with a number is no place, whatever it is of.
  const isCode = /\d/.test(asked) && plainName(row.region) === asked;
  const isPlace =
    !isCode && placeParts(row.name).every((part) => readPlace(edition, part.text).zones.length > 0);
  // `Tokyo Japan` is how a region is called too, and says no provider.
  if (isPlace || readPlace(edition, text).zones.length > 0) return null;
  // `us-west` is a region of one and the beginning of many others'.
  const isBeginning = edition.regions.some(
    ({ provider, region, name }) =>
      provider !== row.provider &&
      [region, name].some((one) => plainName(one).startsWith(`${asked} `)),
  );
  if (isBeginning) return null;
  return { provider: row.provider, region: row.region };
}
