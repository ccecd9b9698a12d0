import type { Amount, Hardware, Run } from '@ml-emissions/model';
import { expect, expectTypeOf, test } from 'vitest';
import { parseDraft } from '../parse-draft.ts';
import type { Draft, ProjectInput, RunInput, WrittenAmount } from './types.ts';

// Every field, so that a field of the type that the parser does not know, or the other way round, shows.
const whole: { readonly [Name in keyof RunInput]-?: NonNullable<RunInput[Name]> } = {
  schemaVersion: 1,
  name: 'all',
  phase: 'training',
  model: {
    name: 'm',
    parameters: 7e9,
    activeParameters: 7e9,
    trainedParameters: '20M',
    architecture: 'decoder',
    tokens: 2e9,
    samples: 1e6,
    forwardFlopPerSample: 8.2e9,
    flop: 1e21,
    baseModel: 'b',
    uri: 'u',
  },
  precision: 'bf16',
  mfu: '40%',
  tokensPerSecondPerAccelerator: 3200,
  samplesPerSecondPerAccelerator: 100,
  work: 'llm-inference',
  batchSize: 32,
  service: {
    requests: '1M',
    outputTokens: 3e8,
    images: 1,
    videoSeconds: 1,
    queries: 1,
    per: 'day',
    inputTokensPerRequest: 500,
    outputTokensPerRequest: 300,
    concurrency: 16,
    tokensPerSecond: 2000,
    acceleratorsPerModel: 4,
    utilisation: '60%',
    imageWidthPx: 1024,
    imageHeightPx: 1024,
    steps: 28,
    framesPerSecond: 24,
    sizeClass: 'large',
  },
  scenario: 'offline',
  nodes: 1,
  hardware: [
    {
      accelerator: { name: 'x', tdpW: 300, memoryGb: 80, peakTflops: 300, embodiedKgCo2e: 150 },
      count: { value: 8, low: 8, high: 8 },
      powerW: 200,
    },
  ],
  instance: 'p4d.24xlarge',
  instanceCount: 1,
  slice: 'v3-8',
  hours: '2d4h',
  deviceHours: 800,
  energyKwh: 3,
  energyScope: 'accelerators',
  host: { powerW: 1, cpu: 'x', cpuCount: 1, cores: 1, utilisation: 0.5, memoryGb: 1 },
  overheadFactor: 1.1,
  site: 'cloud',
  pue: 1.1,
  wueLPerKwh: 0.2,
  gridWaterLPerKwh: 3,
  repeats: 3,
  development: {
    trials: 40,
    trialShare: 0.1,
    strategy: 'random',
    reductionFactor: 3,
    ablations: '0.5',
    failed: 0.2,
  },
  idle: { hours: 20, powerW: 60 },
  embodied: { serviceLifeYears: 5, averageUse: 0.6, kgCo2ePerChip: 164 },
  place: { provider: 'gcp', region: 'us-central1', zone: 'FR', country: 'FR' },
  scope: 'direct',
  carbonIntensityGPerKwh: 0,
  marketBasedIntensityGPerKwh: 35,
  offsetFraction: 0.5,
  year: 2024,
  start: '2024-03-01T10:00:00Z',
  end: '2024-03-02',
  functionalUnit: { name: 'image', count: 1e6, basis: 'effective', rationale: 'r' },
  measurement: { method: 'm', tool: 'nvml', version: '1' },
  method: 'full',
  edition: '2026.1',
  shared: ['hours', 'pue'],
  readings: [{ field: '/place/country', said: 'Georgia', taken: 'GE', others: ['US-GA'] }],
};

test('every field of the type is known to the parser, with its parts', () => {
  const parsed = parseDraft(whole);
  const codes = parsed.ok ? [] : parsed.problems.map(({ code, field }) => `${code} ${field}`);
  // Fields that exclude each other are all there; nothing else may be wrong.
  expect(codes.filter((one) => !one.startsWith('conflict'))).toEqual([]);
});

test('the types say what the rows say', () => {
  type Written = NonNullable<RunInput['hardware']>[number];
  expectTypeOf<RunInput['hours']>().toEqualTypeOf<WrittenAmount | undefined | null>();
  expectTypeOf<RunInput['method']>().toEqualTypeOf<Run['method'] | undefined | null>();
  expectTypeOf<Written['powerW']>().toEqualTypeOf<WrittenAmount | undefined | null>();
  expectTypeOf<RunInput['nodes']>().toEqualTypeOf<number | string | undefined | null>();
  expectTypeOf<Draft['hardware'][number]['powerW']>().toEqualTypeOf<Amount | undefined>();
  expectTypeOf<Draft['hours']>().toEqualTypeOf<Amount | undefined>();
  expectTypeOf<Draft['method']>().toEqualTypeOf<Run['method']>();
  expectTypeOf<Draft['hardware'][number]['count']>().toEqualTypeOf<Amount | undefined>();
  expectTypeOf<ProjectInput['runs']>().toEqualTypeOf<readonly RunInput[]>();
  // @ts-expect-error: a run has no such field
  const typo: RunInput = { hour: 1 };
  // @ts-expect-error: an idle time has hours
  const lacking: RunInput = { idle: {} };
  expect([typo, lacking]).toHaveLength(2);
});

test('a run that is read keeps every field that may be written', () => {
  expectTypeOf<keyof Draft>().toEqualTypeOf<keyof Run>();
  expectTypeOf<keyof Draft['hardware'][number]>().toEqualTypeOf<keyof Hardware>();
});
