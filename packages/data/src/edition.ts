import type { NameIndex } from './find/name-index.ts';
import type { Groups, Lookup, Rows } from './read-table.ts';
import type { AcceleratorRow } from './tables/accelerator.ts';
import type { CoefficientRow } from './tables/coefficient.ts';
import type { DefaultRow } from './tables/default.ts';
import type { EquivalenceRow } from './tables/equivalence.ts';
import type {
  CpuRow,
  EmbodiedRow,
  InstanceFamilyRow,
  InstanceRow,
  TpuSliceRow,
} from './tables/hardware.ts';
import type { ZoneHoursRow } from './tables/hours.ts';
import type {
  CityRow,
  ProviderClaimRow,
  ProviderRow,
  RegionEnergyRow,
  RegionIntensityRow,
  RegionRow,
  SiteRow,
  SubdivisionRow,
  ZoneIntensityRow,
  ZoneRow,
  ZoneVariationRow,
  ZoneWaterRow,
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
  readonly zoneWater: readonly ZoneWaterRow[];
  readonly equivalences: readonly EquivalenceRow[];
  readonly defaults: readonly DefaultRow[];
  readonly coefficients: readonly CoefficientRow[];
  readonly sources: readonly SourceRow[];
}

/** The same, each row to be read when it is asked for. */
export type FactRows = { readonly [Name in keyof Facts]: Rows<Facts[Name][number]> };

/** A machine that a cloud rents out; of one without accelerators, the family that says what it stands on. */
export type Instance = InstanceRow & { readonly family?: InstanceFamilyRow };

/** Tables that a form does not need at once: processors, cloud machines, TPU slices, sites, embodied figures, days of grids. */
export interface Machines {
  readonly cpus: readonly CpuRow[];
  /** The same, each to be read when it is asked for; and the machines that have rows of their own. */
  readonly rows: { readonly cpus: Rows<CpuRow>; readonly instances: Rows<InstanceRow> };
  /** Those of the families among them, after the rows of their own. */
  readonly instances: readonly Instance[];
  readonly families: readonly InstanceFamilyRow[];
  readonly slices: readonly TpuSliceRow[];
  readonly sites: readonly SiteRow[];
  /** First-level divisions of countries, by the names that people write. */
  readonly subdivisions: readonly SubdivisionRow[];
  /** Cities, by the names that people write. */
  readonly cities: readonly CityRow[];
  readonly embodied: readonly EmbodiedRow[];
  /** How grids go through a day. */
  readonly zoneHours: readonly ZoneHoursRow[];
}

/** The names of an edition, as people type them; each index is built when it is first asked. */
export interface Names {
  readonly accelerators: NameIndex<Accelerator>;
  readonly cpus: NameIndex<CpuRow>;
  readonly instances: NameIndex<Instance>;
  readonly providers: NameIndex<ProviderRow>;
  readonly zones: NameIndex<ZoneRow>;
  readonly sites: NameIndex<SiteRow>;
  /** Regions of one provider, or of all for `null`. */
  readonly regions: (provider: string | null) => NameIndex<Region>;
}

/** One frozen version of the data: its facts, the indexes that lookups use, and its names. */
export interface Edition extends Facts {
  /** The same facts, each row to be read when it is asked for. */
  readonly rows: FactRows;
  readonly id: string;
  /** Changes when a byte of any of its files does. */
  readonly hash: string;
  /** Whether past years are there: the part that a page loads first answers only runs without a year. */
  readonly hasPastYears: boolean;
  /** Whether processors, instances, slices and sites can be looked up. */
  readonly hasMachines: boolean;
  /** Throws where `hasMachines` is false; callers ask first. */
  readonly machines: Machines;
  /** Named sites; throws where `hasMachines` is false. */
  readonly sites: readonly SiteRow[];
  readonly siteById: Lookup<SiteRow>;
  readonly names: Names;
  readonly acceleratorById: Lookup<Accelerator>;
  readonly providerById: Lookup<ProviderRow>;
  readonly regionByKey: Lookup<Region>;
  readonly zoneById: Lookup<ZoneRow>;
  readonly sourceById: Lookup<SourceRow>;
  readonly defaultById: Lookup<DefaultRow>;
  readonly coefficientById: Lookup<CoefficientRow>;
  readonly intensityByZone: Groups<ZoneIntensityRow>;
  readonly variationByZone: Lookup<readonly ZoneVariationRow[]>;
  readonly waterByZone: Lookup<ZoneWaterRow>;
  readonly intensityByRegion: Lookup<readonly RegionIntensity[]>;
  /** Countries whose grid has several areas of its own in the tables, one of which any machine is in. */
  readonly countriesWithAreas: ReadonlySet<string>;
  readonly energyByRegion: Lookup<readonly RegionEnergyRow[]>;
  /**
   * What follows from this edition alone, worked out when it is first asked for and kept with it, frozen: answers share
   * it.
   *
   * @param what names the kind of thing and which one
   * @param make a pure function of the edition
   */
  readonly once: <Made>(what: string, make: () => Made) => Made;
}
