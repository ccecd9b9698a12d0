import { expect, test } from 'vitest';
import { placePue } from './pue.ts';
import { current } from './testing.ts';

const gcp = (region: string, year: number | null = null) =>
  placePue(current, { provider: 'gcp', region }, year);

test('several buildings of one region count by their mean, and the note says so', () => {
  // Council Bluffs has two: 1.11 and 1.07 over the twelve months that Google published in 2025.
  const { factor, rung } = gcp('us-central1');
  expect(rung).toBe('region');
  expect(factor.value).toBeCloseTo(1.09, 12);
  expect(factor).toMatchObject({ year: 2025, confidence: 'derived' });
  expect(factor.note).toContain('mean of 2 sites, 1.07 to 1.11');
});

test('a full year counts before a newer quarter', () => {
  expect(gcp('europe-north1').factor.value).toBe(1.1);
});

test('a run of a past year gets that year’s', () => {
  expect(gcp('us-central1', 2022).factor).toMatchObject({ value: 1.11, year: 2022 });
});

test('a region without a figure gets its provider’s, private machines the usual one', () => {
  expect(gcp('asia-south1').rung).toBe('provider');
  expect(placePue(current, null, null)).toMatchObject({ rung: 'site', factor: { value: 1.3 } });
});
