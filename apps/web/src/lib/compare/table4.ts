import { writtenTable } from '@ml-emissions/calculator/tables';

/** Kinds of chips that the paper compares. */
type Kind = 'cpu' | 'gpu' | 'tpu' | 'edge';
export type Bits = 32 | 16;

/**
 * The chips of the paper's Appendix B, with the row that our tables have of the same chip. Of processors the tables have
 * no rates; the paper's `Tesla V100` has the rating of the SXM2.
 */
const CHIPS: readonly { readonly name: string; readonly kind: Kind; readonly id: string | null }[] =
  [
    { name: 'Intel Xeon E5-2699', kind: 'cpu', id: null },
    { name: 'AMD RX480', kind: 'gpu', id: 'amd-rx-480' },
    { name: 'GTX 1080', kind: 'gpu', id: 'nvidia-geforce-gtx-1080' },
    { name: 'GTX 1080 Ti', kind: 'gpu', id: 'nvidia-geforce-gtx-1080-ti' },
    { name: 'RTX 2080', kind: 'gpu', id: 'nvidia-geforce-rtx-2080' },
    { name: 'RTX 2080 Ti', kind: 'gpu', id: 'nvidia-geforce-rtx-2080-ti' },
    { name: 'Titan V', kind: 'gpu', id: 'nvidia-titan-v' },
    { name: 'Tesla V100', kind: 'gpu', id: 'nvidia-v100-sxm2-16gb' },
    { name: 'TPU2', kind: 'tpu', id: 'tpu-v2' },
    { name: 'TPU3', kind: 'tpu', id: 'tpu-v3' },
    { name: 'AGX Xavier', kind: 'edge', id: 'nvidia-jetson-agx-xavier-32gb' },
  ];

/** GFLOP/s for each watt of rated power; null where it is not known. */
interface Rates {
  readonly 32: number | null;
  readonly 16: number | null;
}

/** A chip of the paper's table: as printed there, and as our tables have it. */
export interface Row {
  readonly name: string;
  readonly kind: Kind;
  readonly printed: Rates;
  readonly ours: Rates;
  readonly sourceIds: readonly string[];
}

/** Appendix B of the paper, and the same chips today. */
export async function table4(): Promise<readonly Row[]> {
  const [paper, today] = await Promise.all([
    writtenTable('2019-paper/accelerators'),
    writtenTable('accelerators'),
  ]);
  const reader = ({ columns, rows }: typeof paper, key: string, value: string | null) => {
    const row = rows.find((cells) => cells[columns.indexOf(key)] === value);
    return (name: string): string => row?.[columns.indexOf(name)] ?? '';
  };
  const figure = (text: string) => (text === '' ? null : Number(text));
  return CHIPS.map(({ name, kind, id }) => {
    const printed = reader(paper, 'name', name);
    const ours = reader(today, 'id', id);
    const tdpW = figure(ours('tdp_w'));
    const perWatt = (...names: string[]): number | null => {
      const tflops = names.map((one) => figure(ours(one))).find((one) => one !== null) ?? null;
      return tflops === null || tdpW === null ? null : (tflops * 1000) / tdpW;
    };
    return {
      name,
      kind,
      printed: { 32: figure(printed('gflops32_per_w')), 16: figure(printed('gflops16_per_w')) },
      // The fastest way that the chip has: its matrix unit where there is one.
      ours: {
        32: perWatt('fp32_tflops'),
        16: perWatt('fp16_tensor_tflops', 'bf16_tensor_tflops', 'fp16_tflops'),
      },
      sourceIds: [ours('source_id'), ours('fp32_source_id'), ours('rates_source_id')].filter(
        Boolean,
      ),
    };
  });
}

/** How many times as much as GPUs a chip computes for a watt: the least and the most, over all GPUs of the table. */
export interface Ratio {
  readonly low: number;
  readonly high: number;
}

/**
 * A chip against the GPUs of the table. Cards that run 16 bits slower than 32, which nobody uses so, do not count at 16.
 *
 * @param of whose figures
 * @returns null where the chip's figure is not known
 */
export function againstGpus(
  rows: readonly Row[],
  name: string,
  bits: Bits,
  of: 'printed' | 'ours',
): Ratio | null {
  const own = rows.find((row) => row.name === name)?.[of][bits] ?? null;
  const gpus = rows.flatMap((row) => {
    const { 32: full, 16: half } = row[of];
    const value = row[of][bits];
    const isSlow = bits === 16 && full !== null && half !== null && half < full;
    return row.kind === 'gpu' && value !== null && !isSlow ? [value] : [];
  });
  if (own === null || gpus.length === 0) return null;
  return { low: own / Math.max(...gpus), high: own / Math.min(...gpus) };
}
