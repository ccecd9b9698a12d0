import type { Edition } from '@ml-emissions/data';
import type { Place, Problem } from '@ml-emissions/model';
import { type Draft, problem } from '@ml-emissions/schema';
import type { Findings } from './findings.ts';
import { lookUpName } from './look-up-name.ts';

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
  const found = lookUpName({
    index: edition.names.sites,
    text,
    field: '/place/site',
    what: 'site',
    edition: findings.edition,
    expected: 'a named site such as jean-zay, lumi or google-colab',
    isWhole: true,
    unknown: 'unknown-site',
    ambiguous: 'unknown-site',
    label: ({ name }) => name,
  });
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
  return id !== null && where !== null && 'country' in where
    ? { provider: id, country: where.country }
    : null;
}

function resolveRegion(
  edition: Edition,
  draft: { readonly provider: string | undefined; readonly region: string | undefined },
  findings: Findings,
): Place | null {
  const { problems } = findings;
  if (draft.provider === undefined) {
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
  const id = resolveProvider(edition, draft.provider, findings);
  if (id === null) return null;
  if (draft.region === undefined) {
    problems.push(missingRegion(edition, id));
    return null;
  }
  const region = lookUpName({
    index: edition.names.regions(id),
    text: draft.region,
    field: '/place/region',
    what: `region of ${id}`,
    edition: findings.edition,
    expected: `a region of ${id}`,
    unknown: 'unknown-region',
    ambiguous: 'ambiguous-region',
    label: (row) => row.region,
  });
  if (!region.ok) {
    problems.push(region.problem);
    return null;
  }
  return { provider: id, region: region.item.region };
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
    const rented = edition.providers.filter(({ siteKind }) => siteKind !== null);
    return `one of ${rented.map(({ id }) => id).join(', ')}`;
  });
}

function resolveZone(
  edition: Edition,
  text: string,
  what: 'zone' | 'country',
  findings: Findings,
): Place | null {
  const { problems } = findings;
  const found = lookUpName({
    index: edition.names.zones,
    text: what === 'country' && text.length === 2 ? text.toUpperCase() : text,
    field: `/place/${what}`,
    what,
    edition: findings.edition,
    expected:
      what === 'country'
        ? 'an ISO 3166 code or a name such as FR, France'
        : 'a zone such as FR or US-CAL-CISO',
    unknown: what === 'country' ? 'unknown-country' : 'unknown-zone',
    ambiguous: 'ambiguous-zone',
    label: (row) => row.id,
  });
  if (!found.ok) {
    problems.push(found.problem);
    return null;
  }
  if (what === 'zone') return { zone: found.item.id };
  if (found.item.kind !== 'country') {
    problems.push(
      problem('unknown-country', '/place/country', text, {
        message: `'${text}' is not a country but a ${found.item.kind}; give it as a zone`,
        expected: 'an ISO 3166 code or a name such as FR, France',
      }),
    );
    return null;
  }
  return { country: found.item.id };
}

const PLACE_OR_INTENSITY =
  '{ provider, region }, { site }, { zone }, { country } or carbonIntensityGPerKwh';

/** Nothing to multiply by. */
export function missingPlace(): Problem {
  const message = 'the place is missing; give one, or carbonIntensityGPerKwh';
  return problem('missing', '/place', null, { message, expected: PLACE_OR_INTENSITY });
}

/** A place that the edition has no intensity for. */
export function noIntensity(place: Place): Problem {
  const message = 'no carbon intensity is known for this place; give carbonIntensityGPerKwh';
  const expected = PLACE_OR_INTENSITY;
  return problem('no-intensity', '/place', place, { message, expected });
}
