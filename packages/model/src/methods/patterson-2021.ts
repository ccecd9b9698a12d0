import type { MethodSpec } from '../method.ts';
import { ACCELERATOR_ENERGY, ELECTRICITY, METERED_ENERGY, TOTAL } from './steps.ts';

/**
 * Metered mean power of each processor with its share of memory, network and fans, times PUE.
 *
 *     kWh = hours x processors x mean W / 1000 x PUE
 *
 * Source: Patterson et al. (2021), arXiv:2104.10350, section 2.5.
 */
export const patterson2021 = {
  name: 'patterson-2021',
  source: 'patterson-2021',
  hasRange: false,
  ladders: {
    power: ['measured'],
    host: 'none',
    overhead: false,
    pue: ['given', 'published', 'site'],
    embodied: 'none',
    water: false,
    market: false,
    scopes: false,
    meter: true,
  },
  needs: ['measured-power'],
  steps: [
    { ...ACCELERATOR_ENERGY, meter: ['none'] },
    // Whatever the meter saw, the method takes it for a whole.
    ...METERED_ENERGY.map((step) => ({ ...step, part: 'metered' as const })),
    ...ELECTRICITY,
    ...TOTAL,
  ],
  excluded: [
    { item: 'host', reason: 'held-by-metered-power' },
    { item: 'embodied', reason: 'electricity-only' },
  ],
} as const satisfies MethodSpec;
