import { integer, number, optionalNumber, optionalText, reference, text } from '../column.ts';

/** `data/editions/2019-paper/regions.csv`: Appendix A as printed. */
export const paperRegionColumns = {
  provider: text('whose'),
  order: integer('row in the appendix', { min: 1, max: 74 }),
  region: text('the provider’s own code'),
  region_name: optionalText('the provider’s own name'),
  country: text('as printed'),
  city: text('as printed'),
  carbon_intensity_g_per_kwh: number('as printed, g CO2e/kWh', { min: 0, max: 2000 }),
};

/** `data/editions/2019-paper/accelerators.csv`: Appendix B as printed. */
export const paperAcceleratorColumns = {
  name: text('as printed'),
  tdp_w: number('as printed, W', { min: 1, max: 1000 }),
  tflops32: number('as printed', { min: 0, max: 1000 }),
  tflops16: number('as printed', { min: 0, max: 1000 }),
  gflops32_per_w: number('as printed', { min: 0, max: 10_000 }),
  gflops16_per_w: number('as printed', { min: 0, max: 10_000 }),
};

/** `data/editions/2019-paper/offsets.csv`: what the paper says of each provider. */
export const paperOffsetColumns = {
  provider: text('whose'),
  offset_fraction: optionalNumber('the share offset; empty = not known', { min: 0, max: 1 }),
  note: optionalText('what the paper says'),
  source_id: reference('where the row comes from', 'sources'),
};
