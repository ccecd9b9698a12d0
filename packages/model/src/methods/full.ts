import type { ExclusionSpec, MethodSpec, StepSpec } from '../method.ts';
import {
  ACCELERATOR_ENERGY,
  ELECTRICITY,
  EMBODIED,
  GHG_PROTOCOL,
  HOST_ENERGY,
  METERED_ENERGY,
  TOTAL,
  WATER,
} from './steps.ts';

const WH_PER_KWH = 1000;

/** Host and losses over metered energy of the accelerators, where no time is known. */
const HOST_OF_METERED_ENERGY: StepSpec = {
  name: '{}-energy',
  unit: 'kWh',
  aspect: 'host',
  each: 'hostLoads',
  isEnergy: true,
  times: ['product', 'repeats?'],
  family: 'energy',
  part: 'host',
};

/** Accelerators and host that are held and do nothing. */
const IDLE: readonly StepSpec[] = [
  {
    name: 'idle-energy{}',
    isIdle: true,
    unit: 'kWh',
    aspect: 'idle',
    each: 'accelerators',
    times: ['count', 'idlePower', 'idleHours', 'repeats?'],
    per: WH_PER_KWH,
    family: 'energy',
    part: 'idle',
    meter: ['none', 'accelerators'],
  },
  // Machines that a service holds for its busiest hour, and against the failure of others.
  {
    name: 'idle-capacity-energy{}',
    isIdle: true,
    unit: 'kWh',
    aspect: 'idle',
    each: 'accelerators',
    times: ['count', 'power', 'hours', 'idleCapacity', 'repeats?'],
    per: WH_PER_KWH,
    family: 'energy',
    part: 'idle',
    meter: ['none'],
  },
  {
    name: 'idle-capacity-energy',
    said: 'held-and-idle',
    unit: 'kWh',
    aspect: 'idle',
    times: ['servedEnergy', 'idleCapacity', 'repeats?'],
    family: 'energy',
    part: 'idle',
    meter: ['accelerators'],
  },
  {
    name: '{}-idle-energy',
    isIdle: true,
    unit: 'kWh',
    aspect: 'idle',
    each: 'hostLoads',
    isEnergy: false,
    times: ['product', 'hostIdleShare?', 'idleHours', 'repeats?'],
    per: WH_PER_KWH,
    family: 'energy',
    part: 'idle',
    meter: ['none', 'accelerators'],
  },
];

/** What `full` leaves out of a run. */
export const EXCLUDED_BY_FULL: readonly ExclusionSpec[] = [
  { item: 'host', reason: 'no-host-figure', when: 'no-host' },
  { item: 'embodied', reason: 'nothing-to-spread-over', when: 'no-embodied' },
  { item: 'water-on-site', reason: 'no-figure-for-place', when: 'no-water-on-site' },
  { item: 'water-of-the-grid', reason: 'no-figure-for-place', when: 'no-grid-water' },
  { item: 'development', reason: 'other-runs', when: 'run-once' },
  { item: 'network', reason: 'traffic-outside' },
  { item: 'storage', reason: 'data-elsewhere' },
  { item: 'buildings', reason: 'data-centre-made' },
];

/**
 * The default: the whole machine at its most likely power, carried to the facility, times the grid's intensity;
 * manufacture and water beside it.
 *
 *     components  = accelerators + host + idle           kWh, each a product of its factors
 *     energyKwh   = components x overhead x pue
 *     operational = energyKwh x carbonIntensityGPerKwh / 1000
 *     embodied    = sum of kg per part x hours / (service life x average use)
 *
 * Source: docs/method.md; Lacoste et al. 2019, section 3; PUE as in ISO/IEC 30134-2 and Patterson et al. 2021,
 * section 2; embodied as in ISO/IEC 21031, M.
 */
export const full = {
  name: 'full',
  source: 'lacoste2019',
  hasRange: true,
  ladders: {
    power: ['measured', 'utilisation', 'typical', 'tdp'],
    host: 'described',
    overhead: true,
    pue: ['given', 'published', 'site'],
    embodied: 'parts',
    water: true,
    market: true,
    scopes: true,
    meter: true,
  },
  needs: ['known-power', 'some-load'],
  steps: [
    { ...ACCELERATOR_ENERGY, meter: ['none'] },
    ...METERED_ENERGY,
    { ...HOST_ENERGY, meter: ['none', 'accelerators', 'components'] },
    HOST_OF_METERED_ENERGY,
    ...IDLE,
    ...ELECTRICITY,
    ...EMBODIED,
    ...TOTAL,
    ...GHG_PROTOCOL,
    ...WATER,
  ],
  excluded: EXCLUDED_BY_FULL,
} as const satisfies MethodSpec;
