import {
  type Device,
  type EstimateResult,
  type Named,
  range90,
  type UsedChip,
  type UsedFactor,
  type UsedPue,
  type UsedValue,
} from '@ml-emissions/model';
import type { PreparedRun } from './look-up/look-up.ts';

/** The factors of a whole run that a result states by name. */
type UsedValues = Pick<
  EstimateResult,
  'overheadFactor' | 'pue' | 'wueLPerKwh' | 'gridWaterLPerKwh' | 'serviceLifeYears' | 'averageUse'
>;

/** All that a result states of the numbers that the method took. */
interface Used {
  readonly values: UsedValues;
  readonly chips: readonly UsedChip[];
  readonly factors: readonly UsedFactor[];
}

const known = new WeakMap<PreparedRun, Used>();

/** What the method took for a run, worked out once a prepared run: it depends on nothing else. */
export function usedBy(prepared: PreparedRun): Used {
  let found = known.get(prepared);
  if (!found) {
    found = {
      values: usedValues(prepared),
      chips: usedChips(prepared),
      factors: usedFactors(prepared),
    };
    known.set(prepared, found);
  }
  return found;
}

/**
 * The factors of the whole run as the method used them, with their 90 % ranges.
 *
 * @param prepared the run with its account
 * @returns null for each that the method does not count
 */
function usedValues(prepared: PreparedRun): UsedValues {
  const { overhead, wue, gridWater, embodied } = prepared.account;
  const spread = embodied?.flatMap(({ over }) => over) ?? [];
  const spreadBy = (pointer: string) => spread.find(({ field }) => field === pointer) ?? null;
  const used = (named: Named | null) => named && usedValue(named, prepared);
  return {
    overheadFactor: used(overhead),
    pue: usedPue(prepared),
    wueLPerKwh: used(wue),
    gridWaterLPerKwh: used(gridWater),
    serviceLifeYears: used(spreadBy('/embodied/serviceLifeYears')),
    averageUse: used(spreadBy('/embodied/averageUse')),
  };
}

/** What metered facility energy holds stands here too, and says so. */
function usedPue(prepared: PreparedRun): UsedPue | null {
  const { account, work, rungs } = prepared;
  const named = account.pue ?? account.pueInEnergy;
  if (!named) return null;
  const { factor } = named;
  // A constant of the method is neither the user's nor what the tables hold for the place.
  const isOwn = factor !== work.pue && factor !== work.givenPue;
  return {
    ...usedValue(named, prepared),
    year: factor.year,
    rung: isOwn || rungs.pue === 'none' ? 'method' : rungs.pue,
    isInEnergy: account.pue === null,
  };
}

/** The range of a deviation of the excess is of what exceeds 1. */
function usedValue({ factor }: Named, { method }: PreparedRun): UsedValue {
  const { value, gsd, spreadOf, sourceId } = factor;
  if (!method.hasRange || gsd === null) return { value, sourceId };
  const base = spreadOf === 'excess' ? 1 : 0;
  if (gsd === 1) return { value, low: value, high: value, sourceId };
  const { low, high } = range90(value - base, gsd);
  return { value, low: base + low, high: base + high, sourceId };
}

/** Each kind of accelerator with the power that the method took for it. */
function usedChips(prepared: PreparedRun): UsedChip[] {
  const made = new Set(
    prepared.account.embodied?.flatMap(({ times }) => times.map(({ factor }) => factor)),
  );
  return prepared.work.devices.map((device) => {
    const { id, name, count, tdpW, embodiedKg } = device;
    const factors = powerFactors(prepared, device);
    const powerW = factors ? factors.reduce((watts, { factor }) => watts * factor.value, 1) : null;
    return {
      id,
      name,
      count: count.value,
      tdpW: tdpW?.value ?? null,
      powerW,
      utilisation: powerW !== null && tdpW ? powerW / tdpW.value : null,
      power: factors && rungOf(device, factors),
      embodiedKgCo2e: embodiedKg && made.has(embodiedKg) ? embodiedKg.value : null,
    };
  });
}

/** The factors of a chip's mean power: those of its energy but count and time; null where no term is the chip's. */
function powerFactors({ account, work }: PreparedRun, { count }: Device): readonly Named[] | null {
  const term = account.energy.find(
    ({ part, times }) => part === 'accelerators' && times.some(({ factor }) => factor === count),
  );
  const others = new Set([count, work.hours, work.repeats]);
  return term?.times.filter(({ factor }) => !others.has(factor)) ?? null;
}

/** What a chip's power rests on. */
function rungOf(device: Device, factors: readonly Named[]): UsedChip['power'] {
  const keys = new Set(factors.map(({ factor }) => factor.key));
  const holds = (factor: Device['tdpW']) => factor !== null && keys.has(factor.key);
  if (holds(device.measuredW)) return 'measured';
  if (holds(device.utilisation)) return 'utilisation';
  if (holds(device.typicalUtilisation)) return 'typical';
  if (holds(device.tdpW)) return 'tdp';
  // The method has powers of its own, between rest and full use.
  return device.utilisation ? 'utilisation' : 'typical';
}

/** Every factor with a line of its own in the receipt, once, in that order. */
function usedFactors({ account }: PreparedRun): UsedFactor[] {
  const { energy, overhead, pue, intensity, market, embodied, wue, gridWater } = account;
  const found = new Map<string, UsedFactor>();
  const add = (part: UsedFactor['part'], named: Named | null) => {
    if (!named || named.inline || found.has(named.step)) return;
    const { step: name, unit, factor } = named;
    const { value, kind, sourceId, note } = factor;
    found.set(name, { name, part, value, unit, kind, sourceId, note });
  };
  for (const { part, times, over } of energy) {
    for (const named of times) add(part, named);
    for (const named of over) add(part, named);
  }
  add('overhead', overhead);
  add('facility', pue);
  add('grid', intensity);
  add('market', market);
  for (const { times, over } of embodied ?? []) {
    for (const named of times) add('embodied', named);
    for (const named of over) add('embodied', named);
  }
  add('water', wue);
  add('water', gridWater);
  return [...found.values()];
}
