import type { ProjectInput, RunInput } from '@ml-emissions/schema';
import { describe, expect, test } from 'vitest';
import { calculator } from '../full.ts';

const { estimate, estimateProject, parseProject, parseRun } = calculator;

const project = {
  name: 'three phases',
  defaults: {
    hardware: [{ accelerator: 'A100-SXM4-80GB', count: 8 }],
    work: 'llm-training',
    place: { provider: 'gcp', region: 'us-central1' },
  },
  runs: [
    { name: 'search', phase: 'search', hours: 20, repeats: 12 },
    { name: 'failed', phase: 'failed', hours: 70 },
    { name: 'final', phase: 'pre-training', hours: 200, idle: { hours: 10 } },
    { name: 'elsewhere', phase: 'pre-training', hours: 10, place: { country: 'FR' } },
  ],
};

function answered(input: unknown) {
  const parsed = parseProject(input as ProjectInput);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return estimateProject(parsed.project);
}
const problems = (input: unknown) => {
  const parsed = parseProject(input as ProjectInput);
  return parsed.ok ? [] : parsed.problems.map(({ field, code }) => [field, code]);
};

describe('a project', () => {
  const result = answered(project);

  test('is the sum of its runs, and of each of its groupings', () => {
    const sum = (
      list: readonly { readonly operational: { readonly kgCo2e: { readonly value: number } } }[],
    ) => list.reduce((all, { operational }) => all + operational.kgCo2e.value, 0);
    for (const list of [result.runs, result.byPhase, result.byPlace, result.byHardware]) {
      expect(sum(list)).toBeCloseTo(result.operational.kgCo2e.value, 9);
    }
    expect(result.byPhase.map(({ name }) => name).sort()).toEqual([
      'failed',
      'pre-training',
      'search',
    ]);
    expect(result.byPlace).toHaveLength(2);
  });

  test('groups say what they share as values, apart from its name', () => {
    const { byPhase, byPlace, byHardware } = answered({
      runs: [
        { ...project.defaults, phase: 'search', hours: 1 },
        { ...project.defaults, hours: 2, place: { country: 'FR' } },
        { ...project.defaults, hours: 3, place: { zone: 'DE' } },
        { ...project.defaults, hours: 4, place: undefined, carbonIntensityGPerKwh: 0 },
        { energyKwh: 5, place: { country: 'FR' } },
      ],
    });
    expect(byPhase.map(({ of }) => of)).toEqual([null, 'search']);
    expect(byPlace.map(({ of }) => of)).toEqual(
      expect.arrayContaining([
        { provider: 'gcp', region: 'us-central1' },
        { country: 'FR' },
        { zone: 'DE' },
        null,
      ]),
    );
    expect(byPlace).toHaveLength(4);
    expect(byHardware.map(({ name, of }) => [name, of])).toEqual([
      ['NVIDIA A100 SXM4 80GB', 'NVIDIA A100 SXM4 80GB'],
      ['not told', null],
    ]);
  });

  test('places of both new forms have a name and a value', () => {
    const { byPlace } = answered({
      runs: [
        { ...project.defaults, hours: 1, place: { site: 'jean-zay' } },
        { ...project.defaults, hours: 2, place: { site: 'IDRIS' } },
        { ...project.defaults, hours: 3, place: { provider: 'gcp', country: 'US' } },
      ],
    });
    expect(byPlace.map(({ name, of, runs }) => [name, of, runs]).sort()).toEqual([
      ['Jean Zay', { site: 'jean-zay' }, 2],
      ['gcp US', { provider: 'gcp', country: 'US' }, 1],
    ]);
  });

  test('interval and development do not depend on which run is first', () => {
    const runs = [
      { hardware: [{ accelerator: 'T4' }], hours: 10, place: { country: 'FR' } },
      {
        hardware: [{ accelerator: 'Tesla V100' }],
        hours: 10,
        carbonIntensityGPerKwh: 50,
        edition: '2019-paper',
        method: 'lacoste-2019',
      },
    ];
    const one = answered({ runs });
    const other = answered({ runs: runs.toReversed() });
    expect(one.interval).toBeNull();
    expect(other.interval).toBeNull();
    expect(one.operational.kgCo2e.low).toBeUndefined();
    expect(other.development).toEqual(one.development);
    expect(one.development).not.toEqual([]);
  });

  test('parts of the boundary are codes beside their words', () => {
    const { boundary } = result.runs[0] ?? {};
    expect(boundary?.includedParts).toEqual(
      expect.arrayContaining(['accelerators', 'water-of-the-grid']),
    );
    expect(boundary?.included).toContain('water of the grid');
    expect(boundary?.includedParts).toHaveLength(boundary?.included.length ?? 0);
  });

  test('each run is what it is alone, to the last bit', () => {
    const alone = parseRun({ ...project.defaults, ...project.runs[1] } as RunInput);
    if (!alone.ok) throw new Error('refused');
    expect(result.runs[1]?.operational).toEqual(estimate(alone.run).operational);
  });

  test('runs on one grid do not average out: the range is as wide as that of one', () => {
    const width = ({ low, high }: { readonly low?: number; readonly high?: number }) =>
      (high ?? 0) / (low ?? 1);
    const [one] = result.runs;
    const same = answered({ ...project, runs: project.runs.slice(0, 3) });
    expect(width(same.operational.kgCo2e)).toBeGreaterThan(
      0.97 * width(one?.operational.kgCo2e ?? {}),
    );
    const apart = answered({
      runs: ['FR', 'DE', 'PL', 'JP'].map((country, index) => ({
        hardware: [{ accelerator: 'A100-SXM4-80GB', powerW: 300 + index }],
        host: { powerW: 100 },
        pue: 1.1,
        hours: 9000,
        place: { country },
      })),
    });
    const widths = apart.runs.map(({ operational }) => width(operational.kgCo2e));
    expect(width(apart.operational.kgCo2e)).toBeLessThan(Math.max(...widths));
  });

  test('how busy chips are averages out over models, less over runs of one; grid and host do not', () => {
    const ratio = (models: (index: number) => string, count = 40) => {
      const { energyKwh } = answered({
        runs: Array.from({ length: count }, (_, index) => ({
          ...project.defaults,
          work: 'vision-training',
          hours: 10 + index,
          model: { name: models(index) },
        })),
      });
      return (energyKwh.high ?? 0) / (energyKwh.low ?? 1);
    };
    const alone = ratio(() => 'one', 1);
    const ofOne = ratio(() => 'one');
    const ofMany = ratio((index) => `model ${index}`);
    expect(ofOne).toBeLessThan(0.97 * alone);
    expect(ofMany).toBeLessThan(0.95 * ofOne);
    expect(ofMany).toBeGreaterThan(1.5);
  });

  test('a parameter more or less is no other model', () => {
    const ratio = (parameters: (index: number) => number) => {
      const { energyKwh } = answered({
        runs: Array.from({ length: 40 }, (_, index) => ({
          ...project.defaults,
          work: 'vision-training',
          batchSize: 32,
          hours: 10,
          model: { parameters: parameters(index) },
        })),
      });
      return (energyKwh.high ?? 0) / (energyKwh.low ?? 1);
    };
    expect(ratio((index) => 25.6e6 + index)).toBeCloseTo(
      ratio(() => 25.6e6),
      6,
    );
    expect(ratio((index) => 5e6 * 1.08 ** index)).toBeLessThan(0.98 * ratio(() => 25.6e6));
  });

  test('a sum has its mean beside the sum of middle figures, and single runs have none', () => {
    const { operational, byPlace, runs } = result;
    expect(operational.kgCo2e.mean).toBeGreaterThan(operational.kgCo2e.value);
    expect(operational.kgCo2e.mean).toBeLessThan(operational.kgCo2e.high ?? 0);
    const sum = byPlace.reduce((all, group) => all + (group.operational.kgCo2e.mean ?? 0), 0);
    expect(sum / (operational.kgCo2e.mean ?? 0)).toBeCloseTo(1, 3);
    expect(runs[0]?.operational.kgCo2e).not.toHaveProperty('mean');
  });

  test('a hundred readings of one kind of meter err together', () => {
    const runs = Array.from({ length: 100 }, () => ({
      energyKwh: 10,
      energyScope: 'facility',
      carbonIntensityGPerKwh: 100,
    }));
    const { energyKwh } = answered({ runs });
    // 1 % in a deviation, 1.645 of them each way
    expect((energyKwh.high ?? 0) / energyKwh.value).toBeCloseTo(1.01 ** 1.6448536, 6);
  });

  test('the order of the runs changes nothing', () => {
    const turned = answered({ ...project, runs: project.runs.toReversed() });
    expect(turned.operational.kgCo2e.value).toBeCloseTo(result.operational.kgCo2e.value, 9);
    expect(turned.operational.kgCo2e.high).toBeCloseTo(result.operational.kgCo2e.high ?? 0, 6);
  });

  test('shares of the uncertainty sum to 1 and name a field of a run', () => {
    const sum = result.sensitivity.reduce((all, { share }) => all + share, 0);
    expect(sum).toBeGreaterThan(0.98);
    expect(sum).toBeLessThan(1.0001);
    expect(result.sensitivity[0]?.field).toMatch(/^\/runs\/\d\//);
  });
});

describe('runs that are not alike', () => {
  const said = (input: unknown): readonly { readonly code: string }[] =>
    answered(input).warnings.map((one) => one.said as { readonly code: string });
  const run = {
    hardware: [{ accelerator: 'A100-SXM4-80GB', count: 8 }],
    hours: 100,
    place: { country: 'FR' },
  };

  test('by several methods: the sum says so, and of how many runs its parts are', () => {
    const found = said({ runs: [run, run, { ...run, method: 'lacoste-2019' }] });
    expect(found).toContainEqual({ code: 'methods-mixed', methods: ['full', 'lacoste-2019'] });
    for (const figure of ['embodied', 'ghg-protocol', 'water-on-site', 'water-of-the-grid'])
      expect(found).toContainEqual({ code: 'known-for-some', figure, known: 2, runs: 3 });
  });

  test('nothing is said of runs that are alike, whatever they do not tell', () => {
    for (const method of ['full', 'lacoste-2019']) {
      const codes = said({
        runs: [
          { ...run, method },
          { ...run, method },
        ],
      }).map(({ code }) => code);
      expect(codes).not.toContain('methods-mixed');
      expect(codes).not.toContain('known-for-some');
    }
  });

  test('parts of a grid’s emissions have no mean of their own, which would not add up', () => {
    const { ghgProtocol, operational } = answered({ runs: [run, run] });
    expect(operational.kgCo2e.mean).toBeGreaterThan(operational.kgCo2e.value);
    expect(ghgProtocol.scope2.kgCo2e).not.toHaveProperty('mean');
    expect(ghgProtocol.scope3Category3.kgCo2e).not.toHaveProperty('mean');
  });
});

describe('development', () => {
  const final = { ...project, runs: project.runs.slice(2) };
  const codes = (input: unknown) => answered(input).warnings.map(({ code }) => code);

  test('that is missing is told and offered, never added', () => {
    expect(codes(final)).toContain('development-not-counted');
    expect(answered(final).development.map(({ value }) => value)).toEqual([1.5, 2, 5.6]);
  });

  test('is not asked for where it is listed, or where the list is said to be complete', () => {
    expect(codes(project)).not.toContain('development-not-counted');
    expect(codes({ ...final, complete: true })).not.toContain('development-not-counted');
  });
});

describe('bad projects', () => {
  test.each([
    ['no runs', { runs: [] }, '/runs', 'out-of-range'],
    ['runs that are no list', { runs: 5 }, '/runs', 'wrong-type'],
    ['a run that is text', { runs: ['A100'] }, '/runs/0', 'wrong-type'],
    ['a field of a run at the top', { ...project, hours: 3 }, '/hours', 'unknown-field'],
    [
      'a wrong number in a run',
      { ...project, runs: [{ hours: -1 }] },
      '/runs/0/hours',
      'out-of-range',
    ],
    [
      'a wrong name in the defaults',
      { ...project, defaults: { ...project.defaults, place: { country: 'XX' } } },
      '/defaults/place/country',
      'unknown-country',
    ],
    [
      'too many runs',
      { runs: Array.from({ length: 501 }, () => ({ hours: 1 })) },
      '/runs',
      'too-long',
    ],
  ])('%s', (_, input, field, code) => {
    expect(problems(input)).toContainEqual([field, code]);
  });

  test('what is wrong in the defaults is told once', () => {
    const input = { ...project, defaults: { ...project.defaults, pue: 0.5 } };
    expect(problems(input)).toEqual([['/defaults/pue', 'out-of-range']]);
  });

  test('a run may say otherwise than the defaults', () => {
    const input = {
      defaults: { ...project.defaults, deviceHours: 800 },
      runs: [
        { hours: 1 },
        { instance: 'a2-highgpu-1g', hours: 2 },
        { carbonIntensityGPerKwh: 0, hours: 3 },
      ],
    };
    expect(problems(input)).toEqual([]);
    expect(answered(input).runs[2]?.operational.kgCo2e.value).toBe(0);
  });
});
