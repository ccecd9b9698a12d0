import {
  type Accelerator,
  type CpuRow,
  type Edition,
  type Editions,
  findInstances,
  type InstanceRow,
  isRented,
  type NameIndex,
  type ProviderRow,
  type Region,
  type SiteRow,
  type SourceRow,
  type TpuSliceRow,
  type ZoneRow,
} from '@ml-emissions/data';
import { acceleratorsIn, readHardware } from './parse/read-hardware/read-hardware.ts';
import { tpuSlice } from './parse/read-hardware/tpu.ts';
import { regionsLike } from './parse/read-place/nearest.ts';
import { readPlace } from './parse/read-place/read-place.ts';

/** A TPU slice; of one that no table lists, what follows from its name. */
type SliceRow = Pick<TpuSliceRow, 'slice' | 'acceleratorId' | 'chips' | 'cores'> &
  Partial<TpuSliceRow>;

/** What a row of each table holds; `null` is "not known". */
export interface ListRows {
  readonly accelerators: Accelerator;
  readonly cpus: CpuRow;
  readonly instances: InstanceRow;
  readonly slices: SliceRow;
  readonly providers: ProviderRow;
  readonly regions: Region;
  readonly sites: SiteRow;
  readonly zones: ZoneRow;
  readonly sources: SourceRow;
}

/** The tables that can be listed. */
export type ListName = keyof ListRows;

/** One row of a table; of any of them where none is named. */
export type ListRow<Name extends ListName = ListName> = ListRows[Name];

/** By name; what no name begins like is read as a run would read it. */
function searched<Row extends object>(
  rows: readonly Row[],
  index: () => NameIndex<Row>,
  text: string,
  read: () => readonly Row[] = () => [],
): Row[] {
  const named = text.trim() === '' ? rows : index().search(text, rows.length);
  const found = named.length > 0 ? named : read();
  return found.map((row) => ({ ...row }));
}

type Reader<Name extends ListName> = (edition: Edition, search: string) => ListRow<Name>[];

const READERS: { readonly [Name in ListName]: Reader<Name> } = {
  accelerators: (edition, search) =>
    searched(
      edition.accelerators,
      () => edition.names.accelerators,
      search,
      () => acceleratorsIn(readHardware(edition, search).kinds).flatMap(({ rows }) => rows),
    ),
  cpus: (edition, search) =>
    searched(
      edition.machines.cpus,
      () => edition.names.cpus,
      search,
      () =>
        readHardware(edition, search).kinds.flatMap((one) => (one.kind === 'cpu' ? one.row : [])),
    ),
  instances: (edition, search) =>
    searched(
      edition.machines.instances,
      () => edition.names.instances,
      search,
      () => findInstances(edition, search),
    ).map(({ family: _, ...row }) => row),
  slices,
  providers: (edition, search) =>
    searched(edition.providers.filter(isRented), () => edition.names.providers, search),
  regions: (edition, search) =>
    searched(
      edition.regions,
      () => edition.names.regions(null),
      search,
      () => regionsLike(edition, search),
    ),
  sites,
  zones: (edition, search) =>
    searched(
      edition.zones,
      () => edition.names.zones,
      search,
      () => readPlace(edition, search).zones,
    ),
  sources: (edition, search) =>
    edition.sources.filter((row) => containsAll(row, search)).map((row) => ({ ...row })),
};

/** The names of the tables that can be listed. */
export const LISTS = Object.keys(READERS) as readonly ListName[];

/**
 * The rows of one table of the current edition.
 *
 * @param editions those at hand
 * @param name which table
 * @param search words that a row's names must begin with, in any order; '' for all rows
 * @returns the rows, best match first; all in table order without a search
 */
export function list<Name extends ListName>(
  editions: Editions,
  name: Name,
  search = '',
): ListRow<Name>[] {
  const edition = editions.get(editions.current);
  return edition ? READERS[name](edition, search) : [];
}

function slices(edition: Edition, search: string): SliceRow[] {
  const all = edition.machines.slices.filter((row) => containsAll(row, search));
  const read = all.length > 0 ? null : tpuSlice(edition, search);
  if (!read) return all.map((row) => ({ ...row }));
  const { name: slice, ...about } = read;
  const listed = edition.machines.slices.find((row) => row.slice === slice);
  return [listed ? { ...listed } : { slice, ...about }];
}

/** By name; else by operator, city and country. */
function sites(edition: Edition, search: string): SiteRow[] {
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
