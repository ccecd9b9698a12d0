import { type EnergyScope, quoted, Z_90 } from '@ml-emissions/model';
import { expect, test } from 'vitest';
import { amountFactor, meterOf } from './amount.ts';
import { current, editionWith } from './testing.ts';

const asked = { edition: current, keyOf: (field: string) => field.slice(1) };

test('an exact number has no range and no source', () => {
  expect(amountFactor(asked, 320, '/k')).toEqual({
    value: 320,
    kind: 'given',
    sourceId: null,
    year: null,
    confidence: null,
    said: null,
    gsd: 1,
    spreadOf: 'value',
    key: 'k',
  });
  expect(amountFactor(asked, 320, '/k', { said: quoted('n'), meter: 'inside' })).toMatchObject({
    kind: 'measured',
    said: quoted('n'),
  });
  expect(amountFactor(asked, 1.2, '/k', { isExcess: true })).toMatchObject({
    gsd: 1,
    spreadOf: 'value',
  });
});

test.each([
  // 320 / 250 = 1.28 down, 410 / 320 = 1.28125 up
  ['nearly even', { value: 320, low: 250, high: 410 }, false, 1.28, 1.28125],
  ['low', { value: 320, low: 160, high: 352 }, false, 2, 1.1],
  ['of one side', { value: 60, low: 15, high: 60 }, false, 4, 1],
  // Of the excess: 0.2 / 0.1 = 2 down, 0.5 / 0.2 = 2.5 up.
  ['high, of the excess', { value: 1.2, low: 1.1, high: 1.5 }, true, 2, 2.5],
  ['low, of the excess', { value: 1.4, low: 1.1, high: 1.5 }, true, 4, 1.25],
])('each side of a range is kept: %s', (_, amount, isExcess, down, up) => {
  const { gsd, gsdUp, spreadOf, value } = amountFactor(asked, amount, '/k', { isExcess });
  expect(value).toBe(amount.value);
  expect((gsd ?? 0) ** Z_90).toBeCloseTo(down, 12);
  expect((gsdUp ?? 0) ** Z_90).toBeCloseTo(up, 12);
  expect(spreadOf).toBe(isExcess ? 'excess' : 'value');
});

test('an even range has one deviation', () => {
  const factor = amountFactor(asked, { value: 300, low: 150, high: 600 }, '/k');
  expect((factor.gsd ?? 0) ** Z_90).toBeCloseTo(2, 12);
  expect(factor).not.toHaveProperty('gsdUp');
});

test('an excess that may be nothing has no logarithm: the range is then of the value', () => {
  const { gsd, spreadOf } = amountFactor(asked, { value: 1.3, low: 1, high: 1.6 }, '/k', {
    isExcess: true,
  });
  expect(spreadOf).toBe('value');
  expect((gsd ?? 0) ** Z_90).toBeCloseTo(1.3, 12);
});

test('editions from before ranges had two sides take the wider one on both', () => {
  const coefficients = current.coefficients.filter(({ id }) => id !== 'range.sides');
  const before = { ...asked, edition: editionWith({ coefficients }) };
  const factor = amountFactor(before, { value: 320, low: 160, high: 352 }, '/k');
  expect((factor.gsd ?? 0) ** Z_90).toBeCloseTo(2, 12);
  expect(factor).not.toHaveProperty('gsdUp');
});

test('a plain reading is as sure as its meter, and every reading of such a meter errs with it', () => {
  const read = (meter: 'inside' | 'wall') => amountFactor(asked, 320, '/energyKwh', { meter });
  // 3 % and 1 %: data/defaults.csv, meter.*
  expect(read('inside')).toMatchObject({ gsd: 1.03, key: 'meter.inside', value: 320 });
  expect(read('wall')).toMatchObject({ gsd: 1.01, key: 'meter.wall' });
});

test('a reading with a range stays the user’s, also where the range is none', () => {
  const ranged = { value: 320, low: 310, high: 330 };
  const factor = amountFactor(asked, ranged, '/k', { meter: 'inside' });
  expect(factor).toMatchObject({ kind: 'measured', key: 'k' });
  expect((factor.gsd ?? 0) ** Z_90).toBeCloseTo(320 / 310, 12);
  const sure = amountFactor(asked, { value: 5, low: 5, high: 5 }, '/k', { meter: 'wall' });
  expect(sure).toMatchObject({ gsd: 1, key: 'k' });
});

test('editions without errors of meters take a reading for exact', () => {
  const defaults = current.defaults.filter(({ id }) => !id.startsWith('meter.'));
  const before = { ...asked, edition: editionWith({ defaults }) };
  expect(amountFactor(before, 320, '/k', { meter: 'wall' })).toMatchObject({ gsd: 1, key: 'k' });
});

test.each([
  ['accelerators', 'inside'],
  ['components', 'inside'],
  ['it', 'wall'],
  ['facility', 'wall'],
  [undefined, 'wall'],
] as [EnergyScope | undefined, string][])('energy of scope %s was metered %s', (scope, meter) => {
  expect(meterOf(scope)).toBe(meter);
});

test('0 is sure', () => {
  expect(amountFactor(asked, { value: 0, low: 0, high: 5 }, '/k').gsd).toBe(1);
  expect(amountFactor(asked, 0, '/k', { meter: 'inside' }).gsd).toBe(1);
});
