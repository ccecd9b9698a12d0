import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { methods } from '../methods/index.ts';
import { accountOf } from '../plan/account.ts';
import { energyKwh, operationalKgCo2e } from '../plan/figures.ts';
import { sumsOf } from '../plan/sums.ts';
import { anyRunFor } from '../testing.ts';
import { changeOf } from './change.ts';
import { range90 } from './lognormal.ts';
import { type Monomial, merged } from './monomial.ts';
import { spreadOf } from './spread.ts';

const monomial = (value: number, logs: Record<string, number> = {}): Monomial => ({
  value,
  keys: Object.keys(logs),
  logs: Object.values(logs),
});
const total = (sum: readonly Monomial[]) => sum.reduce((all, { value }) => all + value, 0);

const anySum = fc.array(
  fc
    .record({
      value: fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
      a: fc.double({ min: 0, max: 0.7, noNaN: true }),
      b: fc.double({ min: 0, max: 0.7, noNaN: true }),
    })
    .map(({ value, a, b }) => monomial(value, { a, b })),
  { minLength: 1, maxLength: 6 },
);

test('one product of lognormals has their exact range', () => {
  const { low, high } = spreadOf([monomial(5, { a: Math.log(1.5), b: Math.log(2) })]);
  const exact = range90(1, Math.exp(Math.hypot(Math.log(1.5), Math.log(2))));
  expect(low).toBeCloseTo(exact.low, 12);
  expect(high).toBeCloseTo(exact.high, 12);
});

test('what is exact has no range, and 0 has none', () => {
  expect(spreadOf([monomial(5), monomial(3)])).toEqual({ low: 1, high: 1, shares: new Map() });
  expect(spreadOf([monomial(0, { a: 0.5 })])).toEqual({ low: 1, high: 1, shares: new Map() });
});

test('products of one unknown rise and fall together: the range is that of the unknown', () => {
  const { low, high } = spreadOf([monomial(1, { a: 0.5 }), monomial(4, { a: 0.5 })]);
  const exact = range90(1, Math.exp(0.5));
  expect(low).toBeCloseTo(exact.low, 10);
  expect(high).toBeCloseTo(exact.high, 10);
});

test('independent products are surer together than either is alone', () => {
  const { low, high } = spreadOf([monomial(1, { a: 0.5 }), monomial(1, { b: 0.5 })]);
  const alone = range90(1, Math.exp(0.5));
  expect(low).toBeGreaterThan(alone.low);
  expect(high).toBeLessThan(alone.high);
});

describe('any sum', () => {
  test('the figure is within its range, and shares sum to 1', () => {
    fc.assert(
      fc.property(anySum, (sum) => {
        const { low, high, shares } = spreadOf(sum);
        expect(low).toBeGreaterThan(0);
        expect(low).toBeLessThanOrEqual(1);
        expect(high).toBeGreaterThanOrEqual(1);
        const all = [...shares.values()].reduce((one, more) => one + more, 0);
        if (shares.size > 0 && Number.isFinite(all)) expect(all).toBeCloseTo(1, 9);
      }),
    );
  });

  test('a larger sum of the same kind has the same range', () => {
    fc.assert(
      fc.property(anySum, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (sum, by) => {
        const more = sum.map((one) => ({ ...one, value: one.value * by }));
        expect(spreadOf(more).low / spreadOf(sum).low).toBeCloseTo(1, 9);
        expect(spreadOf(more).high / spreadOf(sum).high).toBeCloseTo(1, 9);
      }),
    );
  });

  test('the order of the terms and taking like ones together change nothing', () => {
    fc.assert(
      fc.property(anySum, (sum) => {
        const same = merged([...sum, ...sum]).map((one) => ({ ...one, value: one.value / 2 }));
        expect(spreadOf(same).low).toBeCloseTo(spreadOf(sum).low, 9);
        expect(spreadOf(sum.toReversed()).high).toBeCloseTo(spreadOf(sum).high, 9);
      }),
    );
  });

  test('against itself nothing changes, however unsure it is', () => {
    fc.assert(
      fc.property(anySum, (sum) => {
        const { value, low, high } = changeOf(sum, sum);
        expect(value).toBe(1);
        expect(low).toBeCloseTo(1, 12);
        expect(high).toBeCloseTo(1, 12);
      }),
    );
  });
});

test('the sums behind the figures are the figures', () => {
  fc.assert(
    fc.property(anyRunFor(methods.full), (run) => {
      const account = accountOf(methods.full, run);
      const sums = sumsOf(account);
      for (const [sum, value] of [
        [sums.of('energyKwh'), energyKwh(account)],
        [sums.of('operationalKgCo2e'), operationalKgCo2e(account)],
      ] as const) {
        expect(Math.abs(total(sum ?? []) - value)).toBeLessThanOrEqual(1e-9 * value);
      }
    }),
  );
});
