import type { NameIndex } from './find/name-index.ts';
import { namesOf } from './find/names.ts';
import { regionKey } from './region-key.ts';
import type { AcceleratorRow } from './tables/accelerator.ts';
import type { CoefficientRow } from './tables/coefficient.ts';
import type { DefaultRow } from './tables/default.ts';
import type { EquivalenceRow } from './tables/equivalence.ts';
import type { CpuRow, EmbodiedRow, InstanceRow, TpuSliceRow } from './tables/hardware.ts';
import type {
  ProviderClaimRow,
  ProviderRow,
  RegionEnergyRow,
  RegionIntensityRow,
  RegionRow,
  ZoneIntensityRow,
  ZoneRow,
  ZoneVariationRow,
} from './tables/place.ts';
import type { SourceRow } from './tables/source.ts';

/** What an accelerator lookup and an estimate need to know of one. */
export type Accelerator = Pick<
  AcceleratorRow,
  'id' | 'name' | 'vendor' | 'aliases' | 'tdpW' | 'year' | 'confidence' | 'sourceId' | 'note'
> &
  Partial<AcceleratorRow>;

/** What a region lookup and an estimate need to know of one. */
export type Region = Pick<
  RegionRow,
  | 'provider'
  | 'region'
  | 'name'
  | 'city'
  | 'country'
  | 'subdivision'
  | 'zone'
  | 'egridSubregion'
  | 'kind'
  | 'status'
  | 'aliases'
> &
  Partial<RegionRow>;

/** A provider's published or, in an old edition, printed intensity. */
export type RegionIntensity = Omit<RegionIntensityRow, 'scope' | 'basis' | 'year'> & {
  readonly year: number | null;
  readonly scope: RegionIntensityRow['scope'] | null;
  readonly basis: RegionIntensityRow['basis'] | null;
};

/** A claim to have offset or matched a share of emissions or electricity. */
type OffsetClaim = Pick<ProviderClaimRow, 'provider' | 'offsetFraction' | 'sourceId' | 'note'> & {
  readonly year: number | null;
};

/** The facts of one edition. */
export interface Facts {
  readonly accelerators: readonly Accelerator[];
  readonly providers: readonly ProviderRow[];
  readonly regions: readonly Region[];
  readonly regionIntensity: readonly RegionIntensity[];
  readonly regionEnergy: readonly RegionEnergyRow[];
  readonly offsetClaims: readonly OffsetClaim[];
  readonly zones: readonly ZoneRow[];
  readonly zoneIntensity: readonly ZoneIntensityRow[];
  readonly zoneVariation: readonly ZoneVariationRow[];
  readonly equivalences: readonly EquivalenceRow[];
  readonly defaults: readonly DefaultRow[];
  readonly coefficients: readonly CoefficientRow[];
  readonly sources: readonly SourceRow[];
}

/** Tables that a form does not need at once: processors, cloud machines, TPU slices, embodied figures. */
export interface Machines {
  readonly cpus: readonly CpuRow[];
  readonly instances: readonly InstanceRow[];
  readonly slices: readonly TpuSliceRow[];
  readonly embodied: readonly EmbodiedRow[];
}

/** The names of an edition, as people type them; each index is built when it is first asked. */
export interface Names {
  readonly accelerators: NameIndex<Accelerator>;
  readonly cpus: NameIndex<CpuRow>;
  readonly instances: NameIndex<InstanceRow>;
  readonly providers: NameIndex<ProviderRow>;
  readonly zones: NameIndex<ZoneRow>;
  /** Regions of one provider, or of all for `null`. */
  readonly regions: (provider: string | null) => NameIndex<Region>;
}

/** One frozen version of the data: its facts, the indexes that lookups use, and its names. */
export interface Edition extends Facts {
  readonly id: string;
  /** Changes when a byte of any of its files does. */
  readonly hash: string;
  /** Whether past years are there: the part that a page loads first answers only runs without a year. */
  readonly hasPastYears: boolean;
  /** Whether processors, instances and slices can be looked up. */
  readonly hasMachines: boolean;
  /** Throws where `hasMachines` is false; callers ask first. */
  readonly machines: Machines;
  readonly names: Names;
  readonly acceleratorById: ReadonlyMap<string, Accelerator>;
  readonly providerById: ReadonlyMap<string, ProviderRow>;
  readonly regionByKey: ReadonlyMap<string, Region>;
  readonly zoneById: ReadonlyMap<string, ZoneRow>;
  readonly sourceById: ReadonlyMap<string, SourceRow>;
  readonly defaultById: ReadonlyMap<string, DefaultRow>;
  readonly coefficientById: ReadonlyMap<string, CoefficientRow>;
  readonly intensityByZone: ReadonlyMap<string, readonly ZoneIntensityRow[]>;
  readonly variationByZone: ReadonlyMap<string, readonly ZoneVariationRow[]>;
  readonly intensityByRegion: ReadonlyMap<string, readonly RegionIntensity[]>;
  /** Countries whose grid has several areas of its own in the tables, one of which any machine is in. */
  readonly countriesWithAreas: ReadonlySet<string>;
  readonly energyByRegion: ReadonlyMap<string, readonly RegionEnergyRow[]>;
  /**
   * What follows from this edition alone, worked out when it is first asked for and kept with it.
   *
   * @param what names the kind of thing and which one
   * @param make a pure function of the edition
   */
  readonly once: <Made>(what: string, make: () => Made) => Made;
}

/** What an edition is made from. */
export interface EditionParts {
  readonly id: string;
  readonly hash: string;
  readonly hasPastYears: boolean;
  readonly facts: Facts;
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
  const { id, hash, hasPastYears, facts, machines } = parts;
  const kept = new Map<string, unknown>();
  const once = <Made>(what: string, make: () => Made): Made => {
    if (!kept.has(what)) kept.set(what, make());
    return kept.get(what) as Made;
  };
  const edition = {
    ...facts,
    ...indexesOf(facts),
    id,
    hash,
    hasPastYears,
    hasMachines: machines !== null,
    get machines(): Machines {
      if (!machines) throw new Error(`edition ${id}: processors and instances were not loaded`);
      return once('machines', machines);
    },
    once,
  };
  return Object.assign(edition, { names: namesOf(edition) });
}

const usable = <Item extends { quality: string }>(rows: readonly Item[]) =>
  rows.filter((row) => row.quality !== 'suspect');

function indexesOf(facts: Facts) {
  return {
    acceleratorById: new Map(facts.accelerators.map((row) => [row.id, row])),
    providerById: new Map(facts.providers.map((row) => [row.id, row])),
    regionByKey: new Map(facts.regions.map((row) => [regionKey(row.provider, row.region), row])),
    zoneById: new Map(facts.zones.map((row) => [row.id, row])),
    sourceById: new Map(facts.sources.map((row) => [row.id, row])),
    defaultById: new Map(facts.defaults.map((row) => [row.id, row])),
    coefficientById: new Map(facts.coefficients.map((row) => [row.id, row])),
    intensityByZone: groupBy(usable(facts.zoneIntensity), (row) => [row.zone]),
    variationByZone: groupBy(facts.zoneVariation, (row) => [row.zone]),
    intensityByRegion: groupBy(usable(facts.regionIntensity), (row) => [
      regionKey(row.provider, row.region),
    ]),
    countriesWithAreas: countriesWithAreas(facts),
    energyByRegion: groupBy(usable(facts.regionEnergy), (row) =>
      row.level === 'global'
        ? [regionKey(row.provider, '')]
        : (row.region ? [row.region] : row.regions).map((region) =>
            regionKey(row.provider, region),
          ),
    ),
  };
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
