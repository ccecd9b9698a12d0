import type { Place } from '@ml-emissions/model';
import { describe, expect, test } from 'vitest';
import { current, editionWith, paper, resolved, type Told } from './testing.ts';

const water = (told: Told, of = current) => resolved(told, of).gridWater;
// Some zones have no intensity; what their plants consume is asked all the same.
const at = (place: Place) => water({ place, carbonIntensityGPerKwh: 100 })?.factor;

test('as given, before all else', () => {
  const given = { gridWaterLPerKwh: { value: 2, low: 1, high: 4 }, place: { country: 'SE' } };
  expect(water(given)).toMatchObject({
    name: 'grid-water',
    unit: 'L/kWh',
    field: '/gridWaterLPerKwh',
    factor: { value: 2, kind: 'given', sourceId: null },
  });
});

test.each([
  // a region by its grid area, its eGRID subregion, its country
  [{ provider: 'gcp', region: 'us-south1' }, 'US-TEX-ERCO', 1.2696],
  [{ provider: 'gcp', region: 'us-central1' }, 'US-EGRID-MROW', 3.1017],
  [{ provider: 'aws', region: 'eu-north-1' }, 'SE', 6.0315],
  // a zone by itself, by the country that it lies in
  [{ zone: 'US-CAL-CISO' }, 'US-CAL-CISO', 5.1893],
  [{ zone: 'SE-SE3' }, 'SE', 6.0315],
  [{ country: 'NO' }, 'NO', 6.6633],
  [{ provider: 'gcp', country: 'BR' }, 'BR', 18.6033],
  [{ site: 'jean-zay' }, 'FR', 3.6737],
] as const)('%j: the finest zone that has a figure', (place, zone, value) => {
  expect(at(place)).toMatchObject({
    value,
    kind: 'sourced',
    sourceId: 'wri-2020',
    year: 2018,
    key: `water:${zone}`,
    said: { code: 'water-of-plants-in', zone: current.zoneById.get(zone)?.name },
  });
});

const USUAL = {
  value: 3.6,
  gsd: 2.26,
  key: 'water.grid',
  said: { code: 'water-of-power-plants' },
};

test('the usual one where no zone has a figure, or the place is not told', () => {
  expect(at({ country: 'ZA' })).toMatchObject(USUAL);
  expect(at({ site: 'google-colab' })).toMatchObject(USUAL);
  expect(water({ place: undefined })?.factor).toMatchObject(USUAL);
  expect(water({ place: { country: 'SE' } }, editionWith({ zoneWater: [] }))?.factor).toMatchObject(
    USUAL,
  );
});

test('none where the edition or the method has none', () => {
  expect(water({}, paper)).toBeNull();
  expect(resolved({}, current, { method: 'lacoste-2019' }).gridWater).toBeNull();
});

describe('how sure it is', () => {
  test('as other estimates lie from it', () => {
    expect(at({ country: 'FR' })?.gsd).toBe(1.62);
    expect(at({ provider: 'gcp', region: 'us-central1' })?.gsd).toBe(1.62);
  });

  test('and for a country with several grid areas, as those do', () => {
    // sqrt(ln(1.62)^2 + ln(1.96)^2) = 0.828
    expect(at({ country: 'US' })?.gsd).toBeCloseTo(2.289, 3);
    expect(at({ zone: 'SE-SE3' })?.gsd).toBe(at({ country: 'SE' })?.gsd);
  });
});

test('every place has water within what grids of any mix consume', () => {
  // All wind and sun with a little gas at one end; all hydropower behind warm reservoirs at the other.
  const [least, most] = [0.5, 25];
  const places: Place[] = [
    ...current.regions.map(({ provider, region }) => ({ provider, region })),
    ...current.zones.map(({ id }) => ({ zone: id })),
    ...current.sites.map(({ id }) => ({ site: id })),
  ];
  for (const place of places) {
    const { value, gsd } = at(place) ?? { value: Number.NaN, gsd: null };
    expect(value, JSON.stringify(place)).toBeGreaterThan(least);
    expect(value, JSON.stringify(place)).toBeLessThan(most);
    expect(gsd).toBeGreaterThan(1);
  }
});
