import { expect, test } from 'vitest';
import { rangeOf } from './step-range.ts';

test('a factor lies between its value divided and multiplied by its deviation to the power of 1.645', () => {
  const range = rangeOf({ step: 'utilisation', value: 0.7, gsd: 1.4 });
  expect(range?.low).toBeCloseTo(0.7 / 1.7393, 4);
  expect(range?.high).toBeCloseTo(0.7 * 1.7393, 4);
});

test('PUE and losses never fall below 1', () => {
  for (const step of ['pue', 'overhead', 'overhead-2']) {
    const range = rangeOf({ step, value: 1.1, gsd: 3 });
    expect(range?.low).toBeGreaterThan(1);
    expect(range?.high).toBeGreaterThan(1.1);
  }
});

test('what is not unsure has no range', () => {
  expect(rangeOf({ step: 'tdp', value: 400, gsd: null })).toBeNull();
  expect(rangeOf({ step: 'tdp', value: 400, gsd: 1 })).toBeNull();
});
