import type { EstimateResult, Plan, Run, Service, UsedChip } from '@ml-emissions/model';
import { type Report, reportOf } from './report.ts';

/** Eight chips at three quarters of their rated power. */
export const A100: UsedChip = {
  id: 'a100',
  name: 'A100',
  count: 8,
  tdpW: 400,
  memoryGb: 80,
  powerW: 300,
  utilisation: 0.75,
  power: 'utilisation',
  embodiedKgCo2e: 150,
};

/** What a test changes in a result; of its run, machine and place only what is named. */
export type Changed = Omit<Partial<EstimateResult>, 'run' | 'machine' | 'location'> & {
  readonly run?: { readonly [Field in keyof Run]?: Run[Field] | undefined };
  readonly machine?: Partial<EstimateResult['machine']>;
  readonly location?: Partial<EstimateResult['location']>;
};

const unknown = { sourceId: null };

/**
 * A result whose figures follow from each other in the head: chips, host and idle time of 400 kWh, a quarter more for
 * losses, a fifth more for the facility, 400 g a kWh.
 */
export function resultOf({ run, machine, location, ...more }: Changed = {}): EstimateResult {
  return {
    schemaVersion: 1,
    method: 'full',
    edition: { id: '2026-11', hash: 'sha256-abc' },
    run: {
      schemaVersion: 1,
      hardware: [{ accelerator: 'a100', count: 8 }],
      hours: 100,
      method: 'full',
      edition: '2026-11',
      ...(run as Partial<Run>),
    },
    plan: null,
    service: null,
    machine: {
      accelerators: [A100],
      cpu: { name: 'EPYC 7742', count: 2 },
      memoryGb: 1024,
      instance: null,
      ...machine,
    },
    location: {
      site: null,
      provider: 'Google Cloud',
      region: 'us-central1',
      city: 'Council Bluffs',
      zone: 'US-MIDW',
      country: 'US',
      name: 'United States',
      ...location,
    },
    energyKwh: {
      value: 600,
      low: 500,
      high: 750,
      parts: { accelerators: 240, host: 100, idle: 60, metered: 0, overhead: 100, facility: 100 },
    },
    carbonIntensityGPerKwh: {
      value: 400,
      low: 350,
      high: 450,
      zone: 'US-MIDW',
      spatial: null,
      year: 2024,
      step: 'year',
      type: 'average',
      scope: 'lifecycle',
      basis: null,
      sourceId: null,
      doubts: [],
      beside: [],
    },
    overheadFactor: { value: 1.25, ...unknown },
    pue: { value: 1.2, ...unknown, year: null, rung: 'given', isInEnergy: false },
    wueLPerKwh: { value: 1.8, ...unknown },
    gridWaterLPerKwh: { value: 2, ...unknown },
    serviceLifeYears: { value: 5, ...unknown },
    averageUse: { value: 0.6, ...unknown },
    operational: { kgCo2e: { value: 240, low: 200, high: 300 } },
    ghgProtocol: { scope2: { kgCo2e: { value: 180 } }, scope3Category3: { kgCo2e: { value: 60 } } },
    marketBased: { kgCo2e: { value: 30 } },
    offset: { fraction: 0.5, kgCo2e: 120, sourceId: null, year: null },
    embodied: { kgCo2e: { value: 60, low: 40, high: 90 }, parts: [], sensitivity: [] },
    water: { onSiteL: { value: 900 }, offSiteL: { value: 1200 } },
    total: { kgCo2e: { value: 300, low: 250, high: 380 } },
    development: [],
    boundary: {
      stages: ['use'],
      included: ['accelerators', 'host', 'idle time', 'losses', 'facility', 'manufacture'],
      includedParts: ['accelerators', 'host', 'idle', 'overhead', 'facility', 'embodied'],
      excluded: [
        left('development', 'other runs are not listed'),
        left('network', 'traffic is outside'),
      ],
    },
    perUnit: [],
    sci: null,
    interval: { level: 0.9, distribution: 'lognormal', approach: 'ipcc-2006-1' },
    sensitivity: [],
    assumptions: [],
    assumed: [],
    equivalences: [],
    alternatives: { sameProvider: null, anywhere: null },
    rungs: { power: 'utilisation', pue: 'given', intensity: 'zone', host: 'parts' },
    warnings: [],
    factors: [],
    receipt: [],
    sources: [],
    ...more,
  };
}

function left(
  item: 'development' | 'network',
  reason: string,
): EstimateResult['boundary']['excluded'][number] {
  return {
    item,
    reason,
    said: { item: { code: 'part', part: item }, reason: { code: 'quoted', text: reason } },
  };
}

/** Energy as a meter of the whole gave it. */
export const METERED: Changed = {
  machine: { accelerators: [], cpu: null, memoryGb: null },
  energyKwh: {
    value: 260,
    parts: { accelerators: 0, host: 0, idle: 0, metered: 200, overhead: 0, facility: 60 },
  },
  pue: { value: 1.3, ...unknown, year: null, rung: 'metered', isInEnergy: true },
  rungs: { power: 'metered-energy', pue: 'metered', intensity: 'zone', host: 'metered' },
};

/** A year of a million requests a day, of 300 tokens at half a joule each at the chips. */
const SERVICE: Service = {
  rung: 'energy-by-size',
  joulesPerUnit: { value: 0.5, low: 0.25, high: 1, unit: 'output-token', boundary: 'accelerators' },
  use: 'request',
  uses: 365e6,
  period: 'year',
  unitsPerUse: 300,
  concurrency: 32,
  acceleratorsPerModel: 2,
  isSizeGuessed: false,
  energyKwhPerUse: { value: 1e-4 },
  kgCo2ePerUse: { value: 1e-5 },
  trainingShareKgCo2ePerUse: null,
  breakEvenUses: null,
};

/** A run of it: its energy is estimated, and no meter saw any. */
export const SERVED: Changed = {
  service: SERVICE,
  run: { phase: 'inference', hours: undefined },
  perUnit: [
    {
      unit: 'output token',
      count: 1095e8,
      kgCo2e: { value: 1e-8 },
      energyKwh: { value: 1e-9 },
      waterL: null,
    },
    {
      unit: 'request',
      count: 365e6,
      kgCo2e: { value: 1e-5 },
      energyKwh: { value: 1e-4 },
      waterL: null,
    },
  ],
  machine: { accelerators: [{ ...A100, power: null, powerW: null, utilisation: null }] },
  rungs: { power: 'energy-per-use', pue: 'site', intensity: 'zone', host: 'default' },
};

/** 1600 chip-hours of a plan, on eight chips. */
export const PLAN: Plan = {
  rung: 'mfu-given',
  flop: 1.5e22,
  mfu: { value: 0.4 },
  peakTflops: 312,
  precision: 'bf16',
  deviceHours: { value: 1600, low: 1200, high: 2000 },
  hours: { value: 200, low: 150, high: 250 },
  computeOptimal: null,
  memory: null,
};

export const OPTIONS = { date: '2026-11-30', version: '0.1.0' } as const;

/** The report of one result, or of several whose sums a test tells where it needs them. */
export function reportWith(
  results: readonly [EstimateResult, ...EstimateResult[]],
  more: Partial<Report> = {},
): Report {
  return { ...reportOf(results[0], OPTIONS), runs: results, ...more };
}
