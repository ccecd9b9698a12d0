import { acceleratorEnergyKwh } from '../accelerator-energy.ts';
import type { Work } from '../factor.ts';
import { operationalKgCo2e } from '../operational.ts';

/**
 * Energy of all accelerators of a piece of work: `acceleratorEnergyKwh` of their power together.
 *
 * @param work total power (W) and wall-clock hours
 * @returns kWh, unrounded
 * Errors: none.
 */
export function devicesEnergyKwh({ totalPowerW, hours }: Work): number {
  return acceleratorEnergyKwh({ count: 1, powerW: totalPowerW, hours });
}

/** Location-based emissions of a piece of work whose energy is known, kg CO2e. */
export function emissions(work: Work, energyKwh: number): number {
  return operationalKgCo2e({
    energyKwh,
    carbonIntensityGPerKwh: work.carbonIntensityGPerKwh.value,
  });
}
