import {
  type Edition,
  type Editions,
  findInstances,
  isRented,
  type NameIndex,
  type SiteRow,
} from '@ml-emissions/data';
import { acceleratorsIn, readHardware } from './parse/read-hardware/read-hardware.ts';
import { tpuSlice } from './parse/read-hardware/tpu.ts';
import { regionsLike } from './parse/read-place/nearest.ts';
import { readPlace } from './parse/read-place/read-place.ts';

/** The tables that can be listed. */
export const LISTS = [
  'accelerators',
  'cpus',
  'instances',
  'slices',
  'providers',
  'regions',
  'sites',
  'zones',
  'sources',
] as const;
export type ListName = (typeof LISTS)[number];

/** One row as the table has it; `null` is "not known". */
export type ListRow = Readonly<Record<string, unknown>>;

/** By name; what no name begins like is read as a run would read it. */
function searched<Item>(
  rows: readonly Item[],
  index: () => NameIndex<Item>,
  text: string,
  read: () => readonly Item[] = () => [],
): ListRow[] {
  const named = text.trim() === '' ? rows : index().search(text, rows.length);
  const found = named.length > 0 ? named : read();
  return found.map((row) => ({ ...row }) as ListRow);
}

/**
 * The rows of one table of the current edition.
 *
 * @param editions those at hand
 * @param name which table
 * @param search words that a row's names must begin with, in any order; '' for all rows
 * @returns the rows, best match first; all in table order without a search
 */
export function list(editions: Editions, name: ListName, search = ''): ListRow[] {
  const edition = editions.get(editions.current);
  if (!edition) return [];
  const { names } = edition;
  const hardware = () => readHardware(edition, search).kinds;
  switch (name) {
    case 'accelerators':
      return searched(
        edition.accelerators,
        () => names.accelerators,
        search,
        () => acceleratorsIn(hardware()).flatMap(({ rows }) => rows),
      );
    case 'cpus':
      return searched(
        edition.machines.cpus,
        () => names.cpus,
        search,
        () => hardware().flatMap((one) => (one.kind === 'cpu' ? [one.row] : [])),
      );
    case 'instances':
      return searched(
        edition.machines.instances,
        () => names.instances,
        search,
        () => findInstances(edition, search),
      ).map(({ family: _, ...row }) => row);
    case 'slices':
      return slices(edition, search);
    case 'providers':
      return searched(edition.providers.filter(isRented), () => names.providers, search);
    case 'sites':
      return sites(edition, search);
    case 'regions':
      return searched(
        edition.regions,
        () => names.regions(null),
        search,
        () => regionsLike(edition, search),
      );
    case 'zones':
      return searched(
        edition.zones,
        () => names.zones,
        search,
        () => readPlace(edition, search).zones,
      );
    case 'sources':
      return edition.sources.filter((row) => containsAll(row, search)).map((row) => ({ ...row }));
  }
}

function slices(edition: Edition, search: string): ListRow[] {
  const all = edition.machines.slices.filter((row) => containsAll(row, search));
  const read = all.length > 0 ? null : tpuSlice(edition, search);
  return (read ? [read] : all).map((row) => ({ ...row }));
}

/** By name; else by operator, city and country. */
function sites(edition: Edition, search: string): ListRow[] {
  const named = searched(edition.sites, () => edition.names.sites, search);
  if (named.length > 0) return named;
  const countryOf = (row: SiteRow) => edition.zoneById.get(row.country)?.name;
  return edition.sites
    .filter((row) => containsAll({ ...row, countryName: countryOf(row) }, search))
    .map((row) => ({ ...row }));
}

function containsAll(row: object, search: string): boolean {
  const text = Object.values(row).join(' ').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
