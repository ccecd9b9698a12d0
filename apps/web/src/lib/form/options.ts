import type { Catalogue } from '@ml-emissions/calculator';
import { OWN } from '../state/form.ts';
import { en } from '../text/en.ts';

/** One choice of a list: what it writes, what it shows, and a few words beside. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly detail: string;
}

type Row = Catalogue['accelerators'][number];

/** What trains most models first: data-centre parts, the newest before the older. */
function byLikelihood(a: Row, b: Row): number {
  const isServer = (row: Row) => Number(row.segment === 'datacenter' && row.tdpW !== null);
  return isServer(b) - isServer(a) || (b.year ?? 0) - (a.year ?? 0);
}

/** Accelerators for what was typed; the likeliest first where nothing was. */
export function acceleratorOptions(choices: Catalogue, text: string, most: number): Option[] {
  const rows =
    text.trim() === ''
      ? choices.accelerators.toSorted(byLikelihood).slice(0, most)
      : choices.searchAccelerators(text, most);
  return rows.map(({ name, tdpW }) => ({
    value: name,
    label: name,
    detail: tdpW === null ? 'TDP not known' : `${tdpW} W`,
  }));
}

/** Regions of a provider for what was typed. */
export function regionOptions(
  choices: Catalogue,
  provider: string,
  text: string,
  most: number,
): Option[] {
  return choices.searchRegions(provider, text, most).map(({ region, name, city, country }) => ({
    value: region,
    label: region,
    detail: [name, city === name ? '' : city, country].filter(Boolean).join(', '),
  }));
}

/** Providers that have regions, and the user's own machines; one that is gone is kept to be seen. */
export function providerOptions(
  choices: Catalogue,
  chosen: string,
): { readonly value: string; readonly label: string }[] {
  const withRegions = new Set(choices.regions.map(({ provider }) => provider));
  const options = choices.providers
    .filter(({ id }) => withRegions.has(id))
    .map(({ id, name }) => ({ value: id, label: name }));
  const isThere = chosen === OWN || options.some(({ value }) => value === chosen);
  return [
    { value: OWN, label: en.ownMachines },
    ...options,
    ...(isThere ? [] : [{ value: chosen, label: chosen }]),
  ];
}
