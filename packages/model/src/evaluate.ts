import type { Account } from './account.ts';
import type { EnergyParts } from './result.ts';

const G_PER_KG = 1000;

/** Energy of the terms, before overhead and facility, kWh. */
function componentsKwh({ energy }: Account): number {
  let sum = 0;
  for (const { value } of energy) sum += value;
  return sum;
}

/** IT energy, kWh; metered facility energy is brought back by its PUE. */
export function itEnergyKwh(account: Account): number {
  const kwh = componentsKwh(account) * (account.overhead?.factor.value ?? 1);
  return account.pueInEnergy ? kwh / account.pueInEnergy.factor.value : kwh;
}

/**
 * Electricity of an account, kWh: components x overhead x PUE, rounded only where the method rounds.
 *
 * Source: PUE as in ISO/IEC 30134-2; the chain as in docs/method.md, section 2.
 */
export function energyKwh(account: Account): number {
  const { overhead, pue, rounding } = account;
  const kwh = componentsKwh(account) * (overhead?.factor.value ?? 1) * (pue?.factor.value ?? 1);
  return rounding ? rounding.energyKwh(kwh) : kwh;
}

/**
 * Location-based emissions of the electricity of an account, kg CO2e.
 *
 *     kgCo2e = energyKwh x carbonIntensityGPerKwh / 1000
 *
 * Source: Lacoste et al. 2019, section 3; GHG Protocol Scope 2, location-based.
 */
export function operationalKgCo2e(account: Account): number {
  const { rounding, intensity } = account;
  const kwh = energyKwh(account);
  const grams = intensity.factor.value;
  if (rounding) return rounding.kgCo2e(kwh * rounding.kgPerKwh(grams));
  return (kwh * grams) / G_PER_KG;
}

/** Emissions of manufacture that the run answers for, kg CO2e; null where not counted or not known. */
export function embodiedKgCo2e({ embodied }: Account): number | null {
  return embodied?.reduce((sum, { value }) => sum + value, 0) ?? null;
}

/** Energy by where it goes; the parts sum to the whole. */
export function energyParts(account: Account): EnergyParts {
  const sums = { accelerators: 0, host: 0, idle: 0, metered: 0 };
  for (const { part, value } of account.energy) sums[part] += value;
  const components = componentsKwh(account);
  const overhead = components * ((account.overhead?.factor.value ?? 1) - 1);
  const facility = (components + overhead) * ((account.pue?.factor.value ?? 1) - 1);
  return {
    accelerators: sums.accelerators,
    host: sums.host,
    idle: sums.idle,
    metered: sums.metered,
    overhead,
    facility,
  };
}
