import type { ProjectInput } from '@ml-emissions/calculator';
import { calculator } from '@ml-emissions/calculator/full';
import { expect, test } from 'vitest';
import { engineOf } from './engine.ts';
import { projectOf, writtenOf } from './project.ts';

// The page's parts ask the calculator that is held: here that over all tables.
engineOf(calculator);

const FILE = {
  name: 'Two phases',
  defaults: {
    place: { region: 'us-central1', provider: 'gcp' },
    hardware: [{ accelerator: 'A100 SXM4 80GB', count: 8 }],
    pue: { value: 1.2, low: 1.1, high: 1.4 },
  },
  runs: [
    { phase: 'pre-training', hours: 100 },
    { phase: 'fine-tuning', hours: 10, instance: 'a2-ultragpu-8g' },
  ],
  complete: true,
};

function opened(file: unknown = FILE) {
  const project = projectOf(file);
  if (!project) throw new Error('no project');
  return project;
}

function totalOf(written: unknown) {
  const parsed = calculator.parseProject(written as ProjectInput);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return calculator.estimateProject(parsed.project).operational.kgCo2e;
}

test('what runs share through the defaults of a file stays one unknown', () => {
  const written = writtenOf(opened());
  expect(written.defaults).toEqual(FILE.defaults);
  expect(totalOf(written)).toEqual(totalOf(FILE));
  const { defaults, ...apart } = FILE;
  const merged = {
    ...apart,
    runs: FILE.runs.map((run) => ({
      ...defaults,
      ...('instance' in run ? { hardware: undefined } : {}),
      ...run,
    })),
  };
  expect(totalOf(written).high).toBeGreaterThan(totalOf(merged).high ?? Number.NaN);
});

test('a run keeps its own way of saying what a default says in another', () => {
  const [, second] = opened().runs;
  expect(second?.chip).toBe('instance');
});

test('a run without a time that says what there is to do opens as one that will be', () => {
  const model = { parameters: '7B', tokens: '20B' };
  const verbOf = (run: object) =>
    projectOf({ hardware: FILE.defaults.hardware, ...run })?.runs[0]?.verb;
  expect(verbOf({ model })).toBe('plan');
  for (const told of [{ hours: 1 }, { deviceHours: 8 }, { energyKwh: 3 }]) {
    expect(verbOf({ model, ...told })).toBe('trained');
  }
  expect(verbOf({ model: { parameters: '7B' } })).toBe('trained');
});

test('hours that were typed do not count for a run that will be, and are there when it has been', () => {
  const [run] = opened({ hardware: FILE.defaults.hardware, hours: 5 }).runs;
  if (!run) throw new Error('no run');
  const planned = { ...run, verb: 'plan', parameters: '7B', tokens: '20B' };
  const written = (one: typeof run) => writtenOf({ ...opened(), rest: '', name: '', runs: [one] });
  expect(written(planned)).not.toHaveProperty('hours');
  expect(written({ ...planned, verb: 'trained' })).toMatchObject({ hours: 5 });
  // Nothing to do yet: it is asked for, and hours are not.
  expect(written({ ...planned, tokens: '' })).toMatchObject({ model: { tokens: '' } });
});

test('a default that one run gives up is written into the others', () => {
  const project = opened();
  const [first] = project.runs;
  if (first) first.pue = '';
  const written = writtenOf(project) as { defaults: object; runs: readonly { pue?: unknown }[] };
  expect(written.defaults).not.toHaveProperty('pue');
  expect(written.runs.map(({ pue }) => pue)).toEqual([undefined, FILE.defaults.pue]);
});

test('a default that one run changes stays the others’', () => {
  const project = opened();
  const [first] = project.runs;
  if (first) first.pue = '1.5';
  const written = writtenOf(project) as { defaults: object; runs: readonly { pue?: unknown }[] };
  expect(written.defaults).toHaveProperty('pue');
  expect(written.runs.map(({ pue }) => pue)).toEqual([1.5, undefined]);
});

test('what a run carries beyond the form stays with it', () => {
  const carried = {
    shared: ['hours', 'pue'],
    readings: [{ field: '/place/country', said: 'Georgia', taken: 'GE', others: ['US-GA'] }],
  };
  const written = writtenOf(opened({ energyKwh: 1, carbonIntensityGPerKwh: 1, ...carried }));
  expect(written).toMatchObject(carried);
  const parsed = calculator.parseRun(written);
  expect(parsed.ok && parsed.run).toMatchObject(carried);
});

test.each([
  ['a named site', { site: 'jean-zay' }, 'site'],
  ['a provider in a country', { provider: 'gcp', country: 'US' }, 'gcp'],
])('%s is kept as it was told, and answers', (_, place, provider) => {
  const run = { hardware: [{ accelerator: 'T4', count: 1 }], hours: 10 };
  const file = { ...run, place };
  const [form] = opened(file).runs;
  expect(form?.provider).toBe(provider);
  expect(writtenOf(opened(file))).toMatchObject({ place });
  const several = { defaults: { place }, runs: [run, { ...run, hours: 2 }] };
  expect(totalOf(writtenOf(opened(several)))).toEqual(totalOf(several));
});
