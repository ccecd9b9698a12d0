import { expect, test } from 'vitest';
import { current as edition } from '../testing.ts';
import { zoneIntensity } from './intensity.ts';

function isCoarse(country: string): boolean {
  const zone = edition.zoneById.get(country);
  const chosen =
    zone && zoneIntensity(edition, zone, { year: null, hours: 100, scope: 'lifecycle' } as const);
  return chosen?.factor.doubts.some(({ cause }) => cause === 'coarse-place') ?? false;
}

// Grids of several areas against mainlands whose areas are islands, told by where providers' regions lie.
test.each(['US', 'CA', 'JP', 'IN', 'CN'])('%s is a coarse place', (country) => {
  expect(isCoarse(country)).toBe(true);
});
test.each(['FR', 'ES', 'GB', 'DE', 'PL', 'PT'])('%s is not', (country) => {
  expect(isCoarse(country)).toBe(false);
});
