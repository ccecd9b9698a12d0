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

/** A chip with what it computes for each watt at one precision. */
type Efficient = Pick<Chip, 'name' | 'year'> & { readonly gflops: number };

/**
 * How far what a watt computes has come: the best of all, against the best of the first year. The best of the last year
 * says nothing: it may have brought small chips alone.
 *
 * @returns null where no later chip is better
 */
export function bestSinceFirst<One extends Efficient>(
  chips: readonly One[],
): { readonly first: One; readonly best: One; readonly times: number } | null {
  const start = Math.min(...chips.map(({ year }) => year));
  const most = (some: readonly One[]) => some.toSorted((a, b) => b.gflops - a.gflops)[0];
  const [first, best] = [most(chips.filter(({ year }) => year === start)), most(chips)];
  if (!first || !best || best.year === start) return null;
  return { first, best, times: best.gflops / first.gflops };
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
