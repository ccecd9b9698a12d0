import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparable, type Footprint, inAll, isLess, sumOf } from './footprint.ts';

const footprints = fc.record({
  operational: fc.double({ min: 0, max: 1e6, noNaN: true }),
  embodied: fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })),
});

test('what is known of all is compared whole, else each by its electricity alone', () => {
  const known: Footprint = { operational: 2, embodied: 3 };
  const other: Footprint = { operational: 4, embodied: 0.5 };
  const unknown: Footprint = { operational: 3, embodied: null };
  expect(isLess(other, known)).toBe(true);
  expect(isLess(known, unknown)).toBe(true);
  expect(comparable([known, unknown]).map(inAll)).toEqual([2, 3]);
  expect(sumOf([known, other])).toEqual({ operational: 6, embodied: 3.5 });
  expect(sumOf([known, unknown])).toEqual({ operational: 5, embodied: null });
});

test('of two footprints at most one is less', () => {
  fc.assert(
    fc.property(footprints, footprints, (one, other) => {
      expect(isLess(one, other) && isLess(other, one)).toBe(false);
    }),
  );
});
