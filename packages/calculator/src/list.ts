import {
  acceleratorIndex,
  CURRENT_EDITION,
  cpuIndex,
  instanceIndex,
  loadEdition,
  moreTables,
  type NameIndex,
  regionIndex,
  zoneIndex,
} from '@ml-emissions/data';

/** The tables that can be listed. */
export const LISTS = ['accelerators', 'cpus', 'instances', 'regions', 'zones', 'sources'] as const;
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
 * @param name which table
 * @param search words that a row's names must begin with, in any order; '' for all rows
 * @returns the rows, best match first; all in table order without a search
 */
export function list(name: ListName, search = ''): ListRow[] {
  const commons = loadEdition(CURRENT_EDITION);
  switch (name) {
    case 'accelerators':
      return searched(commons.accelerators, () => acceleratorIndex(commons), search);
    case 'cpus':
      return searched(moreTables().cpus, cpuIndex, search);
    case 'instances':
      return searched(moreTables().instances, instanceIndex, search);
    case 'regions':
      return searched(commons.regions, () => regionIndex(commons, null), search);
    case 'zones':
      return searched(commons.zones, () => zoneIndex(commons), search);
    case 'sources':
      return commons.sources.filter((row) => containsAll(row, search)).map((row) => ({ ...row }));
  }
}

function containsAll(row: object, search: string): boolean {
  const text = Object.values(row).join(' ').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
