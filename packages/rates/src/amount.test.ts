import { quoted, Z_90 } from '@ml-emissions/model';
import { expect, test } from 'vitest';
import { amountFactor } from './amount.ts';

test('an exact number has no range and no source', () => {
  expect(amountFactor(320, 'k')).toEqual({
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
  expect(amountFactor(320, 'k', { said: quoted('n'), isMeasured: true })).toMatchObject({
    kind: 'measured',
    said: quoted('n'),
  });
  expect(amountFactor(1.2, 'k', { isExcess: true })).toMatchObject({ gsd: 1, spreadOf: 'value' });
});

test.each([
  // 320 / 250 = 1.28, 410 / 320 = 1.28125: the wider side counts on both.
  ['high', { value: 320, low: 250, high: 410 }, false, 1.28125],
  ['low', { value: 320, low: 160, high: 410 }, false, 2],
  // Of the excess: 0.2 / 0.1 = 2 down, 0.5 / 0.2 = 2.5 up.
  ['high, of the excess', { value: 1.2, low: 1.1, high: 1.5 }, true, 2.5],
  ['low, of the excess', { value: 1.4, low: 1.1, high: 1.5 }, true, 4],
])('a range counts by its wider side: %s', (_, amount, isExcess, ratio) => {
  const { gsd, spreadOf, value } = amountFactor(amount, 'k', { isExcess });
  expect(value).toBe(amount.value);
  expect((gsd ?? 0) ** Z_90).toBeCloseTo(ratio, 12);
  expect(spreadOf).toBe(isExcess ? 'excess' : 'value');
});

test('an excess that may be nothing has no logarithm: the range is then of the value', () => {
  const { gsd, spreadOf } = amountFactor({ value: 1.3, low: 1, high: 1.6 }, 'k', {
    isExcess: true,
  });
  expect(spreadOf).toBe('value');
  expect((gsd ?? 0) ** Z_90).toBeCloseTo(1.3, 12);
});

test('0 is sure', () => {
  expect(amountFactor({ value: 0, low: 0, high: 5 }, 'k').gsd).toBe(1);
});
