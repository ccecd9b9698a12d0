import {
  choice,
  list,
  optionalChoice,
  optionalInteger,
  optionalNumber,
  optionalReference,
  optionalText,
  type Row,
  sourcedBy,
  text,
} from '../column.ts';
import { provenance } from './vocabulary.ts';

const tflops = (kind: string, source: string) =>
  sourcedBy(source, optionalNumber(`peak, dense, ${kind}, TFLOP/s`, { min: 0, max: 1e6 }));

const FP32 = 'fp32_source_id';
/** Rates of other precisions are often another table's than that of FP32, or follow from it by a vendor's ratios. */
const OTHERS = 'rates_source_id';

/** `data/accelerators.csv`: one chip, board, module or system a row. */
export const acceleratorColumns = {
  id: text('key; lower case, vendor first'),
  name: text('vendor and product'),
  vendor: text('who makes it'),
  family: optionalText('architecture or product line'),
  kind: choice('what it is', ['gpu', 'tpu', 'npu', 'asic', 'soc', 'fpga']),
  form_factor: optionalChoice('how it is built in', [
    'pcie',
    'sxm',
    'oam',
    'mxm',
    'module',
    'superchip',
    'soc',
    'laptop',
    'desktop-card',
    'board',
    'system',
    'other',
  ]),
  segment: optionalText('market'),
  year: optionalInteger('of launch', { min: 2000, max: 2030 }),
  tdp_w: optionalNumber('rated power, W', { min: 0.5, max: 50_000 }),
  tdp_min_w: optionalNumber('lowest rated power in use or in other sources, W', {
    min: 0.5,
    max: 50_000,
  }),
  tdp_max_w: optionalNumber('highest rated power in use or in other sources, W', {
    min: 0.5,
    max: 50_000,
  }),
  tdp_scope: optionalChoice('what the rated power covers', [
    'chip',
    'board',
    'module',
    'superchip',
    'system',
    'measured-mean',
  ]),
  memory_gb: optionalNumber('memory, GB', { min: 0, max: 100_000 }),
  memory_type: optionalText('kind of memory'),
  fp64_tflops: tflops('FP64 vector', OTHERS),
  fp32_tflops: tflops('FP32 vector', FP32),
  tf32_tensor_tflops: tflops('TF32 matrix', OTHERS),
  fp16_tflops: tflops('FP16 vector', OTHERS),
  fp16_tensor_tflops: tflops('FP16 matrix, summed in FP32', OTHERS),
  bf16_tensor_tflops: tflops('BF16 matrix, summed in FP32', OTHERS),
  fp8_tensor_tflops: tflops('FP8 matrix, summed in FP32', OTHERS),
  int8_tops: tflops('INT8 matrix, summed in INT32, TOP/s', OTHERS),
  fp32_source_id: optionalReference('where that rate comes from', 'sources'),
  rates_source_id: optionalReference('where the other rates come from', 'sources'),
  embodied_kg_co2e: sourcedBy(
    'embodied_source_id',
    optionalNumber('manufacture, cradle to gate, kg CO2e', { min: 0.1, max: 100_000 }),
  ),
  embodied_source_id: optionalReference('where the embodied figure comes from', 'sources'),
  embodied_scope: optionalChoice(
    'what that figure holds: the chip; with its share of host, memory and network; not-known: nobody publishes one and no usual one fits',
    ['chip', 'with-host', 'not-known'],
  ),
  idle_w: sourcedBy(
    'idle_source_id',
    optionalNumber('power with nothing loaded, W', { min: 0, max: 20_000 }),
  ),
  idle_source_id: optionalReference('where that power was metered or stated', 'sources'),
  aliases: list('other names that people and programs use'),
  ...provenance,
};

/** One line of `data/accelerators.csv`. */
export type AcceleratorRow = Row<typeof acceleratorColumns>;
