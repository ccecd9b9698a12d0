import { expect, test } from 'vitest';
import { cardFieldsOf, fieldsElsewhere, meteredFigure, withEmissions } from './front.ts';

const fieldsOf = (yaml: string) => {
  const read = cardFieldsOf(yaml);
  return read.ok ? read.fields : read.reason;
};

test('what stands under co2_eq_emissions', () => {
  expect(fieldsOf('co2_eq_emissions:\n  emissions: 5\n  source: x\n')).toEqual({
    emissions: 5,
    source: 'x',
  });
  expect(fieldsOf('co2_eq_emissions: 5')).toEqual({ emissions: 5 });
  expect(fieldsOf('co2_eq_emissions: null')).toEqual({ emissions: null });
  expect(fieldsOf('a: 1')).toEqual({});
  expect(fieldsOf('')).toEqual({});
});

test('what cannot be read says why', () => {
  expect(fieldsOf('a: [1')).toMatch(/^the front matter is not YAML: [^\n]+$/);
  expect(fieldsOf('- a')).toBe('the front matter is not a list of fields');
});

test.each([
  [{ emissions: 5 }, null],
  [{ emissions: 5, source: 'a guess' }, null],
  [{ emissions: 5, source: 'codecarbon' }, '5 g by codecarbon'],
  [{ emissions: 5, source: 'our wall meter; in March' }, '5 g by our wall meter'],
  [{ emissions: 5, source: 'Measured, by us' }, '5 g by Measured'],
  [{ emissions: 5, energy_consumed: 2 }, '5 g from 2 kWh'],
  [{ energy_consumed: 2, source: 'a guess' }, '2 kWh by a guess'],
  [{ emissions: 5, source: 'ML Emissions Calculator 0.1; estimated' }, null],
  [{ emissions: 5, energy_consumed: 2, source: 'ML Emissions Calculator 0.1; estimated' }, null],
  [
    { emissions: 5, source: 'ML Emissions Calculator 0.1; measured, lifecycle' },
    '5 g by ML Emissions Calculator 0.1',
  ],
  [{ emissions: 5, source: 7 }, null],
])('%o: the metered figure is %s', (fields, words) => {
  expect(meteredFigure(fields)).toBe(words);
});

const FIELDS = { emissions: 9, source: 'ours' };
const BESIDE = { energy_consumed: 2, hours_used: null, on_cloud: true };

function put(yaml: string, fields: Record<string, string | number> = FIELDS, newline = '\n') {
  const read = cardFieldsOf(yaml);
  if (!read.ok) throw new Error(read.reason);
  return withEmissions(yaml, read.document, fields, BESIDE, newline);
}
const OURS = 'co2_eq_emissions:\n  emissions: 9\n  source: ours\n';

test('a new field goes to the end', () => {
  expect(put('')).toBe(OURS);
  expect(put('a: 1\n')).toBe(`a: 1\n${OURS}`);
  expect(put('a: 1')).toBe(`a: 1\n${OURS}`);
  expect(put('# only a comment\n')).toBe(`# only a comment\n${OURS}`);
  expect(put('a: 1\r\n', FIELDS, '\r\n')).toBe(`a: 1\r\n${OURS.replaceAll('\n', '\r\n')}`);
});

test('among fields in braces it goes before the last one', () => {
  const ours = 'co2_eq_emissions: {"emissions":9,"source":"ours"}';
  expect(put('{ a: 1 }\n')).toBe(`{ a: 1 , ${ours}}\n`);
  expect(put('{}\n')).toBe(`{${ours}}\n`);
  expect(put('{ co2_eq_emissions: 5, a: 1 }\n')).toBe(`{ ${ours}, a: 1 }\n`);
});

test('a bare number, nothing and braces become the whole field', () => {
  for (const old of ['5', '', '{}', '[1]'])
    expect(put(`b: 0\nco2_eq_emissions: ${old}\na: 1\n`).replace(/\n+/g, '\n'), old).toBe(
      `b: 0\n${OURS}a: 1\n`,
    );
});

test('of braces, what others wrote stays, what we know is ours and what we do not goes', () => {
  const old = 'co2_eq_emissions: { emissions: 5, hours_used: 3, energy_consumed: 1, cpu: x }\n';
  expect(put(old)).toBe(
    'co2_eq_emissions:\n  emissions: 9\n  energy_consumed: 2\n  cpu: x\n  source: ours\n',
  );
});

test('lines: only what answers the same question changes, in its place', () => {
  const yaml =
    'a: 1\nco2_eq_emissions:\n   emissions: 5  # of the last run\n   hours_used: 3 # long\n   cpu: "x"\n   on_cloud: false\nb: 2\n';
  expect(put(yaml)).toBe(
    'a: 1\nco2_eq_emissions:\n   emissions: 9  # of the last run\n   cpu: "x"\n   on_cloud: true\n   source: ours\nb: 2\n',
  );
});

test('lines that have all of it get none', () => {
  const yaml = 'co2_eq_emissions:\n  source: a\n  emissions: 1\n  energy_consumed: 7\n';
  expect(put(yaml)).toBe(
    'co2_eq_emissions:\n  source: ours\n  emissions: 9\n  energy_consumed: 2\n',
  );
});

test('a last line that goes, and one without a value', () => {
  expect(put('co2_eq_emissions:\n  emissions: 1\n  source: a\n  hours_used: 3')).toBe(
    'co2_eq_emissions:\n  emissions: 9\n  source: ours\n',
  );
  expect(put('co2_eq_emissions:\n  source:\n  emissions: 1\n')).toBe(
    'co2_eq_emissions:\n  source: ours\n  emissions: 9\n',
  );
});

test('a long text stays in its line', () => {
  const source = 'word '.repeat(40).trim();
  expect(put('', { source })).toBe(`co2_eq_emissions:\n  source: ${source}\n`);
  expect(put('co2_eq_emissions:\n  source: a\n', { source })).toBe(
    `co2_eq_emissions:\n  source: ${source}\n`,
  );
});

test.each([
  [
    'hours_used: 77\nlicense: mit\nenergy_consumed: 12.3\n',
    ['hours_used: 77', 'energy_consumed: 12.3'],
  ],
  ['emissions: 5\nco2_eq_emissions:\n  emissions: 4\n', ['emissions: 5']],
  ['co2_eq_emissions: 5\nemissions:\n  - a\n', []],
  ['', []],
])('%j: fields that stand beside ours are told', (yaml, told) => {
  const read = cardFieldsOf(yaml);
  expect(read.ok && fieldsElsewhere(read.document)).toEqual(told);
});
