import type { Calculator, Catalogue, ListRow } from '@ml-emissions/calculator';
import type { Session } from '../state/session.svelte.ts';
import { language } from '../text/format.ts';
import { isBegunBy, placeName } from '../text/places.ts';
import { calculate } from '../text/words.ts';
import { labelOf, siteName } from './phrase/label.ts';
import { chosen, type Phrase, phrasesOf } from './phrase.ts';
import { type Reading, readHardware, readPlace } from './reading.ts';
import type { SearchName } from './search.ts';
import { takeCpu, takeHardware, takeInstance, takePlace } from './take.ts';

/** One choice of a list: what it writes, what it shows, and a few words beside. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly detail: string;
  /** What of the text it does not take. */
  readonly left?: string;
}

type Row = Catalogue['accelerators'][number];

/** What trains most models first: data-centre parts, the newest before the older. */
function byLikelihood(a: Row, b: Row): number {
  const isServer = (row: Row) => Number(row.segment === 'datacenter' && row.tdpW !== null);
  return isServer(b) - isServer(a) || (b.year ?? 0) - (a.year ?? 0);
}

/** The calculator's lists, where they are there. */
type List = Calculator['list'] | undefined;

/** Accelerators for what was typed; the likeliest first where nothing was. */
function acceleratorOptions(session: Session, text: string, most: number): Option[] {
  const { choices } = session;
  if (!choices) return [];
  if (text.trim() === '') {
    return choices.accelerators.toSorted(byLikelihood).slice(0, most).map(accelerator);
  }
  const found = choices.searchAccelerators(text, most).map(accelerator);
  if (choices.isListed({ accelerator: text })) return found;
  const options = readFirst(session, found, text, readHardware, ({ fields }) => {
    const { count, accelerator: name, instance, instanceCount, cpu, cpuCount } = fields;
    const many = count ?? instanceCount ?? cpuCount;
    return [many === undefined ? '' : `${many} ×`, name ?? instance ?? cpu ?? text]
      .join(' ')
      .trim();
  });
  // Words that all begin words of one name are a name on its way.
  const phrases = found.length > 0 ? [] : sentenceOptions(session, text);
  return phrases.length > 0 ? phrases : options;
}

/** A whole sentence as it is understood, once for each way in which it may be meant; none for mere hardware. */
function sentenceOptions(session: Session, text: string): Option[] {
  const { engine, form, hasAll } = session;
  // Most of what is typed is a name, which has no blank.
  if (!engine || !/\S\s+\S/.test(text.trim())) return [];
  const phrases = phrasesOf(engine, text, form, language() === 'fr').filter((one) => one.isMore);
  if (!hasAll && phrases.length > 0) session.loadAll().catch(() => {});
  return phrases.flatMap((phrase) => waysOf(session, phrase, text, phrases.length > 1));
}

function waysOf(session: Session, phrase: Phrase, typed: string, isOneOfTwo: boolean): Option[] {
  const option = (value: string, hardware: string | null): Option => ({
    value,
    label: labelOf(session, phrase.fields, hardware, phrase.isPlaceAsked),
    detail: '',
    left: phrase.left,
  });
  if (phrase.asked) {
    return phrase.asked.ways.map((name) => option(chosen(phrase, name), name));
  }
  return [option(isOneOfTwo ? phrase.text : typed, null)];
}

const accelerator = ({ name, tdpW }: Row): Option => ({
  value: name,
  label: name,
  detail: tdpW === null ? calculate().tdpUnknown : `${tdpW} W`,
});

/**
 * What a text is taken for before the names that are like it: else a count beside a name would be lost with the first
 * choice. Where the first tables find nothing, all of them are asked.
 */
function readFirst(
  session: Session,
  found: readonly Option[],
  text: string,
  read: typeof readHardware,
  label: (reading: Extract<Reading, { fields: object }>) => string,
): Option[] {
  const { engine, hasAll, form } = session;
  if (!engine) return [...found];
  const reading = read(engine, text, form.edition);
  const first: Option[] =
    'problem' in reading
      ? // Nearest names are what the search finds; what an ambiguous text may be is more.
        reading.problem.code.startsWith('ambiguous')
        ? (reading.problem.suggestions ?? []).map(asItStands)
        : []
      : [{ value: text, label: label(reading), detail: '' }];
  // They come while the list is open, and what they know with them.
  if (!hasAll && (first.length > 0 || found.length === 0)) session.loadAll().catch(() => {});
  const all = new Map([...first, ...found].map((one) => [one.label, one]));
  return [...all.values()];
}

const asItStands = (name: string): Option => ({ value: name, label: name, detail: '' });

/** Regions of a provider for what was typed. */
function regionOptions(
  choices: Catalogue | null,
  provider: string,
  text: string,
  most: number,
): Option[] {
  if (!choices) return [];
  // Nobody knows the grid of a region that stands nowhere: it has no figure, and comes last.
  const isNowhere = ({ zone, country }: (typeof choices)['regions'][number]) => !zone && !country;
  return choices
    .searchRegions(provider, text, choices.regions.length)
    .toSorted((a, b) => Number(isNowhere(a)) - Number(isNowhere(b)))
    .slice(0, most)
    .map(({ region, name, city, country }) => ({
      value: region,
      label: region,
      detail: [name, city === name ? '' : city, country].filter(Boolean).join(', '),
    }));
}

/** Countries and grid areas for what was typed, countries first where nothing was. */
function zoneOptions(session: Session, text: string, most: number): Option[] {
  const { engine, choices } = session;
  if (!engine || !choices) return [];
  const { list } = engine;
  const asked = text.trim();
  const named = (rows: readonly ListRow<'zones'>[]) =>
    rows.map(({ id, name, kind }) => ({
      isCountry: kind === 'country',
      id,
      name: placeName(id, name),
    }));
  const all = named(list('zones'));
  const found = asked === '' ? all : named(list('zones', text));
  // Names in the page's own language are no part of the tables.
  const begun = all.filter(({ name }) => asked !== '' && isBegunBy(name, asked));
  const rows = [...new Map([...begun, ...found].map((row) => [row.id, row])).values()];
  // The very name before names that begin like it, and those before names with such a word.
  const rank = ({ id, name }: (typeof rows)[number]) => {
    const small = name.toLowerCase();
    const typed = asked.toLowerCase();
    if (small === typed || id.toLowerCase() === typed) return 0;
    // `NY` and `on` are what people call New York and Ontario.
    if (id.toLowerCase().endsWith(`-${typed}`)) return 1;
    return small.startsWith(typed) ? 2 : 3;
  };
  const sorted = asked
    ? rows.toSorted((a, b) => rank(a) - rank(b) || Number(b.isCountry) - Number(a.isCountry))
    : rows.toSorted(
        (a, b) =>
          Number(b.isCountry) - Number(a.isCountry) || a.name.localeCompare(b.name, language()),
      );
  const options = sorted
    .slice(0, most)
    .map(({ id, name }) => ({ value: id, label: name, detail: id }));
  const isKnown = sorted[0] !== undefined && rank(sorted[0]) === 0;
  if (asked === '' || isKnown) return options;
  return readFirst(session, options, text, readPlace, ({ fields }) => {
    const { provider = '', region, zone, namedSite } = fields;
    if (region !== undefined) return `${session.providerName(provider)} ${region}`;
    if (namedSite !== undefined) return siteName(list, namedSite);
    const row = all.find(({ id }) => id === zone);
    return row?.name ?? placeName(zone ?? '', '');
  });
}

const text = (value: unknown): string =>
  value === null || value === undefined ? '' : String(value);

/** Processors by name; all tables must be there. */
function cpuOptions(list: List, typed: string, most: number): Option[] {
  return (list?.('cpus', typed) ?? []).slice(0, most).map((row) => ({
    value: text(row.name),
    label: text(row.name),
    detail: row.tdpW === null ? '' : `${text(row.tdpW)} W`,
  }));
}

/** Cloud machines by name; all tables must be there. */
function instanceOptions(list: List, typed: string, most: number): Option[] {
  return (list?.('instances', typed) ?? []).slice(0, most).map((row) => ({
    value: text(row.instance),
    label: text(row.instance),
    detail: [text(row.provider), text(row.acceleratorCount), row.acceleratorIds.join(' / ')]
      .filter((one) => one !== '' && one !== '0')
      .join(' '),
  }));
}

/** Research computers and rented services by name; all tables must be there. */
function siteOptions(list: List, typed: string, most: number): Option[] {
  return (list?.('sites', typed) ?? []).slice(0, most).map((row) => ({
    value: text(row.name),
    label: text(row.name),
    detail: [text(row.operator), text(row.country)].filter(Boolean).join(', '),
  }));
}

/** How a field with a list is searched, and what taking a choice or a text does. */
interface SearchOf {
  /** Choices for what has been typed, best first; all of them for ''. */
  readonly find: (session: Session, text: string, most: number) => readonly Option[];
  /** @param before what stood in the field, where the text has been put there already */
  readonly take: (session: Session, text: string, before?: string) => unknown;
}

/** Machines and processors by name; else what a sentence says of the whole run. */
const orSentence = (session: Session, typed: string, found: readonly Option[]) =>
  found.length > 0 ? found : sentenceOptions(session, typed);

/** A table that comes with all of them. */
const listOf = ({ engine, hasAll }: Session): List => (hasAll ? engine?.list : undefined);

/** The fields with lists. */
export const SEARCHES: Readonly<Record<SearchName, SearchOf>> = {
  accelerator: { find: acceleratorOptions, take: takeHardware },
  instance: {
    find: (session, typed, most) =>
      orSentence(session, typed, instanceOptions(listOf(session), typed, most)),
    take: takeInstance,
  },
  cpu: {
    find: (session, typed, most) =>
      orSentence(session, typed, cpuOptions(listOf(session), typed, most)),
    take: takeCpu,
  },
  zone: { find: zoneOptions, take: takePlace },
  namedSite: {
    find: (session, typed, most) => siteOptions(listOf(session), typed, most),
    take: (session, namedSite) => session.change({ namedSite }),
  },
  region: {
    find: ({ choices, form }, typed, most) => regionOptions(choices, form.provider, typed, most),
    take: (session, region) => session.change({ region }),
  },
};
