import {
  METHODS,
  RUN_FIELDS,
  type RunInput,
  type Said,
  SITES,
  WORK_KINDS,
} from '@ml-emissions/calculator';
import { calculator } from '@ml-emissions/calculator/full';
import { english, formula, words } from '@ml-emissions/words';
import { french } from '@ml-emissions/words/fr';
import { beforeAll, expect, test } from 'vitest';
import { words as actInEnglish } from '../en/act.ts';
import { words as actInFrench } from './act.ts';

const A100 = { accelerator: 'A100-SXM4-80GB', count: 8 };
const T4 = { accelerator: 'T4', count: 2 };
const lopsided = { value: 10, low: 9, high: 20 };

/** What is computed on: the ways to tell it that lead to lines of their own. */
const MACHINES: readonly RunInput[] = [
  { hardware: [A100] },
  { hardware: [A100, T4], nodes: 16 },
  { hardware: [{ ...A100, powerW: { value: 300, low: 290, high: 500 } }] },
  { hardware: [{ ...T4, utilisation: 0.5 }], site: 'desktop' },
  { hardware: [{ accelerator: 'TPU v4', count: 1 }] },
  { hardware: [{ accelerator: 'apple-m2-max', count: 1 }], site: 'laptop' },
  { hardware: [{ accelerator: 'AGX Xavier', count: lopsided }] },
  { hardware: [{ accelerator: { name: 'mine', tdpW: 900, embodiedKgCo2e: 200 }, count: 3 }] },
  { hardware: [A100], host: { powerW: 500 } },
  { hardware: [A100], host: { cpu: 'EPYC 7742', cores: 16, utilisation: 0.4 } },
  { hardware: [T4], host: { cpu: 'i9-13900K', memoryGb: 64 } },
  { host: { cpu: 'EPYC 7742', cpuCount: 2 } },
  { instance: 'p4d.24xlarge' },
  { instance: 'g5.xlarge', instanceCount: 3 },
  { slice: 'v3-256' },
  { hardware: [A100], energyKwh: 500 },
  { hardware: [A100], energyKwh: 500, energyScope: 'components' },
  { hardware: [A100], energyKwh: 500, energyScope: 'accelerators', hours: undefined },
  { energyKwh: 500, energyScope: 'facility', hours: undefined },
  { hardware: [T4], model: { parameters: 7e9, tokens: 1e9 }, hours: undefined },
  {
    hardware: [A100],
    model: { parameters: 7e9 },
    service: { requests: 1e6, per: 'day', outputTokensPerRequest: 300 },
    hours: undefined,
  },
  { hardware: [A100], service: { images: 1e6, per: 'day' }, hours: undefined },
  { hardware: [A100], service: { videoSeconds: 1e6, per: 'day' }, hours: undefined },
];
/** What else may be told. */
const MORE = [
  { place: { country: 'US' } },
  { place: { provider: 'gcp', region: 'us-central1' }, edition: '2019-paper', year: 2019 },
  { carbonIntensityGPerKwh: lopsided, repeats: 3, idle: { hours: 5 } },
  { place: { zone: 'US-TX' }, year: 1995, marketBasedIntensityGPerKwh: 50, offsetFraction: 0.5 },
];
const FRANCE = { hours: 100, place: { country: 'FR' } };

function* corpus(): Generator<object> {
  for (const machine of MACHINES) {
    for (const more of MORE) yield { hours: 100, ...more, ...machine };
    for (const method of METHODS) yield { ...FRANCE, ...machine, method };
    yield { ...FRANCE, ...MORE[1], ...machine, method: 'mlco2-compat' };
  }
  for (const work of WORK_KINDS) yield { ...FRANCE, hardware: [T4], work, nodes: 8 };
  for (const site of SITES) yield { ...FRANCE, hardware: [T4], site };
  for (const { provider, region } of calculator.list('regions'))
    yield { hardware: [T4], hours: 100, place: { provider, region }, year: 2020 };
  for (const { id } of calculator.list('zones'))
    yield { ...FRANCE, hardware: [T4], place: { zone: id } };
  for (const { id: accelerator } of calculator.list('accelerators'))
    yield { ...FRANCE, hardware: [{ accelerator, count: 1 }] };
}

/** Every code that results hold, by what it says in English. */
const told = new Map<string, Said>();
const units = new Set<string>();
const steps = new Set<string>();
const formulas = new Set<string>();
const unsure = new Set<string>();

const CODES = new Set(['said', 'assumed', 'rounded']);
/** All codes of a result: those under the names that hold codes. */
function gather(value: unknown, isCode = false): void {
  if (typeof value !== 'object' || value === null) return;
  if (isCode && 'code' in value) told.set(words(value as Said, english), value as Said);
  for (const [key, one] of Object.entries(value)) {
    gather(one, CODES.has(key) || (isCode && (Array.isArray(value) || !('code' in value))));
  }
}

beforeAll(() => {
  for (const input of corpus()) {
    const parsed = calculator.parseRun(input);
    if (!parsed.ok) continue;
    const result = calculator.estimate(parsed.run, { alternatives: false });
    gather(result);
    for (const { factor } of result.sensitivity) unsure.add(factor);
    for (const step of result.receipt) {
      steps.add(step.step);
      units.add(step.unit);
      for (const { unit } of step.operands) units.add(unit);
      if (step.operands.length > 0) formulas.add(formula(step, french));
    }
  }
  for (const machine of MACHINES) {
    const parsed = calculator.parseRun({ ...FRANCE, ...machine });
    if (parsed.ok) gather(calculator.explain(parsed.run));
  }
}, 120_000);

/** What has the same words in both languages. */
const SAME = new Set(['quoted', 'tdp', 'differs-pue']);

test('no sentence of a result stays English on a French page', () => {
  expect(told.size).toBeGreaterThan(1000);
  const kept = [...told].filter(
    ([text, said]) => !SAME.has(said.code) && words(said, french) === text,
  );
  expect(kept).toEqual([]);
});

test('names and notes of the tables stay as they are', () => {
  const names = [...told].filter(([, { code }]) => code === 'quoted');
  expect(names.length).toBeGreaterThan(100);
  for (const [text, said] of names) expect(words(said, french)).toBe(text);
});

const SIGNS = new Set([
  '1',
  'W',
  '1/W',
  'h',
  'kWh',
  'g CO2e/kWh',
  'kg CO2e',
  'kg CO2e/kWh',
  'L',
  'L/kWh',
  'vCPU',
  'machine',
  'machines',
]);

test('every unit is a sign, or has a French word', () => {
  expect(units.size).toBeGreaterThan(10);
  expect([...units].filter((unit) => french.unit(unit) === unit && !SIGNS.has(unit))).toEqual([]);
});

test('every line of a receipt has a name, in both languages', () => {
  const base = (step: string) => step.replace(/-\d+(?=-|$)/, '');
  expect(steps.size).toBeGreaterThan(50);
  expect([...steps].filter((step) => !(base(step) in french.steps))).toEqual([]);
  expect([...steps].filter((step) => !(base(step) in english.steps))).toEqual([]);
});

test('every factor that can be the largest unknown has a name on the Act page', () => {
  expect(unsure.size).toBeGreaterThan(20);
  for (const { unknown } of [actInEnglish, actInFrench])
    expect([...unsure].filter((factor) => unknown(factor).name === factor)).toEqual([]);
});

test('formulas are made of French names, units and numbers', () => {
  expect(formulas.size).toBeGreaterThan(500);
  const left = [...formulas].filter((text) =>
    /\b(chips?|years|of|rounded|GB)\b| x |\d\.\d/.test(text),
  );
  expect(left).toEqual([]);
});

test('every number of a run that may be a range has a French name', () => {
  const ranged = Object.entries(RUN_FIELDS).filter(([, { kind }]) =>
    ['amount', 'share', 'duration'].includes(kind),
  );
  expect(ranged.length).toBeGreaterThan(15);
  for (const [pointer] of ranged) {
    const path = pointer.replaceAll('*', '0');
    expect(words({ code: 'range-lopsided', path }, french), pointer).not.toContain(path.slice(1));
  }
});
