import type { Monomial } from '@ml-emissions/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lowestGroup } from './told-apart.ts';

const monomial = (value: number, logs: Readonly<Record<string, number>> = {}): Monomial => ({
  value,
  keys: Object.keys(logs),
  logs: Object.values(logs),
});
const group = (...sums: readonly (readonly Monomial[] | null)[]) =>
  lowestGroup(
    sums.map((sum, index) => ({ sum, index })),
    ({ sum }) => sum,
  ).map(({ index }) => index);

test('what is unsure between two figures, and nothing else, holds them together', () => {
  // 1.2 times as much: inside of exp(1.645 x 0.3 x sqrt 2) where each has its own unknown, apart where it is shared.
  expect(group([monomial(10, { a: 0.3 })], [monomial(12, { b: 0.3 })])).toEqual([0, 1]);
  expect(group([monomial(10, { a: 0.3 })], [monomial(12, { a: 0.3 })])).toEqual([0]);
  expect(group([monomial(10, { a: 0.3 })], [monomial(25, { b: 0.3 })])).toEqual([0]);
  // The same to the last bit cannot be told apart, however sure.
  expect(group([monomial(10)], [monomial(10)], [monomial(10.01)])).toEqual([0, 1]);
});

test('the members need not follow each other: a sure figure may be apart, an unsure one above it not', () => {
  expect(group([monomial(10)], [monomial(11, { a: 0.01 })], [monomial(13, { b: 0.5 })])).toEqual([
    0, 2,
  ]);
});

test('where the range is not known, nothing is grouped', () => {
  expect(group(null, [monomial(10)])).toEqual([]);
  expect(group([monomial(10)], null)).toEqual([0]);
  expect(group()).toEqual([]);
});

test('the lowest is always a member, and what is surer has no more members', () => {
  const figure = fc.record({
    value: fc.double({ min: 1, max: 100, noNaN: true }),
    log: fc.double({ min: 0.01, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(figure, { minLength: 1, maxLength: 8 }), (figures) => {
      const sorted = figures.toSorted((a, b) => a.value - b.value);
      const by = (share: number) =>
        group(
          ...sorted.map(({ value, log }, at) => [monomial(value, { [`k${at}`]: log * share })]),
        );
      const all = by(1);
      expect(all[0]).toBe(0);
      for (const one of by(0.5)) expect(all).toContain(one);
    }),
  );
});
