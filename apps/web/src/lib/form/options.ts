import type { Calculator, Catalogue } from '@ml-emissions/calculator';
import type { Named } from '../state/engine.ts';
import { GRID, OWN, SITE } from '../state/fields.ts';
import { language } from '../text/format.ts';
import { isBegunBy, placeName } from '../text/places.ts';
import { calculate } from '../text/words.ts';

/** One choice of a list: what it writes, what it shows, and a few words beside. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly detail: string;
}

/** Choices for what has been typed, best first; all of them for ''. */
export type Search = (text: string, most: number) => readonly Option[];

/** What happened to a plain field before its list came. */
export interface Wake {
  hasFocus: boolean;
  isPressed: boolean;
  /** Where the cursor was, if something was typed. */
  caret: number | null;
  /** What was typed; null where nothing was. */
  draft: string | null;
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
export function acceleratorOptions(
  choices: Catalogue | null,
  text: string,
  most: number,
): Option[] {
  if (!choices) return [];
  const rows =
    text.trim() === ''
      ? choices.accelerators.toSorted(byLikelihood).slice(0, most)
      : choices.searchAccelerators(text, most);
  return rows.map(({ name, tdpW }) => ({
    value: name,
    label: name,
    detail: tdpW === null ? calculate().tdpUnknown : `${tdpW} W`,
  }));
}

/** Regions of a provider for what was typed. */
export function regionOptions(
  choices: Catalogue | null,
  provider: string,
  text: string,
  most: number,
): Option[] {
  if (!choices) return [];
  return choices.searchRegions(provider, text, most).map(({ region, name, city, country }) => ({
    value: region,
    label: region,
    detail: [name, city === name ? '' : city, country].filter(Boolean).join(', '),
  }));
}

/** Countries and grid areas for what was typed, countries first where nothing was. */
export function zoneOptions(list: List, text: string, most: number): Option[] {
  if (!list) return [];
  const asked = text.trim();
  const named = (rows: ReturnType<Calculator['list']>) =>
    rows.map(({ id, name, kind }) => ({
      isCountry: kind === 'country',
      id: String(id),
      name: placeName(String(id), String(name)),
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
    return small.startsWith(typed) ? 1 : 2;
  };
  const sorted = asked
    ? rows.toSorted((a, b) => rank(a) - rank(b) || Number(b.isCountry) - Number(a.isCountry))
    : rows.toSorted(
        (a, b) =>
          Number(b.isCountry) - Number(a.isCountry) || a.name.localeCompare(b.name, language()),
      );
  return sorted.slice(0, most).map(({ id, name }) => ({ value: id, label: name, detail: id }));
}

const text = (value: unknown): string =>
  value === null || value === undefined ? '' : String(value);

/** Processors by name; all tables must be there. */
export function cpuOptions(list: List, typed: string, most: number): Option[] {
  return (list?.('cpus', typed) ?? []).slice(0, most).map((row) => ({
    value: text(row.name),
    label: text(row.name),
    detail: row.tdpW === null ? '' : `${text(row.tdpW)} W`,
  }));
}

/** Cloud machines by name; all tables must be there. */
export function instanceOptions(list: List, typed: string, most: number): Option[] {
  return (list?.('instances', typed) ?? []).slice(0, most).map((row) => ({
    value: text(row.instance),
    label: text(row.instance),
    detail: [text(row.provider), text(row.acceleratorCount), text(row.accelerator)]
      .filter((one) => one !== '' && one !== '0')
      .join(' '),
  }));
}

/** Research computers and rented services by name; all tables must be there. */
export function siteOptions(list: List, typed: string, most: number): Option[] {
  return (list?.('sites', typed) ?? []).slice(0, most).map((row) => ({
    value: text(row.name),
    label: text(row.name),
    detail: [text(row.operator), text(row.country)].filter(Boolean).join(', '),
  }));
}

/** Providers that have regions, named sites, and the user's own machines; one that is gone is kept to be seen. */
export function providerOptions(
  providers: readonly Named[],
  chosen: string,
): { readonly value: string; readonly label: string }[] {
  const words = calculate();
  const own = [
    { value: GRID, label: words.ownGrid },
    { value: OWN, label: words.ownMachines },
    { value: SITE, label: words.namedSites },
  ];
  const options = providers.map(({ id, name }) => ({ value: id, label: name }));
  const all = [...own, ...options];
  const isThere = all.some(({ value }) => value === chosen);
  return isThere ? all : [...all, { value: chosen, label: chosen }];
}
