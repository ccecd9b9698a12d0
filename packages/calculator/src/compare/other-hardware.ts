import type { Accelerator, Edition } from '@ml-emissions/data';
import {
  type Amount,
  amountOf,
  type CustomAccelerator,
  exp,
  hypot,
  ln,
  PRECISIONS,
  type Precision,
  type Quantity,
  type Run,
  type Said,
  type SaidOf,
  Z_90,
} from '@ml-emissions/model';
import {
  copyMemory,
  defaultGsd,
  type Machine,
  ownKeys,
  type Peak,
  peakAt,
  peakNear,
  plannedRun,
} from '@ml-emissions/rates';
import type { PreparedRun } from '../prepare.ts';

/** Precisions that chips are compared in where none is asked for, in the order in which a common one is looked for. */
const COMMON = ['bf16', 'fp16', 'tf32', 'fp32'] as const;

/**
 * The peaks of two chips to compare: at one precision that both have, else at the nearest ones of equal width. Each is
 * told with its own precision.
 */
function peaksOf(
  chip: OwnChip,
  row: Accelerator,
  asked: Precision | null,
): { readonly here: Peak; readonly there: Peak } | null {
  const wanted = asked ? [asked] : COMMON;
  const sixteen = wanted.filter((one) => one === 'bf16' || one === 'fp16');
  const tries = [
    ...sixteen.map((one) => [one, peakAt] as const),
    ...wanted.map((one) => [one, peakNear] as const),
  ];
  for (const [one, peak] of tries) {
    const there = peak(row, one);
    const given = chip.custom?.peakTflops;
    const here = given
      ? { precision: there?.precision ?? one, tflops: given }
      : chip.row && peak(chip.row, one);
    if (here && there) return { here, there };
  }
  return null;
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
  plan,
  served,
  resolved,
  edition,
}: PreparedRun): OwnChip | { readonly ok: false; readonly reason: Said } {
  const [own, ...others] = resolved.accelerators;
  if (!own || others.length > 0) {
    return { ok: false, reason: { code: 'no-single-chip' } };
  }
  const { hours } = served?.run ?? run;
  const isCounted = hours !== undefined || (plan !== null && plan.hours !== null);
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

/** Why a run cannot be put on other chips. */
interface NotThere {
  readonly ok: false;
  readonly reason: Said;
}

/**
 * The run on other chips, as many of them, its time scaled by the ratio of dense peak FLOP/s. A crude scaling: memory,
 * network and software decide too, so the time gets the range that the default `speed.peak-ratio` says.
 */
export function timeOn(
  { run, plan, served, edition, machine }: PreparedRun,
  chip: OwnChip,
  row: Accelerator,
  precision: Precision | null,
): { readonly ok: true; readonly run: Run; readonly said: Said } | NotThere {
  if (row.tdpW === null) return { ok: false, reason: { code: 'tdp-not-published' } };
  if (plan?.rung === 'mfu-usual') return plannedOn(edition, run, chip, row);
  if (served?.rung === 'energy-by-size') return servedOn(run, machine, chip, row);
  const peaks = peaksOf(chip, row, precision);
  if (!peaks) return { ok: false, reason: { code: 'no-common-precision' } };
  const { here, there } = peaks;
  const scale = here.tflops / there.tflops;
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
    // What was seen on one chip says nothing of another but by the time that follows from it.
    mfu: _________,
    tokensPerSecondPerAccelerator: __________,
    samplesPerSecondPerAccelerator: ___________,
    ...rest
  } = run;
  const utilisation = run.hardware[0]?.utilisation;
  const speed = run.service?.tokensPerSecond;
  const service =
    speed === undefined
      ? {}
      : { service: { ...run.service, tokensPerSecond: spreadOver(speed, 1 / scale, gsd) } };
  const time =
    speed !== undefined
      ? {}
      : chip.count === null
        ? { deviceHours: spreadOver(run.deviceHours ?? amountIn(plan?.deviceHours), scale, gsd) }
        : { hours: spreadOver(run.hours ?? amountIn(plan?.hours), scale, gsd) };
  return {
    ok: true,
    run: {
      ...rest,
      ...service,
      ...time,
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
      precision: here.precision,
      therePrecision: there.precision,
      hereTflops: here.tflops,
      thereTflops: there.tflops,
      scale,
      lessMemory: lessMemory(chip, row),
    },
  };
}

/** A training that is planned by what is usual: on other chips it is planned anew. */
function plannedOn(
  edition: Edition,
  run: Run,
  chip: OwnChip,
  row: Accelerator,
): { readonly ok: true; readonly run: Run; readonly said: Said } | NotThere {
  if (!PRECISIONS.some((precision) => peakAt(row, precision))) {
    return { ok: false, reason: { code: 'no-peak' } };
  }
  const { instance: _, instanceCount: __, slice: ___, host: ____, ...rest } = run;
  const count = chip.count === null ? {} : { count: chip.count };
  const there: Run = { ...rest, hardware: [{ accelerator: row.id, ...count }] };
  const planned = plannedRun(edition, there, ownKeys);
  const memory = planned && 'plan' in planned ? planned.plan.memory : null;
  const isTooSmall = memory !== null && memory.neededGb > memory.chipsGb;
  return {
    ok: true,
    run: there,
    said: { code: 'planned-anew', memory: isTooSmall ? memory : null },
  };
}

/** A service that is worked out by its size: on other chips it is worked out anew. */
function servedOn(
  run: Run,
  machine: Machine,
  chip: OwnChip,
  row: Accelerator,
): { readonly ok: true; readonly run: Run; readonly said: Said } {
  const { instance: _, instanceCount: __, slice: ___, host: ____, ...rest } = run;
  const count = chip.count === null ? {} : { count: chip.count };
  return {
    ok: true,
    run: { ...rest, hardware: [{ accelerator: row.id, ...count }] },
    said: { code: 'served-anew', memory: missingMemory(run, machine, row) },
  };
}

/** What the weights of one copy take, where as many other chips have less or nobody knows; else null. */
function missingMemory(
  run: Run,
  { accelerators: [one] }: Machine,
  { memoryGb }: Accelerator,
): SaidOf<'served-anew'>['memory'] {
  const copy = copyMemory(run, one);
  if (!copy) return null;
  const chipsGb = memoryGb ? copy.chips * memoryGb : null;
  return chipsGb !== null && copy.weightsGb <= chipsGb
    ? null
    : { neededGb: copy.weightsGb, chipsGb };
}

/** A quantity as a run holds it. */
function amountIn(quantity: Quantity | null | undefined): Amount {
  const { value, low, high } = quantity ?? { value: 0 };
  return low === undefined || high === undefined ? value : { value, low, high };
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
  const side = (ratio: number) => exp(hypot(ln(ratio), Z_90 * ln(gsd)));
  return { value, low: value / side(own / low), high: value * side(high / own) };
}
