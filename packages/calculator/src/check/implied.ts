import type { PreparedRun } from '../prepare.ts';
import { figureOfWhole, quantityOfWhole, type Whole } from '../whole.ts';
import { gridsAt, type Limits } from './grids.ts';

/** What one input would have to be for a claim to hold, the others as they are; null where there is no such input. */
export interface Implied {
  readonly carbonIntensityGPerKwh: number | null;
  /** Mean power of one accelerator with its share of host and facility, W; null where energy is metered or of answers. */
  readonly wholePowerWPerChip: number | null;
  /** Null where energy is metered or of what a service answers: it does not rise with the count. */
  readonly deviceCount: number | null;
  /** Electricity of all runs, kWh. */
  readonly energyKwh: number | null;
}

/** What each of them can be; null where it is not implied. */
export interface PlausibleInputs {
  readonly carbonIntensityGPerKwh: Limits | null;
  readonly wholePowerWPerChip: Limits | null;
  /** The range of the estimate's own. */
  readonly energyKwh: Limits | null;
}

/** What a claim implies, beside what can be. */
export interface Implications {
  readonly implied: Implied;
  /** The same inputs as the estimate took them. */
  readonly taken: Implied;
  readonly plausible: PlausibleInputs;
  /** Rated power of one accelerator, W, mean over kinds and runs; null where any is not known. */
  readonly tdpW: number | null;
  /** Accelerators that were told; null where none or different ones were. */
  readonly chips: number | null;
}

const G_PER_KG = 1000;
const W_PER_KW = 1000;
/** Whole machine, facility included, over rated power: least and most that can be, where the estimate is not wider. */
const LEAST_POWER = 0.1;
const MOST_POWER = 4;

/**
 * What a claim implies for grid, power, count and energy, one at a time, and what each was taken as and can be.
 *
 *     grid  = claim / energy                        power = claim / intensity / hours / chips
 *     count = chips x claim / estimate              energy = energy of the estimate x claim / estimate
 *
 * @param whole the runs that it is about
 * @param kgCo2e the claim
 * @returns both, over all runs: a grid is the mean by energy, a power the mean by chip-hours
 * Errors: none.
 * Source: docs/method.md, section 7.
 */
export function implications(whole: Whole, kgCo2e: number): Implications {
  const kwh = figureOfWhole(whole, 'energyKwh');
  const energy = quantityOfWhole(whole, 'energyKwh');
  const value = figureOfWhole(whole, 'operationalKgCo2e');
  const { chipGramHours, tdpW } = chipsOver(whole);
  // What a meter saw, or what answers take, is neither the power of the chips nor their count times anything.
  const isPowerFree = whole.some(
    ({ run, served }) => run.energyKwh === undefined && !served?.energy,
  );
  const chips = whole.some(({ served }) => served?.energy) ? null : countOf(whole);
  const inputsAt = (kg: number): Implied => ({
    carbonIntensityGPerKwh: kwh > 0 ? (kg * G_PER_KG) / kwh : null,
    wholePowerWPerChip:
      isPowerFree && chipGramHours > 0 ? ((kg * G_PER_KG) / chipGramHours) * W_PER_KW : null,
    deviceCount: isPowerFree && value > 0 && chips !== null ? (chips * kg) / value : null,
    energyKwh: value > 0 ? (kwh * kg) / value : null,
  });
  const taken = inputsAt(value);
  const own = taken.wholePowerWPerChip;
  return {
    implied: inputsAt(kgCo2e),
    taken,
    plausible: {
      carbonIntensityGPerKwh: kwh > 0 ? gridLimits(whole, kwh) : null,
      wholePowerWPerChip:
        own === null || tdpW === null || !(kwh > 0)
          ? null
          : {
              low: Math.min(LEAST_POWER * tdpW, (own * (energy.low ?? kwh)) / kwh),
              high: Math.max(MOST_POWER * tdpW, (own * (energy.high ?? kwh)) / kwh),
            },
      energyKwh: kwh > 0 ? { low: energy.low ?? kwh, high: energy.high ?? kwh } : null,
    },
    tdpW,
    chips,
  };
}

/** Where all runs are: the least and the most of each, by its energy. */
function gridLimits(whole: Whole, kwh: number): Limits {
  let low = 0;
  let high = 0;
  for (const prepared of whole) {
    const share = figureOfWhole([prepared], 'energyKwh') / kwh;
    const limits = gridsAt(prepared);
    low += share * limits.low;
    high += share * limits.high;
  }
  return { low, high };
}

const chipsIn = ({ resolved }: PreparedRun): number =>
  resolved.accelerators.reduce((sum, { count }) => sum + count.factor.value, 0);

/** Chip-hours by the grid that they were on; 0 where any run lacks chips or hours. */
function chipsOver(whole: Whole): {
  readonly chipGramHours: number;
  readonly tdpW: number | null;
} {
  let chipGramHours = 0;
  let rated: number | null = 0;
  for (const prepared of whole) {
    const { resolved } = prepared;
    const grams = resolved.carbonIntensity.factor.value;
    const hours = (resolved.hours?.factor.value ?? 0) * (resolved.repeats?.factor.value ?? 1);
    const own = grams * hours * chipsIn(prepared);
    if (!(own > 0)) return { chipGramHours: 0, tdpW: null };
    chipGramHours += own;
    for (const { count, ratedPowerW } of resolved.accelerators) {
      if (rated === null || !ratedPowerW) rated = null;
      else rated += grams * hours * count.factor.value * ratedPowerW.value;
    }
  }
  return { chipGramHours, tdpW: rated === null ? null : rated / chipGramHours };
}

/** How many accelerators each run has; null where that differs, or chip-hours are told instead. */
function countOf(whole: Whole): number | null {
  const counts = new Set(whole.map(chipsIn));
  const [count] = counts;
  if (counts.size !== 1 || count === undefined || !(count > 0)) return null;
  return whole.every(({ resolved }) => resolved.accelerators.every((one) => !one.count.isSilent))
    ? count
    : null;
}
