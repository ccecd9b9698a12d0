import type { Columns } from '../column.ts';
import { acceleratorColumns } from '../tables/accelerator.ts';
import { ambiguousAliasColumns, checkExceptionColumns } from '../tables/check.ts';
import { contextColumns, gwpColumns } from '../tables/climate.ts';
import { coefficientColumns } from '../tables/coefficient.ts';
import { defaultColumns } from '../tables/default.ts';
import { equivalenceColumns } from '../tables/equivalence.ts';
import { lifecycleFactorColumns, zoneMixColumns } from '../tables/grid.ts';
import {
  cpuColumns,
  embodiedColumns,
  idlePowerColumns,
  instanceColumns,
  instanceFamilyColumns,
  memoryPowerColumns,
  serverOverheadColumns,
  tpuSliceColumns,
  typicalUtilisationColumns,
} from '../tables/hardware.ts';
import { zoneHoursColumns } from '../tables/hours.ts';
import { landmarkColumns } from '../tables/landmark.ts';
import {
  paperAcceleratorColumns,
  paperOffsetColumns,
  paperRegionColumns,
} from '../tables/paper.ts';
import {
  cityColumns,
  openZoneIntensityColumns,
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

/** One file of the commons: its columns and what makes a row its own. */
export interface TableFile {
  readonly about: string;
  readonly columns: Columns;
  readonly key: readonly string[];
}

/** Every file of the commons, by its path in `data/`. */
export const TABLE_FILES: Readonly<Record<string, TableFile>> = {
  'accelerators.csv': {
    about: 'GPUs, TPUs and other accelerators',
    columns: acceleratorColumns,
    key: ['id'],
  },
  'cpus.csv': { about: 'Processors', columns: cpuColumns, key: ['id'] },
  'instances.csv': {
    about: 'Cloud machines with accelerators',
    columns: instanceColumns,
    key: ['id'],
  },
  'instance_families.csv': {
    about: 'Cloud machines without accelerators, by family',
    columns: instanceFamilyColumns,
    key: ['id'],
  },
  'tpu_slices.csv': { about: 'TPU slices by name', columns: tpuSliceColumns, key: ['slice'] },
  'embodied.csv': { about: 'Manufacture of parts', columns: embodiedColumns, key: ['id'] },
  'odbl/embodied.csv': {
    about: 'Manufacture of parts, share-alike',
    columns: embodiedColumns,
    key: ['id'],
  },
  'memory_power.csv': { about: 'Power of memory', columns: memoryPowerColumns, key: ['id'] },
  'idle_power.csv': { about: 'Power of idle accelerators', columns: idlePowerColumns, key: ['id'] },
  'server_overhead.csv': {
    about: 'Whole servers against their accelerators',
    columns: serverOverheadColumns,
    key: ['id'],
  },
  'typical_utilisation.csv': {
    about: 'Metered mean power against rated power',
    columns: typicalUtilisationColumns,
    key: ['id'],
  },
  'coefficients.csv': {
    about: 'Constants of methods, and rules of servers',
    columns: coefficientColumns,
    key: ['id'],
  },
  'defaults.csv': { about: 'Every default of the model', columns: defaultColumns, key: ['id'] },
  'providers.csv': { about: 'Cloud providers', columns: providerColumns, key: ['id'] },
  'regions.csv': { about: 'Cloud regions', columns: regionColumns, key: ['provider', 'region'] },
  'sites.csv': {
    about: 'Named places where research computes',
    columns: siteColumns,
    key: ['id'],
  },
  'subdivisions.csv': {
    about: 'First-level divisions of countries, by name',
    columns: subdivisionColumns,
    key: ['id'],
  },
  'cities.csv': {
    about: 'Cities, by name',
    columns: cityColumns,
    key: ['country', 'zone', 'name'],
  },
  'region_intensity.csv': {
    about: 'Carbon intensity as providers publish it',
    columns: regionIntensityColumns,
    key: ['provider', 'region', 'year', 'kind', 'scope'],
  },
  'region_energy.csv': {
    about: 'PUE, WUE and carbon-free share as providers publish them',
    columns: regionEnergyColumns,
    key: ['provider', 'region', 'level', 'location', 'year', 'period', 'source_id'],
  },
  'provider_claims.csv': {
    about: 'What providers claim to match or offset',
    columns: providerClaimColumns,
    key: ['provider', 'year', 'claim'],
  },
  'zones.csv': { about: 'Grid areas', columns: zoneColumns, key: ['id'] },
  'zone_intensity.csv': {
    about: 'Yearly carbon intensity of grid areas',
    columns: zoneIntensityColumns,
    key: ['zone', 'year', 'scope', 'basis', 'source_id'],
  },
  'odbl/zone_intensity.csv': {
    about: 'Yearly carbon intensity of grid areas, share-alike',
    columns: openZoneIntensityColumns,
    key: ['zone', 'year', 'scope', 'basis', 'source_id'],
  },
  'zone_variation.csv': {
    about: 'How grids vary within a year',
    columns: zoneVariationColumns,
    key: ['zone', 'year', 'scope'],
  },
  'odbl/zone_variation.csv': {
    about: 'How grids vary within a year, share-alike',
    columns: zoneVariationColumns,
    key: ['zone', 'year', 'scope'],
  },
  'zone_hours.csv': {
    about: 'The day of grids, hour by hour',
    columns: zoneHoursColumns,
    key: ['zone', 'year', 'scope'],
  },
  'odbl/zone_hours.csv': {
    about: 'The day of grids, hour by hour, share-alike',
    columns: zoneHoursColumns,
    key: ['zone', 'year', 'scope'],
  },
  'zone_water.csv': {
    about: 'Water that power plants consume, by grid',
    columns: zoneWaterColumns,
    key: ['zone'],
  },
  'zone_mix.csv': { about: 'Generation by fuel', columns: zoneMixColumns, key: ['zone', 'year'] },
  'lifecycle_factors.csv': {
    about: 'Emissions by fuel and technology',
    columns: lifecycleFactorColumns,
    key: ['fuel', 'technology', 'scope', 'source_id'],
  },
  'equivalences.csv': {
    about: 'What people know, in kg CO2e',
    columns: equivalenceColumns,
    key: ['id'],
  },
  'landmarks.csv': {
    about: 'Footprints to compare with: of models as published, and of what people do',
    columns: landmarkColumns,
    key: ['id'],
  },
  'gwp.csv': {
    about: 'What a kilogram of a gas warms, beside a kilogram of CO2',
    columns: gwpColumns,
    key: ['gas', 'report', 'horizon_years'],
  },
  'context.csv': {
    about: 'What the world emits and uses, and what was found out about offsets',
    columns: contextColumns,
    key: ['id'],
  },
  'ambiguous_aliases.csv': {
    about: 'Names that people use for several accelerators or processors',
    columns: ambiguousAliasColumns,
    key: ['alias'],
  },
  'check_exceptions.csv': {
    about: 'Cells that are right although a law of the check says otherwise',
    columns: checkExceptionColumns,
    key: ['file', 'row', 'column'],
  },
  'sources.csv': { about: 'Where facts come from', columns: sourceColumns, key: ['id'] },
  'editions/2019-paper/regions.csv': {
    about: 'Appendix A of the paper',
    columns: paperRegionColumns,
    key: ['provider', 'region'],
  },
  'editions/2019-paper/accelerators.csv': {
    about: 'Appendix B of the paper',
    columns: paperAcceleratorColumns,
    key: ['name'],
  },
  'editions/2019-paper/offsets.csv': {
    about: 'Offsets of the paper’s providers',
    columns: paperOffsetColumns,
    key: ['provider'],
  },
  'editions/2019-paper/providers.csv': {
    about: 'The paper’s providers',
    columns: providerColumns,
    key: ['id'],
  },
  'editions/2019-paper/equivalences.csv': {
    about: 'What people know, in kg CO2e, as the paper’s site said',
    columns: equivalenceColumns,
    key: ['id'],
  },
  'editions/2019-paper/sources.csv': {
    about: 'Where the paper’s facts and the methods for them come from',
    columns: sourceColumns,
    key: ['id'],
  },
};
