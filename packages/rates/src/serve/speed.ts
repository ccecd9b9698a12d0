import type { Edition } from '@ml-emissions/data';
import { amountOf, type Run, type ServiceDescription } from '@ml-emissions/model';
import { coefficient, knownCoefficient } from '../coefficient.ts';
import type { MachineAccelerator } from '../machine.ts';
import { peakNear } from '../plan/peak.ts';
import { bytesOf, type NotServed } from './load.ts';

const FLOP_PER_PARAMETER = 2;
const PER_TERA = 1e12;

/** Chips with memory beside them, up to the year whose fastest is known. */
const MEMORY_APART: ReadonlySet<string> = new Set(['gpu', 'tpu']);
const LAST_YEAR = 2025;

/**
 * More tokens a second than the chips can write: each pass reads the active parameters once, and a token takes 2 FLOP a
 * parameter.
 *
 *     tokens a second <= requests at a time x tokens a pass x chips x bytes a second / (bytes x active)
 *     tokens a second <= chips x peak FLOP/s / (2 x active)
 *
 * Source: `data/coefficients.csv`, `service.most-*`; peaks in `data/accelerators.csv`.
 *
 * @returns null where the speed can be, or nobody knows what the chips can
 */
export function beyondChips(
  edition: Edition,
  run: Run & { readonly service: ServiceDescription },
  all: readonly MachineAccelerator[],
): NotServed | null {
  const { service, model, precision, batchSize } = run;
  const active = model?.activeParameters ?? model?.parameters;
  if (service.tokensPerSecond === undefined || active === undefined) return null;
  const each = amountOf(active);
  const most = Math.min(
    byMemory(edition, all, service.concurrency ?? batchSize, bytesOf(precision) * each),
    byArithmetic(all, FLOP_PER_PARAMETER * each, precision),
  );
  const perSecond = amountOf(service.tokensPerSecond);
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
