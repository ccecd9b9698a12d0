import { expect, test } from 'vitest';
import { changeOf } from './change.ts';
import { range90 } from './lognormal.ts';
import type { Monomial } from './monomial.ts';

const monomial = (value: number, logs: Readonly<Record<string, number>> = {}): Monomial => ({
  value,
  keys: Object.keys(logs),
  logs: Object.values(logs),
});

test('what both share cancels; what they do not is the range of the ratio', () => {
  // 6 / 2, where only b is of one of them
  const { value, low, high } = changeOf(
    [monomial(6, { a: 0.7, b: 0.3 })],
    [monomial(2, { a: 0.7 })],
  );
  const exact = range90(3, Math.exp(0.3));
  expect(value).toBe(3);
  expect(low).toBeCloseTo(exact.low, 12);
  expect(high).toBeCloseTo(exact.high, 12);
});

test('an unknown below counts as one above, turned round', () => {
  const { low, high } = changeOf([monomial(1, { a: 0.4 })], [monomial(1, { b: 0.3 })]);
  const exact = range90(1, Math.exp(0.5));
  expect(low).toBeCloseTo(exact.low, 12);
  expect(high).toBeCloseTo(exact.high, 12);
});

test('sums: their totals, and a range of second order', () => {
  const here = [monomial(1, { a: 0.5 }), monomial(3)];
  const { value, low, high } = changeOf([monomial(2, { b: 0.2 }), monomial(2, { a: 0.5 })], here);
  expect(value).toBe(1);
  // gradients: a 0.5 x 0.5 - 0.25 x 0.5 = 0.125, b 0.5 x 0.2 = 0.1
  // bends: aa 0.0625 - 0.046875, ab -0.025, bb 0.01; so mean 0.0128125, variance 0.0264221, third cumulant -0.00078972
  expect(low).toBeCloseTo(0.768702, 6);
  expect(high).toBeCloseTo(1.312174, 6);
});

test('exact sums, or sums of nothing, have no range', () => {
  expect(changeOf([monomial(6)], [monomial(2)])).toEqual({ value: 3, low: 3, high: 3 });
  expect(changeOf([monomial(0, { a: 0.5 })], [monomial(2, { a: 0.5 })])).toEqual({
    value: 0,
    low: 0,
    high: 0,
  });
});

test('an unknown of two sides: by the side that moves the ratio, and what both share still cancels', () => {
  const two = (value: number): Monomial => ({
    value,
    keys: ['a'],
    logs: [Math.log(2)],
    ups: [Math.log(1.1)],
  });
  const above = changeOf([two(6)], [monomial(2)]);
  expect(above.low).toBeCloseTo(range90(3, 2).low, 12);
  expect(above.high).toBeCloseTo(range90(3, 1.1).high, 12);
  const below = changeOf([monomial(6)], [two(2)]);
  expect(below.low).toBeCloseTo(range90(3, 1.1).low, 12);
  expect(below.high).toBeCloseTo(range90(3, 2).high, 12);
  expect(changeOf([two(6)], [two(2)])).toEqual({ value: 3, low: 3, high: 3 });
});

test('an end is never on the other side of the ratio', () => {
  // Ten unknowns that weigh nothing and may be many times as much: the middle of the ratio lies beyond its value.
  const wide = [...'abcdefghij'].map((key) => monomial(1, { [key]: 3 }));
  const rising = changeOf([...wide, monomial(990)], [monomial(1000)]);
  expect(rising.low).toBe(1);
  expect(rising.high).toBeGreaterThan(1.05);
  const falling = changeOf([monomial(1000)], [...wide, monomial(990)]);
  expect(falling.high).toBe(1);
  expect(falling.low).toBeLessThan(0.95);
});
