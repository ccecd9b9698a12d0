import {
  ENERGY_SCOPES,
  GRID_SCOPES,
  METHODS,
  PHASES,
  SEARCH_STRATEGIES,
  SITES,
  WORK_KINDS,
} from '@ml-emissions/model';
import fc from 'fast-check';

const positive = (max: number) => fc.double({ min: 1e-9, max, noNaN: true });
const amount = (max: number) =>
  fc.oneof(
    positive(max),
    fc
      .record({
        value: positive(max),
        down: fc.double({ min: 1, max: 3, noNaN: true }),
        up: fc.double({ min: 1, max: 3, noNaN: true }),
      })
      .map(({ value, down, up }) => ({ value, low: value / down, high: value * up })),
  );
const ratio = (max: number) =>
  fc.oneof(
    fc.double({ min: 1, max, noNaN: true }),
    fc.constant({ value: 1.3, low: 1.1, high: 1.6 }),
    fc.constant({ value: 1.3, low: 1, high: 1.6 }),
    fc.constant({ value: 1, low: 1, high: 1.2 }),
  );
const accelerator = fc.constantFrom(
  'A100-SXM4-80GB',
  'H100 SXM5 80GB',
  'T4',
  'RTX 4090',
  'TPU v4',
  'apple-m2-max',
  'nvidia-gb200-gpu',
  'nvidia-a10g',
  { name: 'mine', tdpW: 250 },
  { name: 'big', tdpW: { value: 900, low: 800, high: 1000 }, embodiedKgCo2e: 200 },
);
const rarely = <T>(arbitrary: fc.Arbitrary<T>, one = 4) =>
  fc.oneof({ weight: one - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const power = fc.oneof(
  fc.constant({}),
  fc.record({ powerW: amount(2000) }),
  fc.record({ utilisation: fc.double({ min: 0.01, max: 1, noNaN: true }) }),
);
const hardware = fc.array(
  fc.record({ accelerator, count: amount(1e5), power }).map(({ power: measured, ...rest }) => ({
    ...rest,
    ...measured,
  })),
  { minLength: 1, maxLength: 3 },
);
const host = fc.constantFrom(
  { powerW: 120 },
  { cpu: 'EPYC 7742', cpuCount: 2 },
  { cpu: 'i9-13900K', utilisation: 0.4 },
  { cpu: 'EPYC 7742', cores: 3, memoryGb: 0 },
);
/** The machine in one of the ways in which it may be told. */
const machine = fc.oneof(
  fc.record({ hardware, host: rarely(host) }),
  fc.record({ instance: fc.constantFrom('p4d.24xlarge', 'g5.xlarge', 'a2-highgpu-1g') }),
  fc.record({ slice: fc.constantFrom('v3-8', 'v4-128', 'v5litepod-16') }),
  fc.record({ host }),
  fc.record({ energyKwh: amount(1e9), energyScope: fc.constantFrom(...ENERGY_SCOPES), hardware }),
  fc.record({ energyKwh: amount(1e9) }),
);
const place = fc.constantFrom(
  { provider: 'gcp', region: 'us-central1' },
  { provider: 'aws', region: 'eu-north-1' },
  { country: 'FR' },
  { zone: 'US-CAL-CISO' },
  { country: 'US' },
  { site: 'jean-zay' },
  { site: 'google-colab' },
  { provider: 'gcp', country: 'US' },
);

/** Every field that a run may have, at random: most runs are valid, the others are problems. */
export const anyRun = fc
  .record({
    machine,
    hours: amount(1e6),
    overheadFactor: rarely(ratio(2)),
    site: rarely(fc.constantFrom(...SITES)),
    pue: rarely(ratio(3)),
    wueLPerKwh: rarely(amount(10)),
    gridWaterLPerKwh: rarely(amount(30)),
    scope: rarely(fc.constantFrom(...GRID_SCOPES), 2),
    repeats: rarely(amount(1e3)),
    development: rarely(
      fc.record(
        {
          trials: fc.integer({ min: 1, max: 1000 }),
          trialShare: fc.double({ min: 0.01, max: 1, noNaN: true }),
          strategy: fc.constantFrom(...SEARCH_STRATEGIES),
          ablations: amount(10),
          failed: amount(10),
        },
        { requiredKeys: ['trials'] },
      ),
    ),
    idle: rarely(
      fc.record({ hours: amount(1e4), powerW: amount(500) }, { requiredKeys: ['hours'] }),
    ),
    embodied: rarely(
      fc.record(
        {
          serviceLifeYears: amount(20),
          averageUse: fc.constantFrom(0.5, { value: 0.5, low: 0.3, high: 0.8 }),
          kgCo2ePerChip: amount(1e4),
        },
        { requiredKeys: [] },
      ),
    ),
    place,
    carbonIntensityGPerKwh: rarely(fc.oneof(fc.constant(0), amount(1500))),
    marketBasedIntensityGPerKwh: rarely(fc.oneof(fc.constant(0), amount(1500))),
    offsetFraction: rarely(fc.double({ min: 0, max: 1, noNaN: true })),
    year: rarely(fc.integer({ min: 2015, max: 2030 })),
    nodes: rarely(positive(1e4)),
    work: rarely(fc.constantFrom(...WORK_KINDS), 2),
    phase: rarely(fc.constantFrom(...PHASES)),
    functionalUnit: rarely(fc.constant({ name: 'token', count: 1e12 })),
    // These runs tell no service, and one method answers for nothing else.
    method: rarely(fc.constantFrom(...METHODS.filter((name) => name !== 'ecologits-2026')), 2),
    edition: rarely(fc.constant('2019-paper'), 10),
  })
  .map(({ machine: told, ...rest }) => ({ ...rest, ...told }));
