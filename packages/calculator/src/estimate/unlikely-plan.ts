import {
  amountOf,
  arithmeticOf,
  INFERENCE_WORK,
  type Notice,
  type Plan,
  type Run,
} from '@ml-emissions/model';
import { type Machine, peakNear } from '@ml-emissions/rates';

interface Told {
  readonly run: Run;
  readonly machine: Machine;
  readonly plan: Plan | null;
}

const FLOP_PER_TFLOP = 1e12;
const SECONDS_PER_HOUR = 3600;
/** No training uses more of its chips than they have, and few less than a two-hundredth of them. */
const MOST = 1;
const LEAST = 0.005;

/** A model whose training can hardly take the time that is told, or that its chips cannot hold. */
export function unlikelyPlan(told: Told): Notice[] {
  return [...unlikelySpeed(told), ...otherPrecision(told), ...tooSmall(told)];
}

/** A speed that chips can hardly have. */
export function unlikelySpeed({ run, machine, plan }: Told): Notice[] {
  const [chip, ...others] = machine.accelerators;
  if (!chip || others.length > 0 || run.phase === 'inference' || INFERENCE_WORK.has(run.work))
    return [];
  const { row, hardware } = chip;
  const arithmetic = arithmeticOf(run.model);
  const peak = row && peakNear(row, run.precision ?? 'bf16');
  const hours = chipHours(run, plan, amountOf(hardware.count ?? 1));
  if (!arithmetic || !peak || hours === null) return [];
  const atFull = amountOf(arithmetic.flop) / (peak.tflops * FLOP_PER_TFLOP * SECONDS_PER_HOUR);
  const mfu = atFull / hours;
  if (mfu <= MOST && mfu >= LEAST) return [];
  const { tflops, precision } = peak;
  const field = plan ? '/tokensPerSecondPerAccelerator' : '/model';
  return [{ field, said: { code: 'mfu-unlikely', percent: 100 * mfu, tflops, precision } }];
}

/** Of the run once, over all chips; null where nothing tells, or nothing but what is usual. */
function chipHours(run: Run, plan: Plan | null, chips: number): number | null {
  if (plan) return plan.rung === 'speed-seen' ? plan.deviceHours.value : null;
  if (run.hours !== undefined) return amountOf(run.hours) * chips;
  return run.deviceHours === undefined ? null : amountOf(run.deviceHours);
}

/** A chip that has no unit for the precision calculates in the next one, at the speed of that. */
function otherPrecision({ run: { precision }, machine, plan }: Told): Notice[] {
  const instead = plan?.precision;
  const [chip] = machine.accelerators;
  if (!precision || !instead || !chip?.row || instead === precision) return [];
  const said = { code: 'precision-not-had', chip: chip.row.name, precision, instead } as const;
  return [{ field: '/precision', said }];
}

function tooSmall({ plan }: Told): Notice[] {
  if (!plan?.memory || plan.memory.neededGb <= plan.memory.chipsGb) return [];
  return [{ field: '/model/parameters', said: { code: 'memory-too-small', ...plan.memory } }];
}
