import accelerators from '../../../data/accelerators.csv?table';
import coefficients from '../../../data/coefficients.csv?table';
import cpus from '../../../data/cpus.csv?table';
import defaults from '../../../data/defaults.csv?table';
import embodied from '../../../data/embodied.csv?table';
import equivalences from '../../../data/equivalences.csv?table';
import instances from '../../../data/instances.csv?table';
import openEmbodied from '../../../data/odbl/embodied.csv?table';
import openIntensity from '../../../data/odbl/zone_intensity.csv?table';
import openVariation from '../../../data/odbl/zone_variation.csv?table';
import claims from '../../../data/provider_claims.csv?table';
import providers from '../../../data/providers.csv?table';
import regionEnergy from '../../../data/region_energy.csv?table';
import regionIntensity from '../../../data/region_intensity.csv?table';
import regions from '../../../data/regions.csv?table';
import sources from '../../../data/sources.csv?table';
import slices from '../../../data/tpu_slices.csv?table';
import zoneIntensity from '../../../data/zone_intensity.csv?table';
import zoneVariation from '../../../data/zone_variation.csv?table';
import zones from '../../../data/zones.csv?table';
import { type Editions, publishedEditions } from './editions/index.ts';

/** Everything: what the command has at once, and a page when a run names its year, a processor or an instance. */
export const editions: Editions = publishedEditions(
  {
    accelerators,
    providers,
    regions,
    regionIntensity,
    regionEnergy,
    claims,
    zones,
    zoneIntensity: [zoneIntensity, openIntensity],
    zoneVariation: [zoneVariation, openVariation],
    equivalences,
    defaults,
    coefficients,
    sources,
  },
  { cpus, instances, slices, embodied: [embodied, openEmbodied] },
);
