import type { Accelerator, Edition } from '@ml-emissions/data';
import { amountOf, type Run, type ServiceDescription } from '@ml-emissions/model';
import { coefficient, knownCoefficient } from '../coefficient.ts';
import type { MachineAccelerator } from '../machine.ts';
import { peakNear } from '../plan/peak.ts';
import { bytesOf, type NotServed, sizeOf } from './load.ts';

const FLOP_PER_PARAMETER = 2;
const PER_TERA = 1e12;

/** Chips with memory beside them, up to the year whose fastest is known. */
const MEMORY_APART: ReadonlySet<string> = new Set(['gpu', 'tpu']);
const LAST_YEAR = 2025;

/**
 * Tokens a second that the chips can write at most: each pass reads the active parameters once, and a token takes 2 FLOP a
 * parameter.
 *
 *     tokens a second <= requests at a time x tokens a pass x chips x bytes a second / (bytes x active)
 *     tokens a second <= chips x peak FLOP/s / (2 x active)
 *
 * Source: `data/coefficients.csv`, `service.most-*`; peaks in `data/accelerators.csv`.
 *
 * @returns Infinity where nobody knows what the chips can, or what the model asks of them
 */
export function mostTokensPerSecond(
  edition: Edition,
  run: Run,
  all: readonly MachineAccelerator[],
): number {
  const { service, precision, batchSize } = run;
  const each = leastActive(edition, run);
  if (each === null) return Number.POSITIVE_INFINITY;
  return Math.min(
    byMemory(edition, all, service?.concurrency ?? batchSize, bytesOf(precision) * each),
    byArithmetic(all, FLOP_PER_PARAMETER * each, precision),
  );
}

/** Chips at their peak may draw this share of their rating, and calculate in half of eight bits at twice the rate. */
const LEAST_OF_RATING = 0.5;
const FP4_OVER_FP8 = 2;

/**
 * Energy of a token that no chip goes below, J: its arithmetic at the peak of the best of them, at half of their rating.
 *
 *     J >= 2 x active / (peak FLOP/s / (W / 2))
 *
 * Source: peaks and ratings in `data/accelerators.csv`; half of a rating is less than any chip was seen to draw at work.
 *
 * @param all the chips of the run; none: any that the edition knows
 * @returns 0 where size or peak are not known
 */
export function leastJoulesPerToken(
  edition: Edition,
  run: Run,
  all: readonly MachineAccelerator[],
): number {
  const { precision } = run;
  const each = leastActive(edition, run);
  if (each === null) return 0;
  const rows = all.length > 0 ? all.map(({ row }) => row) : edition.accelerators;
  const perJoule = rows.map((row) => row && flopPerJoule(row, precision));
  if (perJoule.some((one) => one === null)) return 0;
  const best = Math.max(...perJoule.map((one) => one ?? 0));
  return best > 0 ? (FLOP_PER_PARAMETER * each) / best : 0;
}

/** Parameters in use for a token; of a class, the fewest that are guessed; null where neither is told. */
function leastActive(edition: Edition, run: Run): number | null {
  const size = sizeOf(edition, run);
  if (!size) return null;
  const { activeParameters: active, isGuess } = size;
  return isGuess && typeof active !== 'number' ? active.low : amountOf(active);
}

/** 0 of a chip whose peak or power is not known. */
function flopPerJoule(row: Accelerator, precision: Run['precision']): number {
  const peak = peakNear(row, precision ?? 'fp8');
  if (!peak || !row.tdpW) return 0;
  const times = (precision ?? 'fp4') === 'fp4' && peak.precision === 'fp8' ? FP4_OVER_FP8 : 1;
  return (times * peak.tflops * PER_TERA) / (LEAST_OF_RATING * row.tdpW);
}

/** A speed that is told and that the chips cannot have; null where they can, or nobody knows. */
export function beyondChips(
  edition: Edition,
  run: Run & { readonly service: ServiceDescription },
  all: readonly MachineAccelerator[],
): NotServed | null {
  const { tokensPerSecond } = run.service;
  if (tokensPerSecond === undefined) return null;
  const most = mostTokensPerSecond(edition, run, all);
  const perSecond = amountOf(tokensPerSecond);
  if (perSecond <= most) return null;
  return {
    field: '/service/tokensPerSecond',
    said: { code: 'speed-beyond-chips', perSecond, most },
  };
}

function byMemory(
  edition: Edition,
  all: readonly MachineAccelerator[],
  batch: ServiceDescription['concurrency'],
  bytesRead: number,
): number {
  if (batch === undefined) return Number.POSITIVE_INFINITY;
  const perSecond = all.reduce(
    (sum, { row, hardware: { count = 1 } }) => sum + memoryOf(edition, row) * amountOf(count),
    0,
  );
  const perPass = coefficient(edition, 'service.most-tokens-per-pass');
  return Math.max(1, amountOf(batch)) * perPass * (perSecond / bytesRead);
}

/** Bytes a second that the memory of one chip gives at most; of what has another kind of memory nobody knows. */
function memoryOf(edition: Edition, row: MachineAccelerator['row']): number {
  if (!row?.kind || !MEMORY_APART.has(row.kind) || (row.year ?? LAST_YEAR) > LAST_YEAR) {
    return Number.POSITIVE_INFINITY;
  }
  const most = 'service.most-memory-tb-per-s';
  const ofFamily = knownCoefficient(edition, `${most}-${row.family?.toLowerCase()}`);
  return (ofFamily ?? coefficient(edition, most)) * PER_TERA;
}

function byArithmetic(
  all: readonly MachineAccelerator[],
  flopPerToken: number,
  precision: Run['precision'],
): number {
  const peaks = all.map(({ row, hardware: { accelerator } }) =>
    typeof accelerator === 'string'
      ? row && peakNear(row, precision ?? 'fp8')?.tflops
      : accelerator.peakTflops,
  );
  if (peaks.some((one) => !one)) return Number.POSITIVE_INFINITY;
  const flops = peaks.reduce<number>(
    (sum, one, at) => sum + (one ?? 0) * PER_TERA * amountOf(all[at]?.hardware.count ?? 1),
    0,
  );
  return flops / flopPerToken;
}
