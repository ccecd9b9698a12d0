import { acceleratorEnergyKwh } from '../accelerator-energy.ts';
import type { Work } from '../factor.ts';

/**
 * Energy of all accelerators of a piece of work: the sum of `acceleratorEnergyKwh` over its devices.
 *
 * @param work devices (chips, W) and wall-clock hours
 * @returns kWh, unrounded
 * Errors: none.
 */
export function devicesEnergyKwh(work: Work): number {
  let energyKwh = 0;
  for (const device of work.devices) {
    energyKwh += acceleratorEnergyKwh({
      count: device.count,
      powerW: device.powerW.value,
      hours: work.hours,
    });
  }
  return energyKwh;
}
