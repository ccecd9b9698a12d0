import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIGURES } from '../method.ts';
import { methods } from '../methods/index.ts';
import { accountOf } from '../plan/account.ts';
import { energyKwh, operationalKgCo2e } from '../plan/figures.ts';
import { sumsOf } from '../plan/sums.ts';
import { anyRunFor } from '../testing.ts';
import { changeOf } from './change.ts';
import { keysOf, logMatrix } from './log-matrix.ts';
import { range90, Z_90 } from './lognormal.ts';
import { type Monomial, merged, product } from './monomial.ts';
import { momentsIn, quantile, spreadOf, spreadOfProduct } from './spread.ts';
import { cumulants, taylorOf } from './taylor.ts';

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

test('a part that is sure is never less, however unsure what is added to it', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 2, noNaN: true }),
      fc.double({ min: 0.01, max: 2, noNaN: true }),
      (sure, down, more) => {
        const unsure = { value: 1 - sure, keys: ['a'], logs: [down], ups: [down + more] };
        expect(spreadOf([monomial(sure), unsure]).low).toBeGreaterThanOrEqual(sure);
      },
    ),
  );
});

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

interface TwoSided {
  readonly value: number;
  readonly logs: readonly number[];
  readonly ups: readonly number[] | null;
}

/** Sums whose unknowns, `a` and `b`, may have another upper side; `named` makes them their own. */
const anyTwoSided = fc.array(
  fc.record({
    value: fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
    logs: fc.tuple(...[0, 1].map(() => fc.double({ min: 0, max: 0.7, noNaN: true }))),
    ups: fc.option(fc.tuple(...[0, 1].map(() => fc.double({ min: 0, max: 0.7, noNaN: true })))),
  }),
  { minLength: 1, maxLength: 4 },
);
const named = (sum: readonly TwoSided[], of: string) =>
  sum.map(({ value, logs, ups }): Monomial => {
    const keys = [`${of}a`, `${of}b`];
    return ups ? { value, keys, logs, ups } : { value, keys, logs };
  });

test('a product of sums that share no unknown: its range is that of all of it multiplied out', () => {
  fc.assert(
    fc.property(anyTwoSided, anyTwoSided, anyTwoSided, (one, other, third) => {
      const sums = [named(one, 'one-'), named(other, 'other-'), named(third, 'third-')];
      const whole = sums.reduce<readonly Monomial[] | null>(
        (all, sum) => product(all, sum),
        [monomial(1)],
      );
      const expected = spreadOf(whole ?? []);
      const { low, high, shares } = spreadOfProduct(sums.map(momentsIn));
      expect(low / expected.low).toBeCloseTo(1, 9);
      expect(high / expected.high).toBeCloseTo(1, 9);
      for (const [key, share] of expected.shares) expect(shares.get(key)).toBeCloseTo(share, 9);
      expect(shares.size).toBe(expected.shares.size);
    }),
  );
});

test('figures of any run: the range is that of their sum multiplied out', () => {
  fc.assert(
    fc.property(anyRunFor(methods.full), (run) => {
      const sums = sumsOf(accountOf(methods.full, run));
      for (const figure of FIGURES) {
        const sum = sums.of(figure);
        const spread = sums.spread(figure);
        expect(spread === null).toBe(sum === null);
        if (!sum || !spread) continue;
        const expected = spreadOf(sum);
        expect(spread.low / expected.low).toBeCloseTo(1, 9);
        expect(spread.high / expected.high).toBeCloseTo(1, 9);
        for (const [key, share] of expected.shares)
          expect(spread.shares.get(key)).toBeCloseTo(share, 9);
      }
    }),
  );
});

describe('by hand', () => {
  const two = [monomial(3, { a: 0.4 }), monomial(1, { b: 0.8 })];

  test('derivatives of the logarithm of a sum', () => {
    const matrix = logMatrix(two, keysOf([two]));
    if (!matrix) throw new Error('no matrix');
    expect([...matrix.weights]).toEqual([0.75, 0.25]);
    expect([...matrix.logs]).toEqual([0.4, 0, 0, 0.8]);
    const { gradient, hessian } = taylorOf(matrix);
    // shares times logs
    expect([...gradient]).toEqual([expect.closeTo(0.3, 12), expect.closeTo(0.2, 12)]);
    // 0.75 x 0.16 - 0.09, -0.06, 0.25 x 0.64 - 0.04
    const bends = [0.03, -0.06, -0.06, 0.12].map((one) => expect.closeTo(one, 12));
    expect([...hessian]).toEqual(bends);
  });

  test('cumulants of the expansion', () => {
    const gradient = [0.3, 0.2];
    const hessian = [0.03, -0.06, -0.06, 0.12];
    const { mean, variance, third } = cumulants({ gradient, hessian });
    // tr H / 2; g.g + tr HH / 2 = 0.13 + 0.0225 / 2; 3 g.H.g + tr HHH = 3 x 0.0003 + 0.003375
    expect(mean).toBeCloseTo(0.075, 12);
    expect(variance).toBeCloseTo(0.14125, 12);
    expect(third).toBeCloseTo(0.004275, 12);
  });

  test('a deviation of less than a billionth is none, whatever its third cumulant', () => {
    expect(quantile({ mean: 0.1, variance: 0, third: 0 }, 2)).toBe(Math.exp(0.1));
    expect(quantile({ mean: 0.1, variance: 1e-20, third: 1e-3 }, 2)).toBe(Math.exp(0.1));
  });

  test('a point of the distribution: its deviation, bent by its skewness', () => {
    const at = (z: number) => quantile({ mean: 0.1, variance: 0.25, third: 0.6 * 0.125 }, z);
    // exp(0.1 + 0.5 x (2 + 3 x 0.6 / 6)), and at -1 the skewness says nothing
    expect(at(2)).toBeCloseTo(Math.exp(0.1 + 0.5 * 2.3), 12);
    expect(at(-1)).toBeCloseTo(Math.exp(-0.4), 12);
  });

  test('both ends of a sum of two', () => {
    const { low, high, shares } = spreadOf(two);
    // low: exp(0.075 + 0.375832 x (-1.644854 + 1.705543 x 0.080528 / 6))
    expect(low).toBeCloseTo(0.585912, 6);
    // high: the geometric mean of exp(0.075 + 0.375832 x 1.644854) = 2.000084 and of the lognormal with the moments of
    // the sum: mean 0.75 e^0.08 + 0.25 e^0.32 = 1.156747, variance of its logarithm 0.152730, 95 % point 2.038200
    expect(high).toBeCloseTo(2.019052, 6);
    // 0.09 and 0.04 of 0.13
    expect(shares.get('a')).toBeCloseTo(9 / 13, 12);
    expect(shares.get('b')).toBeCloseTo(4 / 13, 12);
  });

  test('what is 0 takes no part, and neither do unknowns of it alone', () => {
    const some = [monomial(2, { a: 0.4 }), monomial(0, { b: 5 })];
    expect([...keysOf([some])]).toEqual([['a', 0]]);
    expect(spreadOf(some)).toEqual(spreadOf([monomial(2, { a: 0.4 })]));
    expect(logMatrix([], new Map([['a', 0]]))).toBeNull();
    expect(logMatrix(some, new Map())).toBeNull();
  });

  test('an unknown that stands twice in a product counts by both', () => {
    const twice = { value: 1, keys: ['a', 'a'], logs: [0.2, 0.3] };
    expect(spreadOf([twice])).toEqual(spreadOf([monomial(1, { a: 0.5 })]));
  });
});

describe('an unknown whose upper side is another than its lower one', () => {
  const two = (value: number, down: number, up: number, key = 'a'): Monomial => ({
    value,
    keys: [key],
    logs: [Math.log(down)],
    ups: [Math.log(up)],
  });

  test('one alone: each end by its own side', () => {
    const { low, high, shares } = spreadOf([two(5, 2, 1.1)]);
    expect(low).toBeCloseTo(2 ** -Z_90, 12);
    expect(high).toBeCloseTo(1.1 ** Z_90, 12);
    expect([...shares]).toEqual([['a', 1]]);
  });

  test('one that divides turns its sides round', () => {
    const below: Monomial = { value: 5, keys: ['a'], logs: [-Math.log(2)], ups: [-Math.log(1.1)] };
    const { low, high } = spreadOf([below]);
    expect(high).toBeCloseTo(2 ** Z_90, 12);
    expect(low).toBeCloseTo(1.1 ** -Z_90, 12);
  });

  test('several: each side in quadrature', () => {
    const both: Monomial = {
      value: 1,
      keys: ['a', 'b'],
      logs: [Math.log(2), Math.log(1.5)],
      ups: [0, Math.log(1.2)],
    };
    const { low, high } = spreadOf([both]);
    expect(high).toBeCloseTo(1.2 ** Z_90, 12);
    expect(low).toBeCloseTo(Math.exp(-Z_90 * Math.hypot(Math.log(2), Math.log(1.5))), 12);
  });

  test('an upper side of none: the sum cannot be above its value, whatever else is exact', () => {
    const { low, high } = spreadOf([two(3, 1.5, 1), monomial(1)]);
    expect(high).toBe(1);
    expect(low).toBeLessThan(1);
  });

  test('the same sides written twice are one side', () => {
    const even = spreadOf([monomial(2, { a: 0.3 }), monomial(1, { b: 0.2 })]);
    const written = spreadOf([
      two(2, Math.exp(0.3), Math.exp(0.3)),
      two(1, Math.exp(0.2), Math.exp(0.2), 'b'),
    ]);
    expect(written.low).toBeCloseTo(even.low, 12);
    expect(written.high).toBeCloseTo(even.high, 12);
  });
});

test('the low end of a part that may be many times as much beside a sure one: below what is likely', () => {
  for (const up of [0.5, 1.5, 2.5]) {
    const sum = [monomial(10), { ...monomial(9, { a: 0.5 }), ups: [up] }];
    // One unknown: the sum rises with it, and its 5 % point is that of the unknown.
    const exact = (10 + 9 * Math.exp(-Z_90 * 0.5)) / 19;
    expect(Math.abs(spreadOf(sum).low / exact - 1)).toBeLessThan(0.02);
  }
});
