import {
  type Edition,
  type Editions,
  isRented,
  type NameIndex,
  type SiteRow,
} from '@ml-emissions/data';

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

function searched<Item>(
  rows: readonly Item[],
  index: () => NameIndex<Item>,
  text: string,
): ListRow[] {
  const found = text.trim() === '' ? rows : index().search(text, rows.length);
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
  switch (name) {
    case 'accelerators':
      return searched(edition.accelerators, () => names.accelerators, search);
    case 'cpus':
      return searched(edition.machines.cpus, () => names.cpus, search);
    case 'instances':
      return searched(edition.machines.instances, () => names.instances, search).map(
        ({ family: _, ...row }) => row,
      );
    case 'slices':
      return edition.machines.slices
        .filter((row) => containsAll(row, search))
        .map((row) => ({ ...row }));
    case 'providers':
      return searched(edition.providers.filter(isRented), () => names.providers, search);
    case 'sites':
      return sites(edition, search);
    case 'regions':
      return searched(edition.regions, () => names.regions(null), search);
    case 'zones':
      return searched(edition.zones, () => names.zones, search);
    case 'sources':
      return edition.sources.filter((row) => containsAll(row, search)).map((row) => ({ ...row }));
  }
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
