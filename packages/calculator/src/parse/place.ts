import { type Edition, isRented } from '@ml-emissions/data';
import type { Place, Problem } from '@ml-emissions/model';
import { type Draft, problem, quoted } from '@ml-emissions/schema';
import type { Findings } from './findings.ts';
import { lookUpName, theOneOf } from './look-up-name.ts';
import { readPlace, siteNamed } from './read-place/read-place.ts';
import { regionsNamed } from './read-place/read-region.ts';
import { tidyPlace } from './read-place/tidy-place.ts';
import { wholeNamed } from './read-place/whole.ts';
import { resolveZone } from './zone.ts';

const PLACE = '{ provider, region }, { provider, country }, { site }, { zone } or { country }';

/** Names of a place -> ids of the edition; what does not resolve becomes a problem. */
export function resolvePlace(
  edition: Edition,
  draft: NonNullable<Draft['place']>,
  findings: Findings,
): Place | null {
  const { provider, region, site, zone, country } = draft;
  const cloud = provider !== undefined || region !== undefined;
  // A country may stand for the region that is not known.
  const isCloudIn = provider !== undefined && region === undefined && country !== undefined;
  const ways = [cloud, site !== undefined, zone !== undefined, country !== undefined && !isCloudIn];
  const kinds = ways.filter(Boolean).length;
  if (kinds !== 1) {
    findings.problems.push(
      problem(kinds === 0 ? 'missing' : 'conflict', '/place', draft, {
        message: kinds === 0 ? 'the place is empty' : 'a place is named in more than one way',
        expected: PLACE,
      }),
    );
    return null;
  }
  if (site !== undefined) return resolveSite(edition, site, findings);
  if (zone !== undefined) return resolveZone(edition, zone, 'zone', findings);
  if (isCloudIn) return resolveCloudIn(edition, provider, country, findings);
  if (country !== undefined) return resolveZone(edition, country, 'country', findings);
  return resolveRegion(edition, { provider, region }, findings);
}

function resolveSite(edition: Edition, text: string, findings: Findings): Place | null {
  if (!edition.hasMachines) {
    throw new Error('parseRun(): a run at a named site needs the full tables; import them first');
  }
  const { sites } = edition.names;
  const found = theOneOf(
    {
      text,
      field: '/place/site',
      what: 'site',
      edition: findings.edition,
      expected: 'a named site such as jean-zay, lumi or google-colab',
      unknown: 'unknown-site',
      ambiguous: 'unknown-site',
      label: ({ name }) => name,
    },
    sites.exact(text),
    () => sites.nearest(text, MOST_SUGGESTED),
  );
  if (found.ok) return { site: found.item.id };
  findings.problems.push(found.problem);
  return null;
}

/** A provider whose region is not known, in a country. */
function resolveCloudIn(
  edition: Edition,
  provider: string,
  country: string,
  findings: Findings,
): Place | null {
  const id = resolveProvider(edition, provider, findings);
  const where = resolveZone(edition, country, 'country', findings);
  if (id === null || where === null) return null;
  if ('country' in where) return { provider: id, country: where.country };
  findings.problems.push(
    problem('unknown-country', '/place/country', country, {
      message: `${quoted(country)} is not a country; beside a provider stands its region or a country`,
      expected: 'an ISO 3166 code or a name such as FR, France',
    }),
  );
  return null;
}

function resolveRegion(
  edition: Edition,
  draft: { readonly provider: string | undefined; readonly region: string | undefined },
  findings: Findings,
): Place | null {
  const { problems } = findings;
  if (draft.provider === undefined) {
    const both = providerAndRegion(edition, draft.region ?? '');
    if (both) return regionOf(edition, both.provider, both.region, findings);
    const holders = edition.names.regions(null).match(draft.region ?? '');
    const suggestions = [...new Set(holders.map((row) => row.provider))].slice(0, 5);
    problems.push(
      problem('missing', '/place/provider', null, {
        message: `the provider of region '${draft.region}' is missing${suggestions.length > 0 ? `; ${suggestions.join(', ')} ${suggestions.length > 1 ? 'have' : 'has'} one of that name` : ''}`,
        expected: 'a provider such as gcp',
        suggestions,
      }),
    );
    return null;
  }
  const { provider: text, region } = draft;
  const whose = providerNamed(edition, text);
  // The user's own machines: what stands where a region would is a place by itself.
  if (whose === null && (isOwn(text) || siteNamed(edition, text))) {
    return region === undefined
      ? ownPlace(edition, text, findings)
      : atOwn(edition, text, region, findings);
  }
  const id = whose ?? resolveProvider(edition, text, findings);
  if (id === null) return null;
  if (region === undefined) {
    problems.push(missingRegion(edition, id));
    return null;
  }
  return regionOf(edition, id, region, findings);
}

/** `gcp/us-central1`, as receipts and comparisons write a region, and `Google Cloud us-central1`, as people do. */
function providerAndRegion(
  edition: Edition,
  text: string,
): { readonly provider: string; readonly region: string } | null {
  for (const { index, 0: between } of text.matchAll(/\s*[/:,]\s*|\s+/g)) {
    const [row, ...others] = edition.names.providers.exact(text.slice(0, index));
    const region = text.slice(index + between.length);
    if (row && others.length === 0 && edition.names.regions(row.id).exact(region).length > 0) {
      return { provider: row.id, region };
    }
  }
  return null;
}

/** A region of a provider, or a country that stands for it. */
function regionOf(edition: Edition, id: string, text: string, findings: Findings): Place | null {
  // Nearly all are written as they are listed.
  const [exact, ...several] = edition.names.regions(id).exact(text);
  if (exact && several.length === 0) return { provider: id, region: exact.region };
  const owners = ownersOf(edition, text);
  if (owners.length > 0 && !owners.includes(id)) {
    const message = `${quoted(text)} is a region of ${owners.join(' and ')}, and the provider is ${id}`;
    const expected = `a region of ${id}, or another provider`;
    findings.problems.push(problem('conflict', '/place/region', text, { message, expected }));
    return null;
  }
  const { text: bare, dropped } = tidyPlace(text);
  // A country where the provider has several regions is none of them, also where one has it in its name.
  const wide = countryOfSeveral(edition, id, bare);
  if (wide !== null) {
    findings.readings.push({ field: '/place/country', said: text, taken: wide, dropped });
    return { provider: id, country: wide };
  }
  const found = theOneOf(
    {
      text,
      field: '/place/region',
      what: `region of ${id}`,
      edition: findings.edition,
      expected: `a region of ${id}`,
      unknown: 'unknown-region',
      ambiguous: 'ambiguous-region',
      label: (row) => row.region,
    },
    regionsNamed(edition, id, bare),
    () => edition.names.regions(id).nearest(bare, MOST_SUGGESTED),
  );
  if (found.ok) {
    const { region } = found.item;
    if (dropped.length > 0) {
      findings.readings.push({ field: '/place/region', said: text, taken: region, dropped });
    }
    return { provider: id, region };
  }
  const country = found.problem.code === 'unknown-region' ? countryIn(edition, bare) : null;
  if (country === null) {
    findings.problems.push(found.problem);
    return null;
  }
  findings.readings.push({ field: '/place/country', said: text, taken: country, dropped: [text] });
  return { provider: id, country };
}

/** The providers whose own code of a region a text is. */
function ownersOf(edition: Edition, text: string): readonly string[] {
  const byCode = edition.once('owners of regions', () => {
    const found = new Map<string, Set<string>>();
    for (const { provider, region } of edition.regions) {
      if (!/\d/.test(region)) continue;
      const key = region.toLowerCase();
      found.set(key, (found.get(key) ?? new Set()).add(provider));
    }
    return found;
  });
  return [...(byCode.get(text.trim().toLowerCase()) ?? [])];
}

/** The country that a text names whole, where a provider has several regions in it; else null. */
function countryOfSeveral(edition: Edition, provider: string, text: string): string | null {
  const [zone, ...others] = wholeNamed(edition, text);
  if (zone?.kind !== 'country' || others.length > 0) return null;
  const own = edition.regions.filter((row) => row.provider === provider && row.country === zone.id);
  return own.length > 1 ? zone.id : null;
}

const MOST_SUGGESTED = 5;
/** What a provider writes behind a country; before one it may be another country: South Korea. */
const DIRECTIONS = /(?:\s+(?:north|south|east|west|central|centre|northeast|southeast|\d+))+$/i;

/** The country of a region that is not listed: `Finland Central`. */
function countryIn(edition: Edition, text: string): string | null {
  const whole = readPlace(edition, text).zones;
  const zones = whole.length > 0 ? whole : readPlace(edition, text.replace(DIRECTIONS, '')).zones;
  const [zone, ...others] = zones;
  return zone?.kind === 'country' && others.length === 0 ? zone.id : null;
}

/** Words of those who rent nothing: their own machines, a university's, nobody's. */
const OWN =
  /^(?:-|none|n\/?a\b.*|no cloud.*|not (?:applicable|specified))$|\b(?:private|local|own|on-?prem\w*|academic|university|institut\w*|in-?house|self-hosted|home|laptop|workstation|lab(?:oratory)?|hpc|cluster|(?:super)?comput(?:er|ing) (?:centre|center|platform|facility)|research computing)\b/i;

const isOwn = (text: string): boolean => OWN.test(text.trim());

/** The cloud that a text names whole, or that a service by that name runs in. */
function providerNamed(edition: Edition, text: string): string | null {
  const [row, ...others] = edition.names.providers.exact(text);
  if (row && others.length === 0) return row.id;
  return siteNamed(edition, text)?.provider ?? null;
}

/** A site that stands in a provider's place, alone. */
function ownPlace(edition: Edition, text: string, findings: Findings): Place | null {
  const { site } = readPlace(edition, text);
  if (site) return { site: site.id };
  findings.problems.push(
    problem('missing', '/place/country', null, {
      message: `${quoted(text)} is no cloud provider; give the country or zone where it stands`,
      expected: PLACE,
    }),
  );
  return null;
}

/** The user's own machines somewhere: a site by name, else the place that is written beside. */
function atOwn(edition: Edition, text: string, region: string, findings: Findings): Place | null {
  const { site } = readPlace(edition, text);
  // A service that may stand anywhere stands where the run says.
  if (!site?.country) return resolveZone(edition, region, 'region', findings);
  const isThere = readPlace(edition, region).zones.some(({ country }) => country === site.country);
  if (!isThere) {
    findings.readings.push({ field: '/place/site', said: text, taken: site.id, dropped: [region] });
  }
  return { site: site.id };
}

function resolveProvider(edition: Edition, text: string, { problems, edition: of }: Findings) {
  const found = lookUpName({
    index: edition.names.providers,
    text,
    field: '/place/provider',
    what: 'provider',
    edition: of,
    expected: providerIds(edition),
    unknown: 'unknown-provider',
    ambiguous: 'unknown-provider',
    label: (row) => row.id,
  });
  if (found.ok) return found.item.id;
  problems.push(found.problem);
  return null;
}

function missingRegion(edition: Edition, id: string): Problem {
  const some = edition.regions.filter(({ provider }) => provider === id).slice(0, 5);
  const suggestions = some.map(({ region }) => region);
  const expected =
    some.length > 0
      ? `a region of ${id} such as ${suggestions.join(', ')}, or a country`
      : `the country: no regions of ${id} are known`;
  const message = `the region of ${id} is missing; give it, or a country`;
  return problem('missing', '/place/region', null, { message, expected, suggestions });
}

/** Asked with every run, told only where a provider is not known. */
function providerIds(edition: Edition): string {
  return edition.once('provider ids', () => {
    const rented = edition.providers.filter(isRented);
    return `one of ${rented.map(({ id }) => id).join(', ')}`;
  });
}

const PLACE_OR_INTENSITY =
  '{ provider, region }, { site }, { zone }, { country } or carbonIntensityGPerKwh';

/** Nothing to multiply by. */
export function missingPlace(): Problem {
  const message = 'the place is missing; give one, or carbonIntensityGPerKwh';
  return problem('missing', '/place', null, { message, expected: PLACE_OR_INTENSITY });
}

/** A place whose direct emissions the edition cannot tell. */
export function noDirect(edition: Edition): Problem {
  const message = `edition ${edition.id} has no direct intensity for this place, and no way to it from the lifecycle one`;
  const expected = 'scope: lifecycle, or a newer edition';
  return problem('no-intensity', '/scope', 'direct', { message, expected });
}

/** A place that the edition has no intensity for. */
export function noIntensity(place: Place): Problem {
  const message = 'no carbon intensity is known for this place; give carbonIntensityGPerKwh';
  const expected = PLACE_OR_INTENSITY;
  return problem('no-intensity', '/place', place, { message, expected });
}
