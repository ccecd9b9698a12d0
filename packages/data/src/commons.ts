import type { AcceleratorRow } from './tables/accelerator.ts';
import type { DefaultRow } from './tables/default.ts';
import type { EquivalenceRow } from './tables/equivalence.ts';
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
  readonly sources: readonly SourceRow[];
}

/** One edition's facts with the indexes that lookups use. */
export interface Commons extends Facts {
  readonly edition: { readonly id: string; readonly hash: string };
  readonly acceleratorById: ReadonlyMap<string, Accelerator>;
  readonly providerById: ReadonlyMap<string, ProviderRow>;
  readonly regionByKey: ReadonlyMap<string, Region>;
  readonly zoneById: ReadonlyMap<string, ZoneRow>;
  readonly sourceById: ReadonlyMap<string, SourceRow>;
  readonly defaultById: ReadonlyMap<string, DefaultRow>;
  readonly intensityByZone: ReadonlyMap<string, readonly ZoneIntensityRow[]>;
  readonly variationByZone: ReadonlyMap<string, readonly ZoneVariationRow[]>;
  readonly intensityByRegion: ReadonlyMap<string, readonly RegionIntensity[]>;
  /** Countries whose grid has several areas of its own in the tables, one of which any machine is in. */
  readonly countriesWithAreas: ReadonlySet<string>;
  readonly energyByRegion: ReadonlyMap<string, readonly RegionEnergyRow[]>;
}

/** The key of a region in the indexes. */
export const regionKey = (provider: string, region: string): string => `${provider}/${region}`;

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
 * Indexes an edition's facts.
 *
 * @param edition the edition's id and content hash
 * @param facts its tables
 * @returns the same facts with lookups by id, region and zone; suspect rows are left out of them
 */
export function indexCommons(edition: Commons['edition'], facts: Facts): Commons {
  const homes = new Map<string, Set<string>>();
  for (const { country, zone } of facts.regions) {
    if (zone) homes.set(country, (homes.get(country) ?? new Set()).add(zone));
  }
  // Where all providers' regions lie in the country's own zone, that is the mainland's, and the areas are islands.
  const isMainland = (country: string) => {
    const zones = homes.get(country);
    return zones?.size === 1 && zones.has(country);
  };
  const usable = <Item extends { quality: string }>(rows: readonly Item[]) =>
    rows.filter((row) => row.quality !== 'suspect');
  return {
    ...facts,
    edition,
    acceleratorById: new Map(facts.accelerators.map((row) => [row.id, row])),
    providerById: new Map(facts.providers.map((row) => [row.id, row])),
    regionByKey: new Map(facts.regions.map((row) => [regionKey(row.provider, row.region), row])),
    zoneById: new Map(facts.zones.map((row) => [row.id, row])),
    sourceById: new Map(facts.sources.map((row) => [row.id, row])),
    defaultById: new Map(facts.defaults.map((row) => [row.id, row])),
    intensityByZone: groupBy(usable(facts.zoneIntensity), (row) => [row.zone]),
    variationByZone: groupBy(facts.zoneVariation, (row) => [row.zone]),
    intensityByRegion: groupBy(usable(facts.regionIntensity), (row) => [
      regionKey(row.provider, row.region),
    ]),
    countriesWithAreas: new Set(
      facts.zones
        .filter(({ kind, country }) => kind === 'grid-area' && !isMainland(country))
        .map(({ country }) => country),
    ),
    energyByRegion: groupBy(usable(facts.regionEnergy), (row) =>
      row.level === 'global'
        ? [regionKey(row.provider, '')]
        : (row.region ? [row.region] : row.regions).map((region) =>
            regionKey(row.provider, region),
          ),
    ),
  };
}
