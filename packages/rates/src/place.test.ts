import { expect, test } from 'vitest';
import { cloudPlace, regionOf, runTime, siteOf, yearOf } from './place.ts';
import { current } from './testing.ts';

test('the year of a run is told, or that of its start', () => {
  expect(yearOf({ year: 2020, start: '2023-05-01' })).toBe(2020);
  expect(yearOf({ start: '2023-05-01T12:00:00Z' })).toBe(2023);
  expect(yearOf({})).toBeNull();
});

test('the time that it sees of a grid: its hours times its repeats; a year where none are told', () => {
  expect(runTime({ hours: 10, repeats: 3, year: 2020 })).toEqual({
    year: 2020,
    hours: 30,
    scope: 'lifecycle',
  });
  expect(runTime({ hours: { value: 10, low: 5, high: 20 } })).toEqual({
    year: null,
    hours: 10,
    scope: 'lifecycle',
  });
  expect(runTime({ repeats: 2 }).hours).toBe(2 * 8760);
});

test('a run is in a cloud by its region, by its provider alone, or by its named site', () => {
  const iowa = { provider: 'gcp', region: 'us-central1' };
  expect(cloudPlace(current, { place: iowa })).toEqual(iowa);
  const nowhere = { provider: 'gcp', region: null };
  expect(cloudPlace(current, { place: { provider: 'gcp', country: 'US' } })).toEqual(nowhere);
  expect(cloudPlace(current, { place: { site: 'google-colab' } })).toEqual(nowhere);
  expect(cloudPlace(current, { place: { site: 'jean-zay' } })).toBeNull();
  expect(cloudPlace(current, { place: { site: 'atlantis' } })).toBeNull();
  expect(cloudPlace(current, { place: { country: 'FR' } })).toBeNull();
  expect(cloudPlace(current, {})).toBeNull();
});

test('a site is one that the tables name', () => {
  expect(siteOf(current, { site: 'jean-zay' })).toMatchObject({ zone: 'FR', pue: 1.2 });
  expect(siteOf(current, { site: 'atlantis' })).toBeNull();
  expect(siteOf(current, { country: 'FR' })).toBeNull();
  expect(siteOf(current, undefined)).toBeNull();
});

test('only a provider’s region is a region', () => {
  const iowa = { provider: 'gcp', region: 'us-central1' };
  expect(regionOf(current, iowa)).toMatchObject({ zone: 'US-MIDW-MISO' });
  expect(regionOf(current, { provider: 'gcp', region: 'atlantis' })).toBeNull();
  expect(regionOf(current, { country: 'FR' })).toBeNull();
  expect(regionOf(current, { provider: 'gcp', country: 'US' })).toBeNull();
  expect(regionOf(current, null)).toBeNull();
  expect(regionOf(current, undefined)).toBeNull();
});
