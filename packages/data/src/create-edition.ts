import type { Edition, Facts, Machines } from './edition.ts';
import { namesOf } from './find/names.ts';
import { frozen } from './frozen.ts';
import { lazily, merged } from './lazily.ts';
import type { Lookup } from './read-table.ts';
import { regionKey } from './region-key.ts';
import type { SiteRow } from './tables/place.ts';

/** What an edition is made from. */
export interface EditionParts {
  readonly id: string;
  readonly hash: string;
  readonly hasPastYears: boolean;
  readonly facts: Facts;
  /** The facts' figures of each zone, where they can be read zone by zone. */
  readonly zoneIntensityOf?: Lookup<Facts['zoneIntensity']>;
  /** null where they are not at hand. */
  readonly machines: (() => Machines) | null;
}

function groupBy<Item>(items: readonly Item[], keysOf: (item: Item) => readonly string[]) {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

/**
 * An edition as a value: it depends on nothing but what it is made from, and several live side by side.
 *
 * @param parts id, content hash and tables
 * @returns the facts with lookups by id, region, zone and name; suspect rows are left out of the lookups
 * Errors: none.
 */
export function createEdition(parts: EditionParts): Edition {
  const { id, hash, hasPastYears, facts, machines, zoneIntensityOf } = parts;
  let loaded: Machines | undefined;
  const kept = new Map<string, unknown>();
  const once = <Made>(what: string, make: () => Made): Made => {
    const known = kept.get(what);
    if (known !== undefined || kept.has(what)) return known as Made;
    const made = frozen(make());
    kept.set(what, made);
    return made;
  };
  const edition = merged(merged(facts, indexesOf(facts, zoneIntensityOf)), {
    id,
    hash,
    hasPastYears,
    hasMachines: machines !== null,
    get machines(): Machines {
      if (!machines)
        throw new Error(`edition ${id}: processors, instances and sites were not loaded`);
      loaded ??= machines();
      return loaded;
    },
    get sites(): readonly SiteRow[] {
      return this.machines.sites;
    },
    get siteById(): ReadonlyMap<string, SiteRow> {
      return once('site by id', () => new Map(this.machines.sites.map((row) => [row.id, row])));
    },
    once,
  });
  return Object.assign(edition, { names: namesOf(edition) });
}

const usable = <Item extends { quality: string }>(rows: readonly Item[]) =>
  rows.filter((row) => row.quality !== 'suspect');

function usableGroups<Item extends { quality: string }>(
  all: Lookup<readonly Item[]>,
): Lookup<readonly Item[]> {
  const kept = new Map<string, readonly Item[]>();
  return {
    get(key) {
      const rows = all.get(key);
      if (rows && !kept.has(key)) kept.set(key, usable(rows));
      const found = kept.get(key);
      return found && found.length > 0 ? found : undefined;
    },
  };
}

function indexesOf(facts: Facts, zoneIntensityOf?: EditionParts['zoneIntensityOf']) {
  return lazily({
    acceleratorById: () => new Map(facts.accelerators.map((row) => [row.id, row])),
    providerById: () => new Map(facts.providers.map((row) => [row.id, row])),
    regionByKey: () =>
      new Map(facts.regions.map((row) => [regionKey(row.provider, row.region), row])),
    zoneById: () => new Map(facts.zones.map((row) => [row.id, row])),
    sourceById: () => new Map(facts.sources.map((row) => [row.id, row])),
    defaultById: () => new Map(facts.defaults.map((row) => [row.id, row])),
    coefficientById: () => new Map(facts.coefficients.map((row) => [row.id, row])),
    intensityByZone: () =>
      zoneIntensityOf
        ? usableGroups(zoneIntensityOf)
        : groupBy(usable(facts.zoneIntensity), (row) => [row.zone]),
    waterByZone: () => new Map(facts.zoneWater.map((row) => [row.zone, row])),
    variationByZone: () => groupBy(facts.zoneVariation, (row) => [row.zone]),
    intensityByRegion: () =>
      groupBy(usable(facts.regionIntensity), (row) => [regionKey(row.provider, row.region)]),
    countriesWithAreas: () => countriesWithAreas(facts),
    energyByRegion: () =>
      groupBy(usable(facts.regionEnergy), (row) =>
        row.level === 'global'
          ? [regionKey(row.provider, '')]
          : (row.region ? [row.region] : row.regions).map((region) =>
              regionKey(row.provider, region),
            ),
      ),
  });
}

function countriesWithAreas({ regions, zones }: Facts): ReadonlySet<string> {
  const homes = new Map<string, Set<string>>();
  for (const { country, zone } of regions) {
    if (zone) homes.set(country, (homes.get(country) ?? new Set()).add(zone));
  }
  // Where all providers' regions lie in the country's own zone, that is the mainland's, and the areas are islands.
  const isMainland = (country: string) => {
    const own = homes.get(country);
    return own?.size === 1 && own.has(country);
  };
  return new Set(
    zones
      .filter(({ kind, country }) => kind === 'grid-area' && !isMainland(country))
      .map(({ country }) => country),
  );
}
