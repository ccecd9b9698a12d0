import {
  type Account,
  amountOf,
  type EstimateResult,
  isExact,
  type NamedFactor,
  range90,
  type Step,
  type UsedChip,
  type UsedFactor,
  type UsedPue,
  type UsedValue,
} from '@ml-emissions/model';
import { memoryGbOf } from '@ml-emissions/rates';
import type { PreparedRun } from '../prepare.ts';
import { inEnglish } from './worded.ts';

/** The factors of a whole run that a result states by name. */
type UsedValues = Pick<
  EstimateResult,
  'overheadFactor' | 'pue' | 'wueLPerKwh' | 'gridWaterLPerKwh' | 'serviceLifeYears' | 'averageUse'
>;

/**
 * The factors of the whole run as the method used them, with their 90 % ranges.
 *
 * @param prepared the run with its account
 * @returns null for each that the method does not count
 */
export function usedValues(prepared: PreparedRun): UsedValues {
  const { overhead, wue, gridWater, serviceLife, averageUse, embodiedParts } = prepared.resolved;
  const used = (named: NamedFactor | null) => named && usedValue(named, prepared);
  // A life in hours is a constant of its method, and no service life in years.
  const isInYears = embodiedParts.length > 0 && serviceLife?.unit === 'years';
  return {
    overheadFactor: used(overhead),
    pue: usedPue(prepared),
    wueLPerKwh: used(wue),
    gridWaterLPerKwh: used(gridWater),
    serviceLifeYears: isInYears ? used(serviceLife) : null,
    averageUse: isInYears ? used(averageUse) : null,
  };
}

/** What metered facility energy holds stands here too, and says so. */
function usedPue(prepared: PreparedRun): UsedPue | null {
  const { pue, rungs, energyScope } = prepared.resolved;
  if (!pue || rungs.pue === 'none') return null;
  return {
    ...usedValue(pue, prepared),
    year: pue.factor.year,
    rung: rungs.pue,
    isInEnergy: energyScope === 'facility',
  };
}

/** The range of a deviation of the excess is of what exceeds 1. */
function usedValue({ factor }: NamedFactor, { method }: PreparedRun): UsedValue {
  const { value, gsd, gsdUp, spreadOf, sourceId } = factor;
  if (!method.hasRange || gsd === null) return { value, sourceId };
  const base = spreadOf === 'excess' ? 1 : 0;
  if (isExact(factor)) return { value, low: value, high: value, sourceId };
  const { low, high } = range90(value - base, gsd, gsdUp);
  return { value, low: base + low, high: base + high, sourceId };
}

/** Each kind of accelerator with the power that the method took for it. */
export function usedAccelerators({ resolved, machine, account }: PreparedRun): UsedChip[] {
  const isMetered = resolved.energyScope !== null;
  return resolved.accelerators.map(({ id, label, count, ratedPowerW, power, powerRung }, index) => {
    const own = machine.accelerators[index];
    const memoryGb = own && memoryGbOf(own);
    const factors = isMetered ? null : power;
    const powerW = factors?.reduce((watts, { factor }) => watts * factor.value, 1) ?? null;
    const tdpW = ratedPowerW?.value ?? null;
    return {
      id,
      name: label,
      count: count.isSilent ? null : count.factor.value,
      tdpW,
      memoryGb: memoryGb === undefined || memoryGb === null ? null : amountOf(memoryGb),
      powerW,
      utilisation: powerW !== null && tdpW !== null ? powerW / tdpW : null,
      power: factors && powerRung,
      embodiedKgCo2e: manufactureOf(label, account),
    };
  });
}

/** Manufacture of one accelerator as it was counted, kg CO2e; null where it was not. */
function manufactureOf(label: string, { steps }: Account): number | null {
  const step = steps.find(
    ({ family, name, said }) =>
      family === 'embodied' &&
      name.startsWith('chip') &&
      said?.code === 'quoted' &&
      said.text === label,
  );
  return step?.times.find(({ name }) => name.endsWith('-made'))?.factor.value ?? null;
}

/** What the links of the chain bear on. */
const PART_OF_LINK: Readonly<Record<string, UsedFactor['part']>> = {
  'it-energy': 'overhead',
  'facility-energy': 'facility',
  'operational-emissions': 'grid',
  'direct-emissions': 'scopes',
  'upstream-emissions': 'scopes',
  'market-based-emissions': 'market',
  'water-on-site': 'water',
  'water-off-site': 'water',
};

/** Every number that the method took, in the order of its use, once. */
export function usedFactors({ account }: PreparedRun): UsedFactor[] {
  const found = new Map<string, UsedFactor>();
  for (const step of account.steps) {
    const part = partOf(step);
    if (!part) continue;
    for (const factors of [step.times, step.over]) {
      for (const { name, unit, factor, inline } of factors) {
        if (inline || found.has(name)) continue;
        const { value, kind, sourceId, said } = factor;
        const note = inEnglish(said);
        found.set(name, { name, part, value, unit, kind, sourceId, note, said });
      }
    }
  }
  return [...found.values()];
}

function partOf({ name, part, family }: Step): UsedFactor['part'] | undefined {
  return part ?? (family === 'embodied' ? 'embodied' : PART_OF_LINK[name]);
}
