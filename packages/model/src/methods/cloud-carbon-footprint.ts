import type { MethodSpec, StepSpec } from '../method.ts';
import { ACCELERATOR_ENERGY, ELECTRICITY, HOST_ENERGY, TOTAL } from './steps.ts';

/** The whole server's manufacture over the method's four years of hours. */
const SERVER: StepSpec = {
  name: '{}-embodied',
  unit: 'kg CO2e',
  aspect: 'embodied',
  each: 'embodiedParts',
  times: ['product', 'hours', 'repeats?'],
  over: ['serviceLife'],
  family: 'embodied',
};

/**
 * Cloud Carbon Footprint: each part between its power at rest and at full use, half in use unless told.
 *
 *     kWh = (min + use x (max - min)) x hours / 1000 x PUE          for accelerators and virtual processors
 *
 * The whole server's manufacture is counted, as for an instance that takes a whole host.
 *
 * Source: Cloud Carbon Footprint, methodology and its coefficients (`ccf-aws`, `ccf-memory`).
 */
export const cloudCarbonFootprint = {
  name: 'cloud-carbon-footprint',
  source: 'ccf-method',
  hasRange: false,
  ladders: {
    power: ['minimum-maximum'],
    host: 'virtual-processors',
    overhead: false,
    pue: ['given', 'of-method'],
    embodied: 'server-formula',
    water: false,
    market: false,
    scopes: false,
    meter: false,
  },
  needs: ['hours', 'own-figures', 'accelerator-or-virtual-processor'],
  steps: [
    ACCELERATOR_ENERGY,
    HOST_ENERGY,
    // The method gives memory as kWh for a GB and hour.
    { ...HOST_ENERGY, isEnergy: true, per: 1 },
    ...ELECTRICITY,
    SERVER,
    ...TOTAL,
  ],
  excluded: [
    { item: 'processors', reason: 'none-given', when: 'no-virtual-processor' },
    { item: 'memory', reason: 'size-not-given', when: 'no-memory' },
    { item: 'network', reason: 'traffic-apart' },
  ],
} as const satisfies MethodSpec;
