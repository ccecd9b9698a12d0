import { expect, test } from 'vitest';
import { newestFor } from './newest.ts';

const rows = [2019, 2023, 2021].map((year) => ({ year }));

test.each([
  [null, 2023],
  [2022, 2021],
  [2023, 2023],
  [2030, 2023],
  // Nothing is that old: the earliest that there is.
  [2010, 2019],
])('for a run of %s', (year, expected) => {
  expect(newestFor(rows, year)?.year).toBe(expected);
});

test.each([[null], [2022], [2010]])('of several of one year the first, for a run of %s', (year) => {
  const twice = [2021, 2021].map((own, place) => ({ year: own, place }));
  expect(newestFor(twice, year)?.place).toBe(0);
});

test('nothing from nothing', () => {
  expect(newestFor([], 2020)).toBeUndefined();
});
