import type { Facts, Machines } from '../edition.ts';
import { machinesOfFamily } from '../find/family.ts';
import { lazily } from '../lazily.ts';
import { type Lookup, readGroups, readTable, type TextTable } from '../read-table.ts';
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

/** An edition's facts, read from its tables. */
export function factsOf(tables: FactTables): Facts {
  return lazily<Facts>({
    accelerators: () => readTable(tables.accelerators(), acceleratorColumns),
    providers: () => readTable(tables.providers(), providerColumns),
    regions: () => readTable(tables.regions(), regionColumns),
    regionIntensity: () => readTable(tables.regionIntensity(), regionIntensityColumns),
    regionEnergy: () => readTable(tables.regionEnergy(), regionEnergyColumns),
    offsetClaims: () => readTable(tables.claims(), providerClaimColumns),
    zones: () => readTable(tables.zones(), zoneColumns),
    zoneIntensity: () =>
      tables.zoneIntensity.flatMap((table) => readTable(table(), zoneIntensityColumns)),
    zoneVariation: () =>
      tables.zoneVariation.flatMap((table) => readTable(table(), zoneVariationColumns)),
    zoneWater: () => readTable(tables.zoneWater(), zoneWaterColumns),
    equivalences: () => readTable(tables.equivalences(), equivalenceColumns),
    defaults: () => readTable(tables.defaults(), defaultColumns),
    coefficients: () => readTable(tables.coefficients(), coefficientColumns),
    sources: () => readTable(tables.sources(), sourceColumns),
  });
}

/** The figures of each zone; the tables are read when the first is asked for. */
export function zoneIntensityOf({ zoneIntensity }: FactTables): Lookup<Facts['zoneIntensity']> {
  let groups: Lookup<Facts['zoneIntensity']> | undefined;
  return {
    get(zone) {
      groups ??= readGroups(
        zoneIntensity.map((table) => table()),
        zoneIntensityColumns,
        'zone',
      );
      return groups.get(zone);
    },
  };
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
}

/** Processors, cloud machines, TPU slices, named sites and embodied figures, read from their tables. */
export function machinesOf(tables: MachineTables): Machines {
  const whole: Machines = lazily<Machines>({
    cpus: () => readTable(tables.cpus(), cpuColumns),
    instances: () => [
      ...readTable(tables.instances(), instanceColumns),
      ...whole.families.flatMap(machinesOfFamily),
    ],
    families: () => readTable(tables.families(), instanceFamilyColumns),
    slices: () => readTable(tables.slices(), tpuSliceColumns),
    sites: () => readTable(tables.sites(), siteColumns),
    subdivisions: () => readTable(tables.subdivisions(), subdivisionColumns),
    cities: () => readTable(tables.cities(), cityColumns),
    embodied: () => tables.embodied.flatMap((table) => readTable(table(), embodiedColumns)),
  });
  return whole;
}
