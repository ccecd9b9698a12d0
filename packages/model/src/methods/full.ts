import { facilityEnergyKwh } from '../facility-energy.ts';
import type { Work } from '../factor.ts';
import { devicesEnergyKwh, emissions } from './device-energy.ts';
import type { Method } from './method.ts';
import { computedStep, deviceSteps, emissionSteps, factorStep, unrounded } from './steps.ts';

function fullEnergyKwh(work: Work): number {
  return facilityEnergyKwh({ itEnergyKwh: devicesEnergyKwh(work), pue: work.pue.value });
}

/**
 * The default: accelerators at their power, carried to the facility by its PUE, times the grid's intensity.
 *
 *     energyKwh = sum(count x powerW x hours) / 1000 x pue
 *     kgCo2e    = energyKwh x carbonIntensityGPerKwh / 1000
 *
 * Source: Lacoste et al. 2019, section 3, with PUE as in ISO/IEC 30134-2 and Patterson et al. 2021, section 2.
 */
export const full: Method = {
  name: 'full',
  source: 'lacoste2019',
  included: ['accelerators', 'facility'],
  excluded: [
    { item: 'host', reason: 'not modeled yet: processors, memory, fans and supply losses' },
    { item: 'embodied', reason: 'not modeled yet: manufacture of the hardware' },
    { item: 'network', reason: 'traffic outside the machine is not modeled' },
  ],
  usesPue: true,
  usesMeasuredPower: true,
  hasRange: true,
  rounded: unrounded,
  kgCo2e: (work: Work) => emissions(work, fullEnergyKwh(work)),
  footprint(work: Work) {
    const itEnergyKwh = devicesEnergyKwh(work);
    const energyKwh = fullEnergyKwh(work);
    return {
      energyKwh,
      parts: {
        accelerators: itEnergyKwh,
        host: 0,
        overhead: 0,
        facility: energyKwh - itEnergyKwh,
        idle: 0,
      },
      operationalKgCo2e: emissions(work, energyKwh),
    };
  },
  receipt(work) {
    const itEnergyKwh = devicesEnergyKwh(work);
    const { energyKwh, operationalKgCo2e: kgCo2e } = full.footprint(work);
    return [
      ...deviceSteps(work, itEnergyKwh),
      factorStep('pue', '1', work.pue),
      computedStep('facility-energy', 'kWh', {
        value: energyKwh,
        formula: `${itEnergyKwh} kWh x ${work.pue.value}`,
        from: ['accelerator-energy', 'pue'],
      }),
      ...emissionSteps(work, { step: 'facility-energy', energyKwh }, kgCo2e),
    ];
  },
};
