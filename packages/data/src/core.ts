import accelerators from '../../../data/accelerators.csv?core';
import coefficients from '../../../data/coefficients.csv?core';
import defaults from '../../../data/defaults.csv?core';
import equivalences from '../../../data/equivalences.csv?core';
import openIntensity from '../../../data/odbl/zone_intensity.csv?core';
import openVariation from '../../../data/odbl/zone_variation.csv?core';
import claims from '../../../data/provider_claims.csv?core';
import providers from '../../../data/providers.csv?core';
import regionEnergy from '../../../data/region_energy.csv?core';
import regionIntensity from '../../../data/region_intensity.csv?core';
import regions from '../../../data/regions.csv?core';
import sources from '../../../data/sources.csv?core';
import zoneIntensity from '../../../data/zone_intensity.csv?core';
import zoneVariation from '../../../data/zone_variation.csv?core';
import zones from '../../../data/zones.csv?core';
import { type Editions, publishedEditions } from './editions/index.ts';

/** What a page loads first: it answers every run that names no year. */
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
  null,
);
