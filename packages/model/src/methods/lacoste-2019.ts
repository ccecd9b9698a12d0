import type { ExclusionSpec, MethodSpec } from '../method.ts';
import { ACCELERATOR_ENERGY, ELECTRICITY, TOTAL } from './steps.ts';

/** What a method of accelerators alone leaves out. */
export const ACCELERATORS_ONLY: readonly ExclusionSpec[] = [
  { item: 'host', reason: 'accelerators-only' },
  { item: 'facility', reason: 'method-without-pue' },
  { item: 'embodied', reason: 'electricity-only' },
];

/**
 * The paper's own arithmetic, unrounded: TDP x hours x carbon intensity, summed over the accelerators.
 * No host, no PUE.
 *
 * Source: Lacoste, Luccioni, Schmidt, Dandres (2019), arXiv:1910.09700, section 3.
 */
export const lacoste2019 = {
  name: 'lacoste-2019',
  source: 'lacoste2019',
  hasRange: false,
  ladders: {
    power: ['tdp'],
    host: 'none',
    overhead: false,
    pue: [],
    embodied: 'none',
    water: false,
    market: false,
    scopes: false,
    meter: false,
  },
  needs: ['hours', 'rated-power', 'some-accelerator'],
  steps: [ACCELERATOR_ENERGY, ...ELECTRICITY, ...TOTAL],
  excluded: ACCELERATORS_ONLY,
} as const satisfies MethodSpec;
