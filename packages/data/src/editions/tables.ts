import type { Columns } from '../column.ts';
import type { FactRows, Facts, Machines } from '../edition.ts';
import { machinesOfFamily } from '../find/family.ts';
import { lazily } from '../lazily.ts';
import { joinedRows, readTable, rowsOf, type TextTable } from '../read-table.ts';
import { acceleratorColumns } from '../tables/accelerator.ts';
import { coefficientColumns } from '../tables/coefficient.ts';
import { defaultColumns } from '../tables/default.ts';
import { equivalenceColumns } from '../tables/equivalence.ts';
import {
  cpuColumns,
  embodiedColumns,
  instanceColumns,
  instanceFamilyColumns,
  tpuSliceColumns,
} from '../tables/hardware.ts';
import { zoneHoursColumns } from '../tables/hours.ts';
import {
  cityColumns,
  providerClaimColumns,
  providerColumns,
  regionColumns,
  regionEnergyColumns,
  regionIntensityColumns,
  siteColumns,
  subdivisionColumns,
  zoneColumns,
  zoneIntensityColumns,
  zoneVariationColumns,
  zoneWaterColumns,
} from '../tables/place.ts';
import { sourceColumns } from '../tables/source.ts';

type Table = () => TextTable;

/** The tables behind an edition's facts, whole or in part. */
export interface FactTables {
  readonly accelerators: Table;
  readonly providers: Table;
  readonly regions: Table;
  readonly regionIntensity: Table;
  readonly regionEnergy: Table;
  readonly claims: Table;
  readonly zones: Table;
  /** The share-alike ones of `data/odbl/` among them. */
  readonly zoneIntensity: readonly Table[];
  readonly zoneVariation: readonly Table[];
  readonly zoneWater: Table;
  readonly equivalences: Table;
  readonly defaults: Table;
  readonly coefficients: Table;
  readonly sources: Table;
}

/** The rows of an edition's tables. */
export function rowsOfTables(tables: FactTables): FactRows {
  const joined = <Spec extends Columns>(parts: readonly Table[], spec: Spec) =>
    joinedRows(parts.map((table) => rowsOf(table(), spec)));
  return lazily<FactRows>({
    accelerators: () => rowsOf(tables.accelerators(), acceleratorColumns),
    providers: () => rowsOf(tables.providers(), providerColumns),
    regions: () => rowsOf(tables.regions(), regionColumns),
    regionIntensity: () => rowsOf(tables.regionIntensity(), regionIntensityColumns),
    regionEnergy: () => rowsOf(tables.regionEnergy(), regionEnergyColumns),
    offsetClaims: () => rowsOf(tables.claims(), providerClaimColumns),
    zones: () => rowsOf(tables.zones(), zoneColumns),
    zoneIntensity: () => joined(tables.zoneIntensity, zoneIntensityColumns),
    zoneVariation: () => joined(tables.zoneVariation, zoneVariationColumns),
    zoneWater: () => rowsOf(tables.zoneWater(), zoneWaterColumns),
    equivalences: () => rowsOf(tables.equivalences(), equivalenceColumns),
    defaults: () => rowsOf(tables.defaults(), defaultColumns),
    coefficients: () => rowsOf(tables.coefficients(), coefficientColumns),
    sources: () => rowsOf(tables.sources(), sourceColumns),
  });
}

/** An edition's facts, read from its tables. */
export function factsOf(rows: FactRows): Facts {
  return lazily<Facts>({
    accelerators: () => rows.accelerators.all(),
    providers: () => rows.providers.all(),
    regions: () => rows.regions.all(),
    regionIntensity: () => rows.regionIntensity.all(),
    regionEnergy: () => rows.regionEnergy.all(),
    offsetClaims: () => rows.offsetClaims.all(),
    zones: () => rows.zones.all(),
    zoneIntensity: () => rows.zoneIntensity.all(),
    zoneVariation: () => rows.zoneVariation.all(),
    zoneWater: () => rows.zoneWater.all(),
    equivalences: () => rows.equivalences.all(),
    defaults: () => rows.defaults.all(),
    coefficients: () => rows.coefficients.all(),
    sources: () => rows.sources.all(),
  });
}

/** The larger tables, which a page loads only when they are asked for. */
export interface MachineTables {
  readonly cpus: Table;
  readonly instances: Table;
  readonly families: Table;
  readonly slices: Table;
  readonly sites: Table;
  readonly subdivisions: Table;
  readonly cities: Table;
  /** The share-alike one of `data/odbl/` among them. */
  readonly embodied: readonly Table[];
  /** The same. */
  readonly zoneHours: readonly Table[];
}

/** Processors, cloud machines, TPU slices, named sites, embodied figures and days of grids, read from their tables. */
export function machinesOf(tables: MachineTables): Machines {
  const rows = lazily<Machines['rows']>({
    cpus: () => rowsOf(tables.cpus(), cpuColumns),
    instances: () => rowsOf(tables.instances(), instanceColumns),
  });
  const whole: Machines = lazily<Machines>({
    rows: () => rows,
    cpus: () => rows.cpus.all(),
    instances: () => [...rows.instances.all(), ...whole.families.flatMap(machinesOfFamily)],
    families: () => readTable(tables.families(), instanceFamilyColumns),
    slices: () => readTable(tables.slices(), tpuSliceColumns),
    sites: () => readTable(tables.sites(), siteColumns),
    subdivisions: () => readTable(tables.subdivisions(), subdivisionColumns),
    cities: () => readTable(tables.cities(), cityColumns),
    embodied: () => tables.embodied.flatMap((table) => readTable(table(), embodiedColumns)),
    zoneHours: () => tables.zoneHours.flatMap((table) => readTable(table(), zoneHoursColumns)),
  });
  return whole;
}
