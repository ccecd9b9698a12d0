import {
  amountOf,
  type Factor,
  productGsd,
  type Quantity,
  range90,
  type Service,
  type ServiceRung,
} from '@ml-emissions/model';
import type { Served } from '@ml-emissions/rates';
import type { PreparedRun } from '../prepare.ts';
import { type Figures, over } from './per-unit.ts';

const JOULES_PER_KWH = 3.6e6;

/** Rungs whose energy is that of the accelerators, whatever the run says of a meter. */
const AT_ACCELERATORS: ReadonlySet<ServiceRung> = new Set([
  'time-told',
  'speed-and-measured-power',
  'speed-and-usual-power',
  'energy-by-size',
] as const);

/**
 * What a model in use answers, and what one answer takes.
 *
 * @param prepared the run with its account
 * @param figures of the whole run
 * @returns null for a run without a service
 */
export function serviceOf(prepared: PreparedRun, figures: Figures): Service | null {
  const { served, run } = prepared;
  if (!served) return null;
  const { rung, uses, unit, units, batch, chips, isGuess } = served;
  const count = amountOf(uses.count);
  const per = run.service?.per ?? 'total';
  return {
    rung,
    joulesPerUnit: {
      unit,
      boundary: AT_ACCELERATORS.has(rung) ? 'accelerators' : (run.energyScope ?? 'it'),
      ...joulesOf(prepared, served),
    },
    use: uses.unit,
    uses: count,
    period: per === 'total' ? 'total' : 'year',
    unitsPerUse: units / count,
    concurrency: batch,
    acceleratorsPerModel: chips,
    isSizeGuessed: isGuess,
    energyKwhPerUse: over(figures.energyKwh, count),
    kgCo2ePerUse: over(figures.total, count),
    trainingShareKgCo2ePerUse: null,
    breakEvenUses: null,
  };
}

/** J of one unit at the chips, or of what the meter saw: by the law, else what the first steps of the account come to. */
function joulesOf({ account, method }: PreparedRun, { joules, units }: Served): Quantity {
  // A method of somebody else has its own power or formula: what its account comes to, not the law of the full one.
  if (joules && method.hasRange) return ranged(joules.value, [joules]);
  const seen = account.steps.filter(({ part }) => part === 'accelerators' || part === 'metered');
  const kwh = seen.reduce((sum, { value }) => sum + value, 0);
  const value = (kwh * JOULES_PER_KWH) / units;
  const [only, ...others] = seen;
  if (!method.hasRange || !only || others.length > 0) return { value };
  return ranged(
    value,
    only.times.map(({ factor }) => factor),
  );
}

function ranged(value: number, factors: readonly Factor[]): Quantity {
  if (factors.some(({ gsd }) => gsd === null) || value === 0) return { value };
  const down = productGsd(factors.map(({ gsd }) => gsd ?? 1));
  const up = productGsd(factors.map(({ gsd, gsdUp }) => gsdUp ?? gsd ?? 1));
  return { value, ...range90(value, down, up) };
}
