import type { MethodSpec } from '../method.ts';
import { ACCELERATOR_ENERGY, ELECTRICITY, HOST_ENERGY, TOTAL } from './steps.ts';

/**
 * Green Algorithms: cores and accelerators at their rated power times their use, memory by size, PUE, and a pragmatic
 * scaling factor for repeats.
 *
 *     kWh = hours x (cores x W per core x use + chips x TDP x use + GB x 0.3725) x PUE x PSF / 1000
 *
 * Source: Lannelongue, Grealey, Inouye (2021), Advanced Science 8, 2100707; PUE by provider as in its tool.
 */
export const greenAlgorithms2021 = {
  name: 'green-algorithms-2021',
  source: 'lannelongue-2021',
  hasRange: false,
  ladders: {
    power: ['utilisation', 'tdp'],
    host: 'rated-parts',
    overhead: false,
    pue: ['given', 'own-computer', 'of-method'],
    embodied: 'none',
    water: false,
    market: false,
    scopes: false,
    meter: false,
  },
  needs: ['hours', 'rated-power', 'accelerator-or-processor'],
  steps: [ACCELERATOR_ENERGY, HOST_ENERGY, ...ELECTRICITY, ...TOTAL],
  excluded: [
    { item: 'processors', reason: 'none-given-none-guessed', when: 'no-processor' },
    { item: 'memory', reason: 'none-given-none-guessed', when: 'no-memory' },
    { item: 'embodied', reason: 'electricity-only' },
  ],
} as const satisfies MethodSpec;
