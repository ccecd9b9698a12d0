import type { Work } from '../factor.ts';
import { devicesEnergyKwh, emissions } from './device-energy.ts';
import type { Method } from './method.ts';
import { deviceSteps, emissionSteps, unrounded } from './steps.ts';

/**
 * The paper's own arithmetic, unrounded: TDP x hours x carbon intensity, summed over the chips.
 * No host, no PUE.
 *
 * Source: Lacoste, Luccioni, Schmidt, Dandres (2019), arXiv:1910.09700, section 3.
 */
export const lacoste2019: Method = {
  name: 'lacoste-2019',
  source: 'lacoste2019',
  included: ['accelerators'],
  excluded: [
    { item: 'host', reason: 'the method counts accelerators only' },
    { item: 'facility', reason: 'the method has no PUE' },
    { item: 'embodied', reason: 'the method counts electricity only' },
  ],
  usesPue: false,
  usesMeasuredPower: false,
  hasRange: false,
  rounded: unrounded,
  kgCo2e: (work: Work) => emissions(work, devicesEnergyKwh(work)),
  footprint(work: Work) {
    const energyKwh = devicesEnergyKwh(work);
    return {
      energyKwh,
      parts: { accelerators: energyKwh, host: 0, overhead: 0, facility: 0, idle: 0 },
      operationalKgCo2e: emissions(work, energyKwh),
    };
  },
  receipt(work) {
    const { energyKwh, operationalKgCo2e: kgCo2e } = lacoste2019.footprint(work);
    return [
      ...deviceSteps(work, energyKwh),
      ...emissionSteps(work, { step: 'accelerator-energy', energyKwh }, kgCo2e),
    ];
  },
};
