import fc from 'fast-check';
import { expect, test } from 'vitest';
import { productGsd, range90 } from './lognormal.ts';

const gsd = fc.double({ min: 1, max: 4, noNaN: true });
const value = fc.double({ min: 1e-3, max: 1e6, noNaN: true });

test('the value lies inside its range, in the middle of it on a log scale', () => {
  fc.assert(
    fc.property(value, gsd, (median, spread) => {
      const { low, high } = range90(median, spread);
      expect(low).toBeLessThanOrEqual(median);
      expect(high).toBeGreaterThanOrEqual(median);
      expect(Math.abs(Math.log((low * high) / median ** 2))).toBeLessThan(1e-9);
    }),
  );
});

test('what is exact has no range, and nothing has none', () => {
  expect(range90(5, 1)).toEqual({ low: 5, high: 5 });
  expect(range90(0, 2)).toEqual({ low: 0, high: 0 });
  expect(productGsd([])).toBe(1);
});

test('another factor never makes a product surer', () => {
  fc.assert(
    fc.property(gsd, gsd, (a, b) => {
      expect(productGsd([a, b])).toBeGreaterThanOrEqual(Math.max(a, b) * (1 - 1e-12));
    }),
  );
});

test('1.2 and 1.3 make 1.375', () => {
  // sqrt(0.18232^2 + 0.26236^2) = 0.31949
  expect(productGsd([1.2, 1.3])).toBeCloseTo(1.3764, 3);
});
