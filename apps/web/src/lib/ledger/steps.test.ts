import { expect, test } from 'vitest';
import { stepsOf } from './steps.ts';

test('a quarter of the cells is in each step, and empty ones are in none', () => {
  const { ends, toneOf } = stepsOf([0, 1, 2, 3, 4, 50, 60, 700, 800]);
  expect(ends).toEqual([2, 4, 60]);
  expect([0, 1, 2, 3, 50, 60, 61, 800].map(toneOf)).toEqual([
    'bed',
    '4',
    '4',
    '3',
    '2',
    '2',
    '1',
    '1',
  ]);
});

test('of cells that are alike there are fewer steps, each of its own', () => {
  const { ends, toneOf } = stepsOf([1, 1, 1, 1, 1, 9]);
  expect(ends).toEqual([1]);
  expect([1, 9].map(toneOf)).toEqual(['4', '3']);
  expect(stepsOf([5]).ends).toEqual([]);
  expect(stepsOf([5]).toneOf(5)).toBe('4');
  expect(stepsOf([]).toneOf(0)).toBe('bed');
});
