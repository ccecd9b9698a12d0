import accelerators from '../../../../data/editions/2019-paper/accelerators.csv?table';
import offsets from '../../../../data/editions/2019-paper/offsets.csv?table';
import regions from '../../../../data/editions/2019-paper/regions.csv?table';
import type { Facts } from '../edition.ts';
import { readTable } from '../read-table.ts';
import {
  paperAcceleratorColumns,
  paperOffsetColumns,
  paperRegionColumns,
} from '../tables/paper.ts';

/** The id of the paper's edition. */
export const PAPER_EDITION = '2019-paper';
const PAPER = 'lacoste2019';
const PRINTED_YEAR = 2019;

/**
 * Appendix A and B of the paper as printed; what the paper does not say is unknown.
 *
 * @param current the current edition, for names and sources
 */
export function paper2019Facts({ providers, equivalences, coefficients, sources }: Facts): Facts {
  const paperRegions = readTable(regions(), paperRegionColumns);
  const named = new Set(paperRegions.map((row) => row.provider));
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
    providers: providers.filter((row) => named.has(row.id)),
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
    zoneVariation: [],
    equivalences,
    defaults: [],
    coefficients,
    sources,
  };
}
