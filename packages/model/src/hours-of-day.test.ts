import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_HOURS, meanOverHours } from './hours-of-day.ts';

/** A day that is half as dirty from noon to six. */
const DAY = Array.from({ length: DAY_HOURS }, (_, hour) =>
  hour >= 12 && hour < 18 ? 4 / 7 : 8 / 7,
);

const days = fc
  .array(fc.double({ min: 0.1, max: 3, noNaN: true }), {
    minLength: DAY_HOURS,
    maxLength: DAY_HOURS,
  })
  .map((raw) => {
    const mean = raw.reduce((sum, one) => sum + one, 0) / DAY_HOURS;
    return raw.map((one) => one / mean);
  });
const time = fc.double({ min: 0, max: 48, noNaN: true });

describe('by hand', () => {
  test.each([
    ['within one hour', 13.25, 0.5, 4 / 7],
    ['a moment', 12, 0, 4 / 7],
    ['half in it', 11, 2, 6 / 7],
    ['around midnight', 23, 2, 8 / 7],
    ['a day and six hours', 12, 30, (24 + (6 * 4) / 7) / 30],
    ['a start of the day before', -12, 1, 4 / 7],
  ])('%s', (_, start, hours, mean) => {
    expect(meanOverHours(DAY, start, hours)).toBeCloseTo(mean, 12);
  });
});

test('whole days are their mean, whenever they begin', () => {
  fc.assert(
    fc.property(days, time, fc.integer({ min: 1, max: 400 }), (day, start, whole) => {
      expect(meanOverHours(day, start, whole * DAY_HOURS)).toBeCloseTo(1, 9);
    }),
  );
});

test('a little later and a little longer is a little different', () => {
  fc.assert(
    fc.property(days, time, fc.double({ min: 0.5, max: 100, noNaN: true }), (day, start, hours) => {
      const near = 1e-6;
      const here = meanOverHours(day, start, hours);
      const most = (3 * Math.max(...day) * near) / hours;
      expect(Math.abs(meanOverHours(day, start + near, hours) - here)).toBeLessThan(most);
      expect(Math.abs(meanOverHours(day, start, hours + near) - here)).toBeLessThan(most);
    }),
  );
});

test('two parts make the whole, and no mean leaves the day', () => {
  fc.assert(
    fc.property(days, time, time, time, (day, start, first, second) => {
      const hours = first + second;
      if (hours < 0.01) return;
      const parts =
        first * meanOverHours(day, start, first) +
        second * meanOverHours(day, start + first, second);
      const mean = meanOverHours(day, start, hours);
      expect(mean * hours).toBeCloseTo(parts, 9);
      expect(mean).toBeGreaterThanOrEqual(Math.min(...day) - 1e-9);
      expect(mean).toBeLessThanOrEqual(Math.max(...day) + 1e-9);
    }),
  );
});
