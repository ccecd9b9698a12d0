import { expect, test } from 'vitest';
import { reached } from './inputs.ts';

test('each number is put to its ends alone, and what that makes is taken by its squares', () => {
  const [{ value, down, up }] = reached(
    { a: { value: 10, low: 5, high: 20 }, b: { value: 3, low: 1, high: 6 }, c: 2 },
    ({ a, b, c }) => [(a * c) / b],
  );
  expect(value).toBeCloseTo(20 / 3, 12);
  // a halves or doubles it, b takes half of it away or makes three of one
  expect(down).toBeCloseTo(Math.hypot(Math.log(2), Math.log(2)), 12);
  expect(up).toBeCloseTo(Math.hypot(Math.log(2), Math.log(3)), 12);
});

test('of exact numbers it is exact', () => {
  expect(reached({ a: 2, b: 3 }, ({ a, b }) => [a * b, a])).toEqual([
    { value: 6, down: 0, up: 0 },
    { value: 2, down: 0, up: 0 },
  ]);
});
