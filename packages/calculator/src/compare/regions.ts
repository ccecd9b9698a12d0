import type { Edition, Region } from '@ml-emissions/data';
import { type Problem, quoted } from '@ml-emissions/model';
import { isOfScope, regionFigure, runTime } from '@ml-emissions/rates';
import { quoted as inQuotes, problem } from '@ml-emissions/schema';
import { inEnglish } from '../estimate/worded.ts';
import { lookUpName, theOneOf } from '../parse/look-up-name.ts';
import { plainName } from '../parse/read-place/country-names.ts';
import { nearestPlaces } from '../parse/read-place/nearest.ts';
import { wholeNamed } from '../parse/read-place/whole.ts';
import type { Candidate, Question } from './candidates.ts';
import { runIn } from './elsewhere.ts';
import { EU_COUNTRIES } from './eu.ts';
import { skip } from './skipped.ts';

/** Which regions to compare; a list names things by any of their names. */
export interface RegionFilter {
  /** Those of one provider, by its id. */
  readonly provider?: string;
  /** Those of any of these providers. */
  readonly providers?: readonly string[];
  /** Those on any of these continents, or in the EU; or in any of `countries`. */
  readonly continents?: readonly string[];
  /** Those in any of these countries; or on any of `continents`. */
  readonly countries?: readonly string[];
  /** Only those of providers that list the run's machine or chips, where that is known; `offered` says it. */
  readonly offered?: boolean;
}

const EU = 'EU27';
const WORLD = 'WORLD';

/**
 * Regions that anybody may use now and whose intensity is of one scope.
 *
 * @param which all, or what to keep; what it names and the tables do not have becomes a problem
 */
export function regionCandidates(question: Question, which: boolean | RegionFilter): Candidate[] {
  if (which === false) return [];
  const { here, skipped, offered, problems } = question;
  const [{ edition, run }] = here;
  const isAsked = which === true ? () => true : filter(question, which);
  if (problems.length > 0) return [];
  const time = runTime(run);
  const listed = offered?.providers ?? null;
  const found = edition.regions.flatMap((region): Candidate[] => {
    if (region.status !== 'open' || region.kind !== 'commercial' || !isAsked(region)) return [];
    if (listed !== null && !listed.includes(region.provider)) return [];
    const name = `${region.provider} ${region.region}`;
    const grid = regionFigure(edition, region, time);
    if (!grid || !isOfScope(grid, time.scope)) {
      skipped.push(skip(name, { code: 'no-intensity' }));
      return [];
    }
    const called = region.name || region.city;
    const said = called ? quoted(called) : null;
    const runs = here.map((one) => runIn(one.run, region));
    return [{ lever: 'region', name, runs, said, region }];
  });
  if (found.length === 0) {
    skipped.push(skip(inEnglish({ code: 'other-regions' }), { code: 'no-region-left' }));
  }
  return found;
}

function filter(question: Question, which: RegionFilter): (region: Region) => boolean {
  const [{ edition }] = question.here;
  const providers = which.providers?.flatMap((text) => providerIds(question, text));
  const continents = which.continents?.flatMap((text) => continentIds(question, text));
  const countries = which.countries?.flatMap((text) => countryIds(question, text));
  const isAnywhere = continents === undefined && countries === undefined;
  return ({ provider, country }) =>
    (which.provider === undefined || provider === which.provider) &&
    (providers === undefined || providers.includes(provider)) &&
    (isAnywhere ||
      (countries ?? []).includes(country) ||
      (continents ?? []).some((one) => isOn(edition, country, one)));
}

const isOn = (edition: Edition, country: string, continent: string) =>
  continent === EU
    ? EU_COUNTRIES.has(country)
    : edition.zoneById.get(country)?.parent === continent;

/** The id that was found; none, and a problem more, where there is none. */
function idOf(
  { problems }: Question,
  found:
    | { readonly ok: true; readonly item: { readonly id: string } }
    | { readonly ok: false; readonly problem: Problem },
): string[] {
  if (found.ok) return [found.item.id];
  problems.push(found.problem);
  return [];
}

function providerIds(question: Question, text: string): string[] {
  const [{ edition }] = question.here;
  const [field, unknown] = ['/regions/providers', 'unknown-provider'] as const;
  const expected = 'a provider such as gcp, aws or azure';
  const found = lookUpName({
    index: edition.names.providers,
    text,
    field,
    expected,
    unknown,
    ambiguous: unknown,
    what: 'provider',
    edition: question.editionName,
    label: ({ id }) => id,
  });
  const owners = found.ok ? [] : edition.names.regions(null).exact(text);
  if (owners.length === 0) return idOf(question, found);
  const suggestions = [...new Set(owners.map(({ provider }) => provider))];
  const message = `no provider ${inQuotes(text)}; it is a region of ${suggestions.join(' and ')}: name the provider, whose regions are all compared`;
  question.problems.push(problem(unknown, field, text, { message, expected, suggestions }));
  return [];
}

function continentIds(question: Question, text: string): string[] {
  const [{ edition }] = question.here;
  const all = edition.zones.filter(({ kind, id }) => kind === 'aggregate' && id !== WORLD);
  const label = ({ id, name }: (typeof all)[number]) => (id === EU ? 'EU' : name);
  const named = all.filter(({ id, name, aliases }) =>
    [id, name, ...aliases].some((one) => plainName(one) === plainName(text)),
  );
  const found = theOneOf(
    {
      text,
      field: '/regions/continents',
      what: 'continent',
      edition: question.editionName,
      expected: `one of ${all.map(label).join(', ')}`,
      unknown: 'unknown-zone',
      ambiguous: 'ambiguous-zone',
      label,
    },
    named,
    () => all.map(label),
  );
  return idOf(question, found);
}

function countryIds(question: Question, text: string): string[] {
  const [{ edition }] = question.here;
  const found = theOneOf(
    {
      text,
      field: '/regions/countries',
      what: 'country',
      edition: question.editionName,
      expected: 'an ISO 3166 code or a name such as FR, France',
      unknown: 'unknown-country',
      ambiguous: 'ambiguous-zone',
      label: ({ id }) => id,
      describe: ({ id, name }) => `${id} (${name})`,
    },
    wholeNamed(edition, text).filter(({ kind }) => kind === 'country'),
    () => nearestCountries(edition, text),
  );
  return idOf(question, found);
}

/** Countries near to a text; of a text that names a part of one, that one. */
function nearestCountries(edition: Edition, text: string): string[] {
  const countryOf = (id: string | null | undefined): string[] => {
    const zone = edition.zoneById.get(id ?? '');
    if (!zone) return [];
    return zone.kind === 'country' ? [zone.id] : countryOf(zone.parent);
  };
  return [...new Set(nearestPlaces(edition, text).flatMap(countryOf))];
}
