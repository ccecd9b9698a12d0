import { writtenTable } from '@ml-emissions/calculator/tables';

/** The precisions whose peak the table holds. */
export const PEAKS = [
  'fp32_tflops',
  'tf32_tensor_tflops',
  'fp16_tensor_tflops',
  'bf16_tensor_tflops',
  'fp8_tensor_tflops',
] as const;
export type Peak = (typeof PEAKS)[number];

/** A chip as Appendix B of the paper sets it: what it computes for each watt of its rating. */
export interface Chip {
  readonly name: string;
  readonly vendor: string;
  readonly year: number;
  readonly tdpW: number;
  /** Dense peak, by precision. */
  readonly tflops: Readonly<Partial<Record<Peak, number>>>;
  readonly sourceIds: readonly string[];
}

/** GFLOP/s for each watt of rated power; null where the peak is not known. */
export function gflopsPerWatt({ tflops, tdpW }: Chip, peak: Peak): number | null {
  const value = tflops[peak];
  return value === undefined ? null : (value * 1000) / tdpW;
}

/** Chips with year, rated power and at least one peak. */
export async function chips(): Promise<readonly Chip[]> {
  const { columns, rows } = await writtenTable('accelerators');
  const cell = (row: readonly string[], name: string) => row[columns.indexOf(name)] ?? '';
  return rows.flatMap((row) => {
    const [year, tdpW] = [Number(cell(row, 'year')), Number(cell(row, 'tdp_w'))];
    const tflops = Object.fromEntries(
      PEAKS.flatMap((peak) => {
        const text = cell(row, peak);
        return text === '' ? [] : [[peak, Number(text)]];
      }),
    );
    if (!(year > 0 && tdpW > 0) || Object.keys(tflops).length === 0) return [];
    const sourceIds = ['source_id', 'fp32_source_id', 'rates_source_id']
      .map((name) => cell(row, name))
      .filter(Boolean);
    return [
      { name: cell(row, 'name'), vendor: cell(row, 'vendor'), year, tdpW, tflops, sourceIds },
    ];
  });
}
