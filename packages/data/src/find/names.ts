import type { Accelerator, Edition, Machines, Names, Region } from '../edition.ts';
import type { Rows } from '../read-table.ts';
import { regionKey } from '../region-key.ts';
import { nameInFamily } from './family.ts';
import { idsFirst, type NameIndex, nameIndex, wordsFirst } from './name-index.ts';
import { isRented } from './rented.ts';

const LATER = 9999;

/** What most people mean by a name that fits several: server modules before cards, the first of a family. */
const likelihoodOf = ({ formFactor, year }: Accelerator) =>
  (formFactor === 'sxm' || formFactor === 'oam' ? 0 : LATER) + (year ?? LATER);

/** Accelerators by their names: those that a text names are read, and of the others their names alone. */
function acceleratorIndex({ length, at, peek }: Rows<Accelerator>): NameIndex<Accelerator> {
  const entries = Array.from({ length }, (_, item) => {
    const row = peek(item);
    const { id, name, aliases } = row;
    return { item, id, label: name, names: aliases, likelihood: likelihoodOf(row) };
  });
  const index = nameIndex(entries.sort((a, b) => a.likelihood - b.likelihood));
  return {
    byId(id) {
      const item = index.byId(id);
      return item === undefined ? undefined : at(item);
    },
    exact: (text) => index.exact(text).map(at),
    named: (text) => index.named(text).map(at),
    match: (text) => index.match(text).map(at),
    nearest: index.nearest,
    search: (text, most) => index.search(text, most).map(at),
  };
}

/** All that is said of some rows, which are read no further. */
const said = <Item>({ length, peek }: Rows<Item>, of: (row: Item) => readonly string[]): string[] =>
  Array.from({ length }, (_, index) => of(peek(index))).flat();

/** The names of all machines of clouds, those of the families among them, none of which is made for it. */
const saidOfInstances = ({ rows, families }: Machines): string[] => [
  ...said(rows.instances, ({ id, provider, instance, aliases }) => [
    id,
    provider,
    instance,
    ...aliases,
  ]),
  ...families.flatMap(({ provider, name, sizes }) => [
    provider,
    ...sizes.map((size) => nameInFamily(name, size)),
  ]),
];

/**
 * The names of an edition by what people, programs and /proc/cpuinfo call things.
 *
 * @param edition its tables
 */
export function namesOf(edition: Omit<Edition, 'names'>): Names {
  const { once } = edition;
  return {
    get accelerators() {
      return once('names accelerators', () =>
        idsFirst(edition.acceleratorById.get, () => {
          const rows = edition.rows.accelerators;
          return wordsFirst(
            () => said(rows, ({ id, name, aliases }) => [id, name, ...aliases]),
            () => acceleratorIndex(rows),
          );
        }),
      );
    },
    get cpus() {
      return once('names cpus', () =>
        wordsFirst(
          () => said(edition.machines.rows.cpus, ({ id, name, aliases }) => [id, name, ...aliases]),
          () =>
            nameIndex(
              edition.machines.cpus.map((item) => ({
                item,
                id: item.id,
                label: item.name,
                names: item.aliases,
              })),
            ),
        ),
      );
    },
    get instances() {
      return once('names instances', () =>
        wordsFirst(
          () => saidOfInstances(edition.machines),
          () =>
            nameIndex(
              edition.machines.instances.map((item) => ({
                item,
                id: item.id,
                label: item.instance,
                names: [...item.aliases, `${item.provider} ${item.instance}`],
              })),
            ),
        ),
      );
    },
    get providers() {
      return once('names providers', () => {
        // One row stands for the average of an industry: nobody can run anything there.
        return nameIndex(
          edition.providers.filter(isRented).map((item) => ({
            item,
            id: item.id,
            label: item.id,
            names: [item.name, ...item.aliases],
          })),
        );
      });
    },
    get zones() {
      return once('names zones', () =>
        idsFirst(edition.zoneById.get, () =>
          nameIndex(
            edition.zones.map((item) => ({
              item,
              id: item.id,
              label: item.id,
              names: [item.name, ...item.aliases],
            })),
          ),
        ),
      );
    },
    get sites() {
      return once('names sites', () =>
        nameIndex(
          edition.sites.map((item) => ({
            item,
            id: item.id,
            label: item.name,
            names: item.aliases,
          })),
        ),
      );
    },
    regions: (provider) =>
      once(`names regions ${provider ?? ''}`, () =>
        idsFirst(
          (id) => edition.regionByKey.get(provider === null ? id : regionKey(provider, id)),
          () => regionIndex(edition.regions, provider),
        ),
      ),
  };
}

/** Regions by code, name, city and what people type. */
function regionIndex(regions: readonly Region[], provider: string | null): NameIndex<Region> {
  return nameIndex(
    regions
      .filter((row) => provider === null || row.provider === provider)
      .map((item) => ({
        item,
        id: provider === null ? regionKey(item.provider, item.region) : item.region,
        label: item.region,
        names: [item.name, item.city, ...item.aliases].filter(Boolean),
      })),
  );
}

/** Whether two accelerators give the same estimate: then it does not matter which one was meant. */
export function sameForEstimate(a: Accelerator, b: Accelerator): boolean {
  return (
    a.tdpW === b.tdpW &&
    a.formFactor === b.formFactor &&
    a.segment === b.segment &&
    a.kind === b.kind &&
    a.tdpScope === b.tdpScope &&
    a.idleW === b.idleW &&
    a.embodiedKgCo2e === b.embodiedKgCo2e
  );
}
