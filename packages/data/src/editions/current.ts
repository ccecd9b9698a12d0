import accelerators from '../../../../data/accelerators.csv?table';
import defaults from '../../../../data/defaults.csv?table';
import equivalences from '../../../../data/equivalences.csv?table';
import openIntensity from '../../../../data/odbl/zone_intensity.csv?table';
import openVariation from '../../../../data/odbl/zone_variation.csv?table';
import claims from '../../../../data/provider_claims.csv?table';
import providers from '../../../../data/providers.csv?table';
import regionEnergy from '../../../../data/region_energy.csv?table';
import regionIntensity from '../../../../data/region_intensity.csv?table';
import regions from '../../../../data/regions.csv?table';
import sources from '../../../../data/sources.csv?table';
import zoneIntensity from '../../../../data/zone_intensity.csv?table';
import zoneVariation from '../../../../data/zone_variation.csv?table';
import zones from '../../../../data/zones.csv?table';
import type { Facts } from '../commons.ts';
import { readTable } from '../read-table.ts';
import { acceleratorColumns } from '../tables/accelerator.ts';
import { defaultColumns } from '../tables/default.ts';
import { equivalenceColumns } from '../tables/equivalence.ts';
import {
  providerClaimColumns,
  providerColumns,
  regionColumns,
  regionEnergyColumns,
  regionIntensityColumns,
  zoneColumns,
  zoneIntensityColumns,
  zoneVariationColumns,
} from '../tables/place.ts';
import { sourceColumns } from '../tables/source.ts';

/** The tables in `data/`, the share-alike ones of `data/odbl/` among them. */
export function currentFacts(): Facts {
  return {
    accelerators: readTable(accelerators(), acceleratorColumns),
    providers: readTable(providers(), providerColumns),
    regions: readTable(regions(), regionColumns),
    regionIntensity: readTable(regionIntensity(), regionIntensityColumns),
    regionEnergy: readTable(regionEnergy(), regionEnergyColumns),
    offsetClaims: readTable(claims(), providerClaimColumns),
    zones: readTable(zones(), zoneColumns),
    zoneIntensity: [
      ...readTable(zoneIntensity(), zoneIntensityColumns),
      ...readTable(openIntensity(), zoneIntensityColumns),
    ],
    zoneVariation: [
      ...readTable(zoneVariation(), zoneVariationColumns),
      ...readTable(openVariation(), zoneVariationColumns),
    ],
    equivalences: readTable(equivalences(), equivalenceColumns),
    defaults: readTable(defaults(), defaultColumns),
    sources: readTable(sources(), sourceColumns),
  };
}
