import { describe, expect, test } from 'vitest';
import { cardFieldsOf, meteredFigure, withEmissions } from './front.ts';

const OURS = { emissions: 9, source: 'ours' };
const LINES = 'co2_eq_emissions:\n  emissions: 9\n  source: ours\n';
const BRACES = 'co2_eq_emissions: {"emissions":9,"source":"ours"}';

function put(yaml: string, beside: Record<string, number | boolean | null> = {}, newline = '\n') {
  const read = cardFieldsOf(yaml);
  if (!read.ok) throw new Error(read.reason);
  return withEmissions(yaml, read.document, OURS, beside, newline);
}

test('front matter that is one word, or a number, is no list of fields', () => {
  for (const yaml of ['word', '5', '"a"']) expect(cardFieldsOf(yaml).ok, yaml).toBe(false);
  expect(cardFieldsOf('# nothing but a comment')).toMatchObject({ ok: true, fields: {} });
  expect(cardFieldsOf('co2_eq_emissions: about 5')).toMatchObject({
    ok: true,
    fields: { emissions: 'about 5' },
  });
});

test.each([
  [{ source: 'codecarbon' }, ' by codecarbon'],
  [{ energy_consumed: 2 }, '2 kWh'],
  [{ emissions: 0, energy_consumed: 0 }, '0 g from 0 kWh'],
  [{ emissions: 5, source: 'ML Emissions Calculator' }, null],
  [
    { emissions: 5, source: 'My ML Emissions Calculator, measured' },
    '5 g by My ML Emissions Calculator',
  ],
  [{ emissions: 5, source: 'Carbontracker; of one run' }, '5 g by Carbontracker'],
])('of a card with %o a meter says %s', (fields, words) => {
  expect(meteredFigure(fields)).toBe(words);
});

describe('in braces', () => {
  test('after the last of several fields, before the brace that ends them', () => {
    expect(put('{ a: 1, b: 2 }\n')).toBe(`{ a: 1, b: 2 , ${BRACES}}\n`);
    expect(put('{a: 1}')).toBe(`{a: 1, ${BRACES}}\n`);
  });

  test('of the same name it is put in its place', () => {
    expect(put('{ a: 1, co2_eq_emissions: { emissions: 5, cpu: x }, b: 2 }\n')).toBe(
      '{ a: 1, co2_eq_emissions: {"emissions":9,"cpu":"x","source":"ours"}, b: 2 }\n',
    );
    expect(put('{ a: 1, co2_eq_emissions }\n')).toBe(`{ a: 1, ${BRACES} }\n`);
  });

  test('what others wrote in it is kept, replaced where we know it, and not added', () => {
    const yaml = 'co2_eq_emissions: { hours_used: 3, on_cloud: false, cpu: x }\n';
    expect(put(yaml, { hours_used: null, on_cloud: true, energy_consumed: 2 })).toBe(
      'co2_eq_emissions:\n  on_cloud: true\n  cpu: x\n  emissions: 9\n  source: ours\n',
    );
  });
});

describe('in lines', () => {
  test('nothing but its own lines changes, whatever stands around them', () => {
    const around = (own: string) => `# card\na: 1\n${own}b: [1, 2]\n# end\n`;
    expect(put(around('co2_eq_emissions:\n  emissions: 5\n  source: x\n'))).toBe(around(LINES));
    expect(put(around('co2_eq_emissions: 5\n'))).toBe(around(LINES));
  });

  test('a value over several lines is one value', () => {
    expect(put('co2_eq_emissions:\n  source: |\n    a\n    b\n  emissions: 5\nb: 2\n')).toBe(
      'co2_eq_emissions:\n  source: ours\n  emissions: 9\nb: 2\n',
    );
  });

  test('what follows a text over several lines stays where it is', () => {
    const text = '|\n    a\n    b\n';
    const gone = { note: null };
    expect(put(`co2_eq_emissions:\n  note: ${text}  emissions: 5\n  source: x\n`, gone)).toBe(
      LINES,
    );
    expect(put(`co2_eq_emissions:\n  emissions: 5\n  source: ${text}b: 2\n`)).toBe(
      `${LINES}b: 2\n`,
    );
    expect(put(`co2_eq_emissions:\n  cpu: ${text}b: 2\n`)).toBe(
      `co2_eq_emissions:\n  cpu: ${text}  emissions: 9\n  source: ours\nb: 2\n`,
    );
    expect(put('co2_eq_emissions: >\n  about 5\nb: 2\n')).toBe(`${LINES}b: 2\n`);
  });

  test('lines that go: the first, one between, the last, and one without a line end', () => {
    const gone = { hours_used: null };
    const kept = 'co2_eq_emissions:\n  emissions: 9\n  source: ours\n';
    expect(put('co2_eq_emissions:\n  emissions: 5\n  hours_used: 3\n  source: x\n', gone)).toBe(
      kept,
    );
    expect(put('co2_eq_emissions:\n  emissions: 5\n  source: x\n  hours_used: 3\n', gone)).toBe(
      kept,
    );
    expect(put('co2_eq_emissions:\n  hours_used: 3\n  emissions: 5\n  source: x', gone)).toBe(kept);
  });

  test('as far in as the others, and after the last of them', () => {
    expect(put('co2_eq_emissions:\n      cpu: x\nb: 2\n')).toBe(
      'co2_eq_emissions:\n      cpu: x\n      emissions: 9\n      source: ours\nb: 2\n',
    );
    expect(put('co2_eq_emissions:\n  cpu: x # ours\n\n# end\n')).toBe(
      'co2_eq_emissions:\n  cpu: x # ours\n  emissions: 9\n  source: ours\n\n# end\n',
    );
    expect(put('a: 1\r\nco2_eq_emissions:\r\n  cpu: x\r\n', {}, '\r\n')).toBe(
      'a: 1\r\nco2_eq_emissions:\r\n  cpu: x\r\n  emissions: 9\r\n  source: ours\r\n',
    );
  });

  test('a field by the name of what every object has is a field of others', () => {
    const yaml = 'co2_eq_emissions:\n  constructor: x\n  emissions: 5\n  source: x\n';
    expect(put(yaml)).toBe('co2_eq_emissions:\n  constructor: x\n  emissions: 9\n  source: ours\n');
  });

  test('what stands beside is replaced where it stands, and nowhere added', () => {
    const yaml = 'co2_eq_emissions:\n  on_cloud: false # AWS\n  emissions: 5\n  source: x\n';
    expect(put(yaml, { on_cloud: true, energy_consumed: 2 })).toBe(
      'co2_eq_emissions:\n  on_cloud: true # AWS\n  emissions: 9\n  source: ours\n',
    );
  });
});
