import type { MethodSpec } from '../method.ts';
import { ACCELERATOR_ENERGY, ELECTRICITY, HOST_ENERGY, METERED_ENERGY, TOTAL } from './steps.ts';

/**
 * CodeCarbon where it cannot measure the processor: half of its TDP, memory by modules, PUE 1 unless given.
 * It meters accelerators itself; where the run brings no metered power, the usual one of `full` stands for its meter.
 *
 * Source: CodeCarbon 3.x, documentation and code (`codecarbon-cpu-power`, `codecarbon-ram`).
 */
export const codecarbonConstant = {
  name: 'codecarbon-constant',
  source: 'codecarbon-method',
  hasRange: false,
  ladders: {
    power: ['measured', 'utilisation', 'typical', 'tdp'],
    host: 'codecarbon',
    overhead: false,
    pue: ['given'],
    embodied: 'none',
    water: false,
    market: false,
    scopes: false,
    meter: true,
  },
  needs: ['known-power', 'some-load'],
  steps: [
    { ...ACCELERATOR_ENERGY, meter: ['none'] },
    ...METERED_ENERGY,
    { ...HOST_ENERGY, meter: ['none', 'accelerators'] },
    ...ELECTRICITY,
    ...TOTAL,
  ],
  excluded: [
    { item: 'overhead', reason: 'supplies-not-counted' },
    { item: 'memory', reason: 'size-not-given', when: 'no-memory' },
    { item: 'facility', reason: 'pue-1-unless-given', when: 'no-pue' },
    { item: 'embodied', reason: 'electricity-only' },
  ],
} as const satisfies MethodSpec;
