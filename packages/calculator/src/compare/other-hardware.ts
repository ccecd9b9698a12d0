import type { Accelerator } from '@ml-emissions/data';
import {
  type Amount,
  amountOf,
  type CustomAccelerator,
  type Run,
  type Said,
  type SaidOf,
  Z_90,
} from '@ml-emissions/model';
import { defaultGsd } from '@ml-emissions/rates';
import type { PreparedRun } from '../prepare.ts';

/** Precisions whose peak FLOP/s the tables hold, in the order in which a common one is looked for. */
export const PRECISIONS = ['bf16', 'fp16', 'tf32', 'fp32'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** Dense peak at a precision, TFLOP/s; tensor cores where there are any. */
function peakTflops(row: Accelerator, precision: Precision): number | null {
  const peaks = {
    bf16: row.bf16TensorTflops ?? row.fp16TensorTflops ?? row.fp16Tflops,
    fp16: row.fp16TensorTflops ?? row.bf16TensorTflops ?? row.fp16Tflops,
    tf32: row.tf32TensorTflops ?? row.fp32Tflops,
    fp32: row.fp32Tflops,
  };
  return peaks[precision] ?? null;
}

/** The one kind of chip that a run uses. */
export interface OwnChip {
  readonly ok: true;
  readonly id: string | null;
  readonly row: Accelerator | null;
  readonly custom: CustomAccelerator | null;
  /** Null where only chip-hours are told. */
  readonly count: Amount | null;
}

/** The chip of a run; or why there is none to replace. */
export function chipOfRun({
  run,
  resolved,
  edition,
}: PreparedRun): OwnChip | { readonly ok: false; readonly reason: Said } {
  const [own, ...others] = resolved.accelerators;
  if (!own || others.length > 0) {
    return { ok: false, reason: { code: 'no-single-chip' } };
  }
  const isCounted = run.hours !== undefined;
  if (!isCounted && !own.count.isSilent) return { ok: false, reason: { code: 'no-time-to-scale' } };
  const accelerator = run.hardware[0]?.accelerator;
  const custom = typeof accelerator === 'object' ? accelerator : null;
  const row = own.id === null ? null : (edition.acceleratorById.get(own.id) ?? null);
  return {
    ok: true,
    id: own.id,
    row,
    custom,
    count: isCounted ? (run.hardware[0]?.count ?? own.count.factor.value) : null,
  };
}

/**
 * The run on other chips, as many of them, its time scaled by the ratio of dense peak FLOP/s. A crude scaling: memory,
 * network and software decide too, so the time gets the range that the default `speed.peak-ratio` says.
 */
export function timeOn(
  { run, edition }: PreparedRun,
  chip: OwnChip,
  row: Accelerator,
  precision: Precision | null,
):
  | { readonly ok: true; readonly run: Run; readonly said: Said }
  | { readonly ok: false; readonly reason: Said } {
  if (row.tdpW === null) return { ok: false, reason: { code: 'tdp-not-published' } };
  for (const one of precision ? [precision] : PRECISIONS) {
    const here = chip.custom?.peakTflops ?? (chip.row && peakTflops(chip.row, one));
    const there = peakTflops(row, one);
    if (!here || !there) continue;
    const scale = here / there;
    const gsd = defaultGsd(edition, 'speed.peak-ratio');
    const {
      instance: _,
      instanceCount: __,
      slice: ___,
      hours: ____,
      deviceHours: ________,
      host: _____,
      energyKwh: ______,
      energyScope: _______,
      ...rest
    } = run;
    const utilisation = run.hardware[0]?.utilisation;
    return {
      ok: true,
      run: {
        ...rest,
        ...(chip.count === null
          ? { deviceHours: spreadOver(run.deviceHours ?? 0, scale, gsd) }
          : { hours: spreadOver(run.hours ?? 0, scale, gsd) }),
        hardware: [
          {
            accelerator: row.id,
            ...(chip.count === null ? {} : { count: chip.count }),
            ...(utilisation === undefined ? {} : { utilisation }),
          },
        ],
      },
      said: {
        code: 'scaled-by-peak',
        precision: one,
        hereTflops: here,
        thereTflops: there,
        scale,
        lessMemory: lessMemory(chip, row),
      },
    };
  }
  return { ok: false, reason: { code: 'no-common-precision' } };
}

/** The work may not fit into less memory. */
function lessMemory(
  { row, custom }: OwnChip,
  other: Accelerator,
): SaidOf<'scaled-by-peak'>['lessMemory'] {
  const here = row?.memoryGb ?? custom?.memoryGb;
  if (!here || !other.memoryGb || other.memoryGb >= here) return null;
  return { thereGb: other.memoryGb, hereGb: here };
}

const exactly = (value: number) => ({ value, low: value, high: value });

/** Hours times a scale whose deviation is known, with the range of both. */
function spreadOver(hours: Amount, scale: number, gsd: number): Amount {
  const value = amountOf(hours) * scale;
  const { value: own, low, high } = typeof hours === 'number' ? exactly(hours) : hours;
  const side = (ratio: number) => Math.exp(Math.hypot(Math.log(ratio), Z_90 * Math.log(gsd)));
  return { value, low: value / side(own / low), high: value * side(high / own) };
}
