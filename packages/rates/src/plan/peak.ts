import type { Accelerator } from '@ml-emissions/data';
import type { Precision } from '@ml-emissions/model';

/** A rate and the precision that it is of. */
export interface Peak {
  readonly precision: Precision;
  /** Dense, TFLOP/s; TOP/s of integers. */
  readonly tflops: number;
}

/** What a chip calculates in that has no unit for a precision: the other of 16 bits, the next wider one. */
const INSTEAD: Readonly<Record<Precision, Precision | null>> = {
  fp4: 'fp8',
  fp8: 'bf16',
  int8: 'bf16',
  bf16: 'fp16',
  fp16: 'bf16',
  tf32: 'fp32',
  fp32: null,
};

/**
 * Dense peak at just this precision; vectors in FP16 count where they are faster than in FP32.
 *
 * @returns null where none is published
 */
export function peakAt(row: Accelerator, precision: Precision): Peak | null {
  const { fp16Tflops = null, fp32Tflops } = row;
  const isVector = fp16Tflops !== null && fp16Tflops > (fp32Tflops ?? 0);
  const peaks: Readonly<Record<Precision, number | null | undefined>> = {
    fp4: null,
    fp8: row.fp8TensorTflops,
    int8: row.int8Tops,
    bf16: row.bf16TensorTflops,
    fp16: row.fp16TensorTflops ?? (isVector ? fp16Tflops : null),
    tf32: row.tf32TensorTflops,
    fp32: fp32Tflops,
  };
  const tflops = peaks[precision];
  return tflops ? { precision, tflops } : null;
}

/** The same, or what the chip calculates in instead, however often it has to look. */
export function peakNear(row: Accelerator, precision: Precision): Peak | null {
  const tried = new Set<Precision>();
  for (let at: Precision | null = precision; at !== null && !tried.has(at); at = INSTEAD[at]) {
    const found = peakAt(row, at);
    if (found) return found;
    tried.add(at);
  }
  return null;
}
