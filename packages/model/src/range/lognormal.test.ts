import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meanOfSides, productGsd, range90 } from './lognormal.ts';

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

test('the mean of a factor with two sides, against a sum over its distribution', () => {
  const steps = 20_000;
  for (const [down, up] of [
    [0.5, 0.1],
    [0.1, 2],
    [0.3, 0.3],
    [-0.4, -0.2],
    [0, 0.7],
  ] as const) {
    let mean = 0;
    for (let step = 0; step < steps; step++) {
      const z = -10 + (20 * (step + 0.5)) / steps;
      const density = Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI);
      mean += (Math.exp((z < 0 ? down : up) * z) * density * 20) / steps;
    }
    expect(meanOfSides(down, up)).toBeCloseTo(mean, 6);
  }
  // What reaches further down than up is less on average than its median.
  expect(meanOfSides(0.5, 0.1)).toBeLessThan(1);
});
