import { editions } from '@ml-emissions/data/full';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculator } from '../full.ts';
import { anyRun } from '../testing.ts';
import { createBulk } from './bulk.ts';
import type { SlimRow } from './slim-row.ts';

const { estimate, estimateProject, parseProject, parseRun } = calculator;

/** Twice seen, a kind of run is known. */
const bulk = createBulk(editions);

/** The figures of an answer with its warnings, as `estimate` gives them. */
function looked(written: unknown) {
  const parsed = parseRun(JSON.parse(JSON.stringify(written)));
  if (!parsed.ok) return { problems: parsed.problems };
  const { energyKwh, operational, embodied, total, water, warnings, method, edition, ...rest } =
    estimate(parsed.run, { receipt: false, alternatives: false });
  const { parts: _, ...energy } = energyKwh;
  const { zone, scope } = rest.carbonIntensityGPerKwh;
  const codes = [...new Set(warnings.map(({ code }) => code))];
  const about = { zone, scope, method, edition: edition.id, name: parsed.run.name ?? null };
  return {
    ...about,
    energyKwh: energy,
    operational,
    embodied: { kgCo2e: embodied.kgCo2e },
    total,
    water,
    warnings: codes,
  };
}

/** Numbers alike to a billionth, all else the same. */
function expectAlike(found: unknown, wanted: unknown, path = ''): void {
  if (typeof wanted === 'number' && typeof found === 'number' && wanted !== 0) {
    if (!(Math.abs(found / wanted - 1) < 1e-9)) expect([path, found]).toEqual([path, wanted]);
    return;
  }
  if (typeof wanted !== 'object' || wanted === null) {
    expect([path, found]).toEqual([path, wanted]);
    return;
  }
  expect(Object.keys((found ?? {}) as object).sort(), path).toEqual(Object.keys(wanted).sort());
  for (const [key, one] of Object.entries(wanted))
    expectAlike((found as Record<string, unknown>)[key], one, `${path}/${key}`);
}

/** The row holds what `estimate` says, and nothing else but what is told of the machine. */
function expectRow(written: unknown): void {
  const { accelerator, count, deviceHours, runs, ...found } = bulk.rowOf(written) as SlimRow;
  if ('problems' in found) expect(found).toEqual(looked(written));
  else expectAlike(found, looked(written), JSON.stringify(written));
}

const number = (max: number) =>
  fc.oneof(
    { weight: 30, arbitrary: fc.double({ min: 1e-3, max, noNaN: true }) },
    { weight: 1, arbitrary: fc.constantFrom(0, -1, 1e20, '3', '2d4h', null, max * 1.001) },
    { weight: 1, arbitrary: fc.constant({ value: max / 3, low: max / 4, high: max / 2 }) },
  );
const chips = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(1, 2, 4, 5, 8, 64) }, number(1e4));
const instant = fc.constantFrom(
  '2024-03-01',
  '2024-03-01T10:00:00Z',
  '2024-03-04T15:30:00Z',
  '2024-06-31',
  '2023-01-01',
);

/** How large a model is, or how much it sees. */
const size = fc.integer({ min: 6, max: 13 }).map((exponent) => 3 * 10 ** exponent);

/** The quantities of a run anew, so that runs of one kind come after each other. */
const quantities = fc.record({
  hours: number(1e5),
  count: chips,
  powerW: fc.oneof(fc.constantFrom(0.3, 60, 250, 400, 900), number(2000)),
  utilisation: number(1),
  energyKwh: number(1e5),
  repeats: number(100),
  idleHours: number(1e4),
  hostW: number(2000),
  deviceHours: number(1e6),
  instanceCount: chips,
  parameters: fc.oneof(size, number(1e12)),
  tokens: fc.oneof(size, number(1e14)),
  samples: fc.oneof(size, number(1e12)),
  flop: fc.double({ min: 1e17, max: 1e27, noNaN: true }),
  mfu: number(1),
  tokensPerSecondPerAccelerator: number(1e5),
  start: instant,
  end: instant,
  name: fc.oneof(
    { weight: 30, arbitrary: fc.string() },
    fc.constantFrom('x'.repeat(1001), 7, null),
  ),
});

type Written = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Written =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The run with these quantities where it has some. */
function withQuantities(run: Written, own: Written): Written {
  const { idleHours, hostW, powerW, utilisation, count, name, ...other } = own;
  const { parameters, tokens, samples, flop, ...flat } = other;
  const same = Object.entries(flat).filter(([field]) => run[field] !== undefined);
  const { hardware, idle, host, model } = run;
  const put = (into: Written, values: Written) => ({
    ...into,
    ...Object.fromEntries(Object.entries(values).filter(([field]) => into[field] !== undefined)),
  });
  return JSON.parse(
    JSON.stringify({
      ...run,
      ...Object.fromEntries(same),
      name,
      ...(Array.isArray(hardware) && {
        hardware: hardware.map((one) => put(one, { powerW, utilisation, count })),
      }),
      ...(isObject(idle) && { idle: put(idle, { hours: idleHours, powerW }) }),
      ...(isObject(host) && { host: put(host, { powerW: hostW }) }),
      ...(isObject(model) && { model: put(model, { parameters, tokens, samples, flop }) }),
    }),
  );
}

test('any run, and others of its kind: the row is what estimate says of it, problems are those of parseRun', () => {
  fc.assert(
    fc.property(anyRun, fc.array(quantities, { minLength: 6, maxLength: 6 }), (run, all) => {
      for (const own of all) expectRow(withQuantities(run, own));
    }),
    { numRuns: 120 },
  );
}, 120_000);

const V100 = {
  hardware: [{ accelerator: 'Tesla V100-SXM2-16GB', count: 8 }],
  hours: 100,
  place: { provider: 'gcp', region: 'us-central1' },
};
const { hours: _, ...PLANNED } = V100;
const GPT = { parameters: 3e9, tokens: 3e10 };
const card = (more: object) => [{ accelerator: 'RTX 4090', count: 4, ...more }];

/** Kinds of runs by how platforms write them. */
const KINDS: Readonly<Record<string, Written>> = {
  'chips, hours and a region': V100,
  'a count in the name': { ...V100, hardware: [{ accelerator: '8xV100-SXM2-16GB' }] },
  'a count in the name and beside': {
    ...V100,
    hardware: [{ accelerator: '8x V100-SXM2-16GB', count: 8 }],
  },
  'slices that are counted': { ...V100, hardware: [{ accelerator: 'TPU v3-8', count: 2 }] },
  'cards at a desk or in a room': { hardware: card({}), hours: 3, place: { country: 'FR' } },
  'cards that may have servers of their own': {
    hardware: [{ accelerator: 'L4', count: 3 }],
    hours: 3,
    site: 'own-cluster',
    place: { country: 'FR' },
  },
  'cards in two machines': { hardware: card({}), nodes: 2, hours: 3, place: { country: 'FR' } },
  'a processor among the hardware': {
    ...V100,
    hardware: [...V100.hardware, { accelerator: 'EPYC 7742', count: 2 }],
  },
  'measured watts': { ...V100, hardware: [{ ...V100.hardware[0], powerW: 250 }] },
  'watts under a limit': {
    ...V100,
    hardware: [{ ...V100.hardware[0], powerW: 250, powerLimitW: 260 }],
  },
  'a share under a limit': {
    ...V100,
    hardware: [{ ...V100.hardware[0], utilisation: 0.5, powerLimitW: 200 }],
  },
  'metered energy with its hours': { ...V100, energyKwh: 320, energyScope: 'accelerators' },
  'metered energy of chips, and their power': {
    hardware: [{ ...V100.hardware[0], powerW: 200 }],
    energyKwh: 320,
    energyScope: 'accelerators',
    place: { country: 'DE' },
  },
  'metered energy of components, and shares and watts': {
    hardware: [{ ...V100.hardware[0], utilisation: 0.5 }],
    host: { powerW: 90 },
    energyKwh: 320,
    energyScope: 'components',
    place: { country: 'DE' },
  },
  'metered energy of components with its range': {
    hardware: [{ ...V100.hardware[0], utilisation: 0.5 }],
    host: { powerW: 90 },
    energyKwh: { value: 320, low: 250, high: 400 },
    energyScope: 'components',
    place: { country: 'DE' },
  },
  'metered energy alone': { energyKwh: 320, place: { country: 'DE' } },
  'chip-hours with a count': {
    hardware: V100.hardware,
    deviceHours: 800,
    place: { country: 'SE' },
  },
  'chip-hours alone': {
    hardware: [{ accelerator: 'A100-SXM4-80GB' }],
    deviceHours: 800,
    place: { country: 'FR' },
  },
  'chip-hours beside hours': { ...V100, deviceHours: 800 },
  'chip-hours as text': { ...V100, hours: '800 GPU-hours' },
  'start and end': { ...V100, start: '2024-03-01T10:00:00Z', end: '2024-03-05T14:00:00Z' },
  'a start': { ...V100, start: '2024-03-01T10:00:00Z' },
  instances: {
    instance: 'p4d.24xlarge',
    instanceCount: 2,
    hours: 4,
    place: { provider: 'aws', region: 'us-east-1' },
  },
  'instances in the name': {
    instance: '2 x p4d.24xlarge',
    instanceCount: 2,
    hours: 4,
    place: { provider: 'aws', region: 'us-east-1' },
  },
  'an instance with chips': {
    instance: 'n1-standard-8',
    instanceCount: 2,
    hardware: [{ accelerator: 'T4', count: 2 }],
    hours: 4,
    place: { provider: 'gcp', region: 'us-central1' },
  },
  'idle time and a host': { ...V100, idle: { hours: 20, powerW: 40 }, host: { powerW: 300 } },
  'several kinds of chip': { ...V100, hardware: [...V100.hardware, ...card({})] },
  'rounded on its way': { ...V100, method: 'mlco2-compat' },
  'counts in steps': { ...V100, method: 'codecarbon-constant' },
  'of the paper': {
    hardware: [{ accelerator: 'Tesla V100', count: 8 }],
    hours: 100,
    place: { provider: 'gcp', region: 'europe-west6' },
    method: 'lacoste-2019',
    edition: '2019-paper',
  },
  'a model of its size': { ...V100, model: { name: 'mine', ...GPT } },
  'a plan': { ...PLANNED, model: GPT },
  'a plan of chips that nobody counted': {
    ...PLANNED,
    hardware: [{ accelerator: 'H100 SXM' }],
    model: GPT,
  },
  'a plan of adapters, repeated, on nodes': {
    ...PLANNED,
    model: { ...GPT, trainedParameters: 3e7 },
    repeats: 2,
    nodes: 2,
  },
  'a plan of experts': { ...PLANNED, model: { ...GPT, activeParameters: 3e8 } },
  'a plan by its arithmetic, with dates': {
    ...PLANNED,
    model: { flop: 1e21 },
    start: '2024-03-01',
    end: '2024-03-04',
  },
  'a plan of images': {
    ...PLANNED,
    work: 'vision-training',
    model: { parameters: 3e7, samples: 3e8, forwardFlopPerSample: 8e9 },
  },
  'a plan of small networks in batches': { ...PLANNED, batchSize: 2, model: GPT },
  'a plan by a share of the peak': { ...PLANNED, mfu: 0.4, model: GPT },
  'a plan by a trial': { ...PLANNED, tokensPerSecondPerAccelerator: 900, model: GPT },
  'a plan on instances': {
    instance: 'p4d.24xlarge',
    instanceCount: 2,
    place: { provider: 'aws', region: 'us-east-1' },
    model: GPT,
  },
  'a plan by another method': { ...PLANNED, method: 'patterson-2021', model: GPT },
  'no time and no plan': PLANNED,
  'in direct scope': { ...V100, scope: 'direct' },
  'of an earlier edition': { ...V100, edition: '2026.1' },
};

test.each(Object.entries(KINDS))('%s, with any quantities', (_, run) => {
  fc.assert(
    fc.property(fc.array(quantities, { minLength: 6, maxLength: 6 }), (all) => {
      // Once as written, so that the kind is learned from a run that is well-formed.
      for (const one of [run, run]) expectRow(one);
      for (const own of all) expectRow(withQuantities(run, own));
    }),
    { numRuns: 12 },
  );
});

describe('what stands beside the figures', () => {
  const twice = (run: unknown) => [bulk.rowOf(run), bulk.rowOf(run), bulk.rowOf(run)];

  test.each([
    ['chips, hours and a region', 'nvidia-v100-sxm2-16gb', 8, 800],
    ['several kinds of chip', 'nvidia-v100-sxm2-16gb + nvidia-geforce-rtx-4090', 12, 1200],
    ['instances', 'nvidia-a100-sxm4-40gb', 16, 64],
    ['chip-hours with a count', 'nvidia-v100-sxm2-16gb', 8, 800],
    ['chip-hours alone', 'nvidia-a100-sxm4-80gb', null, 800],
    ['metered energy alone', null, null, null],
  ])('%s', (kind, accelerator, count, deviceHours) => {
    for (const row of twice(KINDS[kind]))
      expect(row).toMatchObject({ accelerator, count, deviceHours, runs: 1 });
  });

  test('chip-hours are of all repeats', () => {
    for (const row of twice({ ...V100, repeats: 3 }))
      expect(row).toMatchObject({ deviceHours: 2400 });
  });

  test('a chip that no table lists by the name that it was given', () => {
    const own = { accelerator: { name: 'mine', tdpW: 250 }, count: 2 };
    for (const row of twice({ ...V100, hardware: [own] }))
      expect(row).toMatchObject({ accelerator: 'mine', count: 2 });
  });
});

test('a project has its sums in one row', () => {
  const project = {
    name: 'both',
    runs: [V100, { ...V100, hours: 3, method: 'lacoste-2019' as const }],
  };
  const parsed = parseProject(project);
  if (!parsed.ok) throw new Error('refused');
  const { energyKwh, operational, total } = estimateProject(parsed.project);
  expect(bulk.rowOf(project)).toMatchObject({
    name: 'both',
    runs: 2,
    accelerator: null,
    method: null,
    scope: 'lifecycle',
    energyKwh,
    operational,
    total,
  });
  expect(bulk.rowOf({ ...project, runs: [] })).toHaveProperty('problems');
});

test.each([
  ['runs', (hours: number) => ({ ...V100, hours, name: `run ${hours}` })],
  ['runs of a model', (hours: number) => ({ ...V100, hours: 10_000 + hours, model: GPT })],
  ['runs of a model that takes longer', (hours: number) => ({ ...V100, hours, model: GPT })],
  ['plans', (at: number) => ({ ...PLANNED, model: { parameters: 1e8 * at, tokens: 2e9 * at } })],
])('most %s of a kind are answered by its rates', (_, written) => {
  const asked: string[] = [];
  const watched = {
    ...editions,
    get(id: string) {
      asked.push(id);
      return editions.get(id);
    },
  };
  const { rowOf } = createBulk(watched);
  for (let at = 1; at <= 100; at++) rowOf(written(at));
  const atFirst = asked.length;
  expect(atFirst).toBeLessThan(20);
  for (let at = 1; at <= 100; at++) rowOf(written(at + 0.5));
  expect(asked.length).toBe(atFirst);
});
