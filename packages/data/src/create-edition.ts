import type { Edition, FactRows, Facts, Machines } from './edition.ts';
import { namesOf } from './find/names.ts';
import { frozen } from './frozen.ts';
import { lazily, merged } from './lazily.ts';
import { type Lookup, type Rows, rowGroups, rowsAtHand, rowsByKey } from './read-table.ts';
import { regionKey } from './region-key.ts';
import type { RegionEnergyRow, SiteRow } from './tables/place.ts';

/** What an edition is made from. */
export interface EditionParts {
  readonly id: string;
  readonly hash: string;
  readonly hasPastYears: boolean;
  readonly facts: Facts;
  /** The same, where they can be read row by row. */
  readonly rows?: FactRows;
  /** null where they are not at hand. */
  readonly machines: (() => Machines) | null;
}

/**
 * An edition as a value: it depends on nothing but what it is made from, and several live side by side.
 *
 * @param parts id, content hash and tables
 * @returns the facts with lookups by id, region, zone and name; suspect rows are left out of the lookups
 * Errors: none.
 */
export function createEdition(parts: EditionParts): Edition {
  const { id, hash, hasPastYears, facts, machines, rows = rowsOfFacts(facts) } = parts;
  let loaded: Machines | undefined;
  const kept = new Map<string, unknown>();
  const once = <Made>(what: string, make: () => Made): Made => {
    const known = kept.get(what);
    if (known !== undefined || kept.has(what)) return known as Made;
    const made = frozen(make());
    kept.set(what, made);
    return made;
  };
  const edition = merged(merged(facts, indexesOf(rows)), {
    rows,
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
    get siteById(): Lookup<SiteRow> {
      return once('site by id', () => new Map(this.machines.sites.map((row) => [row.id, row])));
    },
    once,
  });
  return Object.assign(edition, { names: namesOf(edition) });
}

/** Rows of facts that are at hand. */
function rowsOfFacts(facts: Facts): FactRows {
  const names = Object.keys(facts) as (keyof Facts)[];
  const makers = names.map((name) => [name, () => rowsAtHand<unknown>(facts[name])]);
  return lazily<FactRows>(Object.fromEntries(makers));
}

const keyOfRegion = ({
  provider,
  region,
}: {
  readonly provider: string;
  readonly region: string;
}) => regionKey(provider, region);
/** Tables of regions have the provider first. */
const providerOf = (key: string) => key.slice(0, key.indexOf('/'));
const NOWHERE: readonly string[] = [];

/** Suspect rows are not to be found. */
const usable =
  <Item extends { readonly quality: string }>(keysOf: (row: Item) => readonly string[]) =>
  (row: Item) =>
    row.quality === 'suspect' ? NOWHERE : keysOf(row);

function indexesOf(rows: FactRows) {
  const byId = <Item extends { readonly id: string }>(all: Rows<Item>) =>
    rowsByKey(all, ({ id }) => id);
  return lazily({
    acceleratorById: () => byId(rows.accelerators),
    providerById: () => byId(rows.providers),
    regionByKey: () => rowsByKey(rows.regions, keyOfRegion, providerOf),
    zoneById: () => byId(rows.zones),
    sourceById: () => byId(rows.sources),
    defaultById: () => byId(rows.defaults),
    coefficientById: () => byId(rows.coefficients),
    intensityByZone: () =>
      rowGroups(
        rows.zoneIntensity,
        usable(({ zone }) => [zone]),
      ),
    waterByZone: () => rowsByKey(rows.zoneWater, ({ zone }) => zone),
    variationByZone: () => rowGroups(rows.zoneVariation, ({ zone }) => [zone]),
    intensityByRegion: () =>
      rowGroups(
        rows.regionIntensity,
        usable((row) => [keyOfRegion(row)]),
        providerOf,
      ),
    countriesWithAreas: () => countriesWithAreas(rows),
    energyByRegion: () => rowGroups(rows.regionEnergy, usable(regionsOfEnergy), providerOf),
  });
}

/** The regions that a provider's figure is of; all of them where it is of the provider. */
function regionsOfEnergy({ level, provider, region, regions }: RegionEnergyRow): readonly string[] {
  if (level === 'global') return [regionKey(provider, '')];
  return (region ? [region] : regions).map((one) => regionKey(provider, one));
}

function countriesWithAreas({ regions, zones }: FactRows): ReadonlySet<string> {
  const homes = new Map<string, Set<string>>();
  for (let index = 0; index < regions.length; index += 1) {
    const { country, zone } = regions.peek(index);
    if (zone) homes.set(country, (homes.get(country) ?? new Set()).add(zone));
  }
  // Where all providers' regions lie in the country's own zone, that is the mainland's, and the areas are islands.
  const isMainland = (country: string) => {
    const own = homes.get(country);
    return own?.size === 1 && own.has(country);
  };
  const found = new Set<string>();
  for (let index = 0; index < zones.length; index += 1) {
    const { kind, country } = zones.peek(index);
    if (kind === 'grid-area' && !isMainland(country)) found.add(country);
  }
  return found;
}
