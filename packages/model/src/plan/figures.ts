import type { EnergyParts } from '../result.ts';
import { type Account, figureOf } from './account.ts';

/** A figure that every method counts. */
function always(account: Account, figure: 'energyKwh' | 'operationalKgCo2e'): number {
  return figureOf(account, figure) ?? 0;
}

/** Electricity of an account, kWh, with its overhead and PUE. */
export const energyKwh = (account: Account): number => always(account, 'energyKwh');

/** Location-based emissions of the electricity of an account, kg CO2e. */
export const operationalKgCo2e = (account: Account): number => always(account, 'operationalKgCo2e');

/** Energy by where it goes; the parts sum to the whole. */
export function energyParts(account: Account): EnergyParts {
  const sums = { accelerators: 0, host: 0, idle: 0, metered: 0 };
  for (const { part, value } of account.steps) if (part) sums[part] += value;
  const components = figureOf(account, 'componentsKwh') ?? 0;
  const overhead = components * (factorOf(account, 'it-energy') - 1);
  const facility = (components + overhead) * (factorOf(account, 'facility-energy') - 1);
  return { ...sums, overhead, facility };
}

/** What a link of the chain multiplies by; 1 where it passes its figure on. */
function factorOf({ steps }: Account, name: string): number {
  const step = steps.find((one) => one.name === name);
  return step?.times.reduce((product, { factor }) => product * factor.value, 1) ?? 1;
}
