import { describe, expect, test } from 'vitest';
import { LIMITS } from '../limits.ts';
import { parseDraft } from '../parse-draft.ts';
import { PROJECT_FIELDS } from './project.ts';
import { expectedOf, isAmount, type NumberRow, partsOf, type Row, type Rows } from './row.ts';
import { RUN_FIELD_NAMES, RUN_FIELDS } from './run.ts';

const rows = Object.entries<Row>(RUN_FIELDS);
const said = <Value>(of: (row: Row) => Value | undefined) =>
  rows.map(([, row]) => of(row)).filter((one) => one !== undefined);
const parentOf = (path: string) => path.slice(0, path.lastIndexOf('/'));

describe.each<[string, Rows]>([
  ['run', RUN_FIELDS],
  ['project', PROJECT_FIELDS],
])('the rows of a %s', (_, table) => {
  test.each(Object.entries(table))('%s is well formed', (path, row) => {
    expect(row.about).toMatch(/^\S.*[^.\s]$/);
    expect(expectedOf(row)).toMatch(/\S/);
    expect(expectedOf(row)).not.toMatch(/\{(above|from|to|most)\}|undefined/);
    const parent = table[parentOf(path)];
    if (parentOf(path) !== '') {
      const holders = path.endsWith('/*') ? ['list'] : ['object', 'id-or-object'];
      expect(holders).toContain(parent?.kind);
    }
    if (row.kind === 'list') expect(Object.keys(table)).toContain(`${path}/*`);
    if (row.kind === 'object' || row.kind === 'id-or-object') {
      expect(partsOf(table, path)).not.toEqual([]);
    }
    if (row.kind === 'choice') {
      expect(new Set(row.choices).size).toBe(row.choices.length);
      if (row.default !== undefined) expect(row.choices).toContain(row.default);
    }
  });
});

test('no two rows have the same flag or the same label', () => {
  const flags = said(({ flag }) => flag?.split(' ')[0]);
  expect(flags.length).toBeGreaterThan(30);
  expect(new Set(flags).size).toBe(flags.length);
  for (const flag of said((row) => row.flag)) expect(flag).toMatch(/^--[a-z]+(-[a-z]+)* <[a-z]+>$/);
  const labels = said(({ label }) => label);
  expect(new Set(labels).size).toBe(labels.length);
});

test('every flag that users know is there', () => {
  const KNOWN =
    '--accelerator --count --power-w --utilisation --instance --instance-count --slice --nodes --hours --device-hours --energy-kwh --energy-scope --host-power-w --cpu --cpu-count --cores --cpu-utilisation --memory-gb --overhead-factor --site --work --scenario --batch-size --parameters --power-limit-w --repeats --idle-hours --idle-power-w --carbon-intensity --market-based-intensity --pue --wue-l-per-kwh --service-life-years --average-use --embodied-kg --offset --year --start --unit --unit-count --phase --method --edition --provider --region --zone --country';
  const flags = said(({ flag }) => flag?.split(' ')[0]);
  expect(flags).toEqual(expect.arrayContaining(KNOWN.split(' ')));
});

test('fields that say one thing in several ways are groups of at least two', () => {
  const groups = said(({ group }) => group);
  expect(groups.length).toBeGreaterThan(10);
  for (const group of groups) {
    expect(groups.filter((one) => one === group).length, group).toBeGreaterThan(1);
  }
  // A group counts at the top only.
  expect(rows.filter(([path, { group }]) => group && parentOf(path) !== '')).toEqual([]);
});

/** Something that holds for a field, so that the one beside it can be looked at. */
function sample(path: string, row: Row): unknown {
  if (row.kind === 'object') {
    const parts = partsOf(RUN_FIELDS, path).filter((part) => part.row.isRequired);
    return Object.fromEntries(parts.map((part) => [part.name, sample(part.path, part.row)]));
  }
  return 'to' in row ? row.to : 'x';
}

/** A run with a value at a path, and with what the objects on the way must hold. */
function runWith(path: string, value: unknown): unknown {
  const parent = parentOf(path);
  const name = path.slice(parent.length + 1);
  if (name === '*') return runWith(parent, [value]);
  const beside = partsOf(RUN_FIELDS, parent).filter(({ row }) => row.isRequired);
  const others = Object.fromEntries(beside.map((one) => [one.name, sample(one.path, one.row)]));
  const whole = { ...others, [name]: value };
  return parent === '' ? whole : runWith(parent, whole);
}

/** What is wrong with a value at a path by itself, whatever else the run lacks. */
function problemsWith(path: string, value: unknown) {
  const parsed = parseDraft(runWith(path, value));
  const field = path.replaceAll('*', '0');
  const problems = parsed.ok ? [] : parsed.problems;
  return problems.filter((one) => one.field === field && one.code !== 'conflict');
}

const up = (value: number) => (value === 0 ? LIMITS.least : value * (1 + Number.EPSILON));
const down = (value: number) => (value === 0 ? -Number.MIN_VALUE : value * (1 - Number.EPSILON));

describe('bounds', () => {
  const numbers = rows.flatMap(([path, row]): [string, NumberRow][] =>
    'to' in row ? [[path, row]] : [],
  );

  test.each(numbers)('%s has sane ones', (_, { above, from, to, default: usual }) => {
    expect([above, from].filter((one) => one !== undefined)).toHaveLength(1);
    const least = above ?? from ?? Number.NaN;
    expect(least).toBeGreaterThanOrEqual(0);
    expect(to).toBeGreaterThan(least);
    if (usual !== undefined) {
      expect(usual).toBeGreaterThanOrEqual(least);
      expect(usual).toBeLessThanOrEqual(to);
    }
  });

  test.each(numbers)('%s may be at them and not beyond', (path, row) => {
    const { above, from = 0, to, kind } = row;
    const [before, after] = kind === 'integer' ? [from - 1, to + 1] : [down(from), up(to)];
    const within = [above === undefined ? from : up(above), to];
    const outside = [above === undefined ? before : above, after];
    for (const value of within) expect(problemsWith(path, value), String(value)).toEqual([]);
    for (const value of outside) {
      const [first] = problemsWith(path, value);
      expect(first, String(value)).toMatchObject({
        code: 'out-of-range',
        value,
        expected: expectedOf(row),
      });
    }
    const ranged = { value: to, low: to, high: to };
    if (isAmount(row)) expect(problemsWith(path, ranged)).toEqual([]);
    else {
      const [refused] = problemsWith(path, ranged);
      expect(refused).toMatchObject({ code: 'wrong-type', suggestions: [String(to)] });
      expect(refused?.message).toMatch(/no figure carries a range of it: give one number/);
    }
  });
});

describe('fields that are kept by shape only', () => {
  const run = { energyKwh: 1, carbonIntensityGPerKwh: 1 };
  const reading = { field: '/place/country', said: 'Georgia', taken: 'GE', others: ['US-GA'] };

  test('are passed through', () => {
    const extra = { shared: ['energyKwh', 'pue'], readings: [reading] };
    const parsed = parseDraft({ ...run, ...extra });
    expect(parsed.ok && parsed.value).toMatchObject(extra);
  });

  test('shared holds names of fields, as many as there are', () => {
    expect(parseDraft({ ...run, shared: RUN_FIELD_NAMES }).ok).toBe(true);
    expect(problemsWith('/shared', Array(61).fill('pue'))).toMatchObject([{ code: 'too-long' }]);
    const parsed = parseDraft({ ...run, shared: ['pue', 'hour', 3] });
    expect(parsed.ok ? [] : parsed.problems).toMatchObject([
      { code: 'unknown-value', field: '/shared/1', value: 'hour' },
      { code: 'unknown-value', field: '/shared/2', value: 3 },
    ]);
  });

  test('readings are whole, and not too many', () => {
    expect(problemsWith('/readings', Array(100).fill(reading))).toEqual([]);
    expect(problemsWith('/readings', Array(101).fill(reading))).toMatchObject([
      { code: 'too-long' },
    ]);
    const parsed = parseDraft({ ...run, readings: [{ ...reading, taken: null, other: [] }] });
    expect(parsed.ok ? [] : parsed.problems).toMatchObject([
      { code: 'unknown-field', field: '/readings/0/other', suggestions: ['others'] },
      { code: 'missing', field: '/readings/0/taken' },
    ]);
  });
});

test('names are read from a run that is wrong elsewhere', () => {
  const parsed = parseDraft({
    hardware: [{ accelerator: 'H100', count: -1 }, { count: 2 }, 'x'],
    host: { cpu: 'EPYC 7742', cpuCount: 'two' },
    place: { provider: 'gcp', region: 7 },
    slice: 'v3-8',
    carbonIntensityGPerKwh: 'low',
  });
  expect(parsed.ok ? null : parsed.names).toMatchObject({
    hardware: [{ accelerator: 'H100' }, null, null],
    host: { cpu: 'EPYC 7742' },
    slice: 'v3-8',
    carbonIntensityGPerKwh: 'low',
  });
  expect(parsed.ok ? null : parsed.names.place).toBeUndefined();
  const none = parseDraft({ hardware: undefined, method: 'none' });
  expect(none.ok ? null : none.names.hardware).toEqual([]);
});
