import { acceleratorEnergyKwh } from '../accelerator-energy.ts';
import type { Work } from '../factor.ts';
import { operationalKgCo2e } from '../operational.ts';

/**
 * Energy of all accelerators of a piece of work: `acceleratorEnergyKwh` of their power together.
 *
 * @param work total power (W), wall-clock hours of one run, and how often it was run
 * @returns kWh, unrounded
 * Errors: none.
 */
export function devicesEnergyKwh({ totalPowerW, hours, repeats }: Work): number {
  return acceleratorEnergyKwh({ count: 1, powerW: totalPowerW, hours: hours * repeats });
}

/** Location-based emissions of a piece of work whose energy is known, kg CO2e. */
export function emissions(work: Work, energyKwh: number): number {
  return operationalKgCo2e({
    energyKwh,
    carbonIntensityGPerKwh: work.carbonIntensityGPerKwh.value,
  });
}
