import accelerators from '../../../../data/editions/2019-paper/accelerators.csv?table';
import coefficients from '../../../../data/editions/2019-paper/coefficients.csv?table';
import equivalences from '../../../../data/editions/2019-paper/equivalences.csv?table';
import offsets from '../../../../data/editions/2019-paper/offsets.csv?table';
import providers from '../../../../data/editions/2019-paper/providers.csv?table';
import regions from '../../../../data/editions/2019-paper/regions.csv?table';
import sources from '../../../../data/editions/2019-paper/sources.csv?table';
import type { Facts, Machines } from '../edition.ts';
import { readTable, rowsAtHand } from '../read-table.ts';
import { coefficientColumns } from '../tables/coefficient.ts';
import { equivalenceColumns } from '../tables/equivalence.ts';
import {
  paperAcceleratorColumns,
  paperOffsetColumns,
  paperRegionColumns,
} from '../tables/paper.ts';
import { providerColumns } from '../tables/place.ts';
import { sourceColumns } from '../tables/source.ts';

const PAPER = 'lacoste2019';
const PRINTED_YEAR = 2019;

/** The paper lists no processors, cloud machines, slices, sites or embodied figures. */
export const NO_MACHINES: Machines = {
  cpus: [],
  instances: [],
  rows: { cpus: rowsAtHand([]), instances: rowsAtHand([]) },
  families: [],
  slices: [],
  sites: [],
  subdivisions: [],
  cities: [],
  embodied: [],
  zoneHours: [],
};

/** Appendix A and B of the paper as printed, with names, equivalences and sources of its own; the rest is unknown. */
export function paper2019Facts(): Facts {
  const paperRegions = readTable(regions(), paperRegionColumns);
  return {
    accelerators: readTable(accelerators(), paperAcceleratorColumns).map((row) => ({
      id: row.name,
      name: row.name,
      vendor: '',
      aliases: [],
      tdpW: row.tdpW,
      year: PRINTED_YEAR,
      fp32Tflops: row.tflops32,
      fp16Tflops: row.tflops16,
      confidence: 'stated',
      sourceId: PAPER,
      note: 'Appendix B as printed',
    })),
    providers: readTable(providers(), providerColumns),
    regions: paperRegions.map((row) => ({
      provider: row.provider,
      region: row.region,
      name: row.regionName,
      city: row.city,
      country: row.country,
      subdivision: '',
      zone: null,
      egridSubregion: null,
      kind: 'commercial',
      status: 'open',
      aliases: [],
    })),
    regionIntensity: paperRegions.map((row) => ({
      provider: row.provider,
      region: row.region,
      year: null,
      carbonIntensityGPerKwh: row.carbonIntensityGPerKwh,
      kind: 'location-based',
      scope: null,
      basis: null,
      quality: 'ok',
      confidence: 'stated',
      sourceId: PAPER,
      note: 'Appendix A as printed',
    })),
    regionEnergy: [],
    offsetClaims: readTable(offsets(), paperOffsetColumns).map((row) => ({
      ...row,
      year: PRINTED_YEAR,
      note: row.note === '' ? '' : `the paper says: ${row.note}`,
    })),
    zones: [],
    zoneIntensity: [],
    zoneWater: [],
    zoneVariation: [],
    equivalences: readTable(equivalences(), equivalenceColumns),
    defaults: [],
    coefficients: readTable(coefficients(), coefficientColumns),
    sources: readTable(sources(), sourceColumns),
  };
}
