import { Z_90 } from '@ml-emissions/model';
import { describe, expect, test } from 'vitest';
import { current, editionWith, resolved, runOf, type Told } from '../testing.ts';
import { placeIntensity } from './of-run.ts';

const now = { year: null, hours: 8760, scope: 'lifecycle' } as const;
const intensity = (run: Told, edition = current) => {
  const { carbonIntensity, rungs } = resolved(run, edition);
  return { ...carbonIntensity, rung: rungs.intensity };
};

describe('of a run', () => {
  test('as given, before the place; 0 too', () => {
    const given = { value: 50, low: 40, high: 60 };
    expect(intensity({ place: { country: 'FR' }, carbonIntensityGPerKwh: given })).toEqual({
      name: 'carbon-intensity',
      unit: 'g CO2e/kWh',
      inline: false,
      field: '/carbonIntensityGPerKwh',
      quantity: null,
      rung: 'given',
      factor: {
        value: 50,
        kind: 'given',
        sourceId: null,
        year: null,
        confidence: null,
        said: null,
        gsd: expect.closeTo(1.25 ** (1 / Z_90), 12),
        gsdUp: expect.closeTo(1.2 ** (1 / Z_90), 12),
        spreadOf: 'value',
        key: 'given:/carbonIntensityGPerKwh',
        doubts: [],
        beside: [],
        zone: null,
        spatial: null,
        scope: null,
        basis: null,
      },
    });
    expect(intensity({ carbonIntensityGPerKwh: 0 }).factor.value).toBe(0);
  });

  test.each([
    [{ provider: 'gcp', region: 'us-central1' }, 'zone', 'US-MIDW-MISO'],
    [{ zone: 'US-CAL-CISO' }, 'zone', 'US-CAL-CISO'],
    [{ country: 'FR' }, 'country', 'FR'],
    [{ zone: 'US-TX' }, 'state', 'US-TX'],
    [{ zone: 'WORLD' }, 'aggregate', 'WORLD'],
  ] as const)('of its place: %j is a %s', (place, rung, zone) => {
    const found = intensity({ place });
    expect(found.rung).toBe(rung);
    expect(found.factor.zone).toBe(zone);
    expect(found.inline).toBe(false);
    expect(found.factor.key).toBe(`intensity:${zone}:${found.factor.year}`);
  });

  test('of a provider’s own figure: a region', () => {
    const [row] = current.regionIntensity;
    if (!row) throw new Error('no rows');
    const own = {
      ...row,
      provider: 'gcp',
      region: 'us-central1',
      year: 2026,
      carbonIntensityGPerKwh: 77,
      kind: 'location-based' as const,
      scope: 'lifecycle' as const,
      quality: 'ok' as const,
    };
    const edition = editionWith({ regionIntensity: [own] });
    const found = intensity({ place: { provider: 'gcp', region: 'us-central1' } }, edition);
    expect(found).toMatchObject({ rung: 'region', factor: { value: 77, spatial: 'region' } });
    expect(found.factor.said).toMatchObject({ place: { code: 'providers-own-figure' } });
  });

  test.each([
    [1, 2024],
    [3, 2022],
    [4, 2025],
  ])('a marked figure gives way to a sound one %d years older, or does not: %d', (older, taken) => {
    const [row] = current.zoneIntensity.filter(
      ({ zone, scope }) => zone === 'FR' && scope === 'lifecycle',
    );
    if (!row) throw new Error('no rows');
    const marked = { ...row, year: 2025, quality: 'check' as const };
    const sound = { ...row, year: 2025 - older, quality: 'ok' as const };
    const edition = editionWith({ zoneIntensity: [marked, sound] });
    expect(intensity({ place: { country: 'FR' } }, edition).factor.year).toBe(taken);
  });

  test('of a place that has none: parsing has refused it', () => {
    expect(() => resolved({ place: { country: 'XX' } })).toThrow('the place was not resolved');
    expect(() => resolved({ carbonIntensityGPerKwh: undefined })).toThrow(
      'the place was not resolved',
    );
  });

  test('two runs on one grid share its unknown, two years of it do not', () => {
    const keyOf = (year: number, country = 'FR') =>
      intensity({ place: { country }, year }).factor.key;
    expect(keyOf(2021)).toBe(keyOf(2021));
    expect(new Set([keyOf(2021), keyOf(2022), keyOf(2021, 'DE')]).size).toBe(3);
  });
});

describe('of a place', () => {
  test('a region, a zone or a country of the edition; none of others', () => {
    const iowa = placeIntensity(current, { provider: 'gcp', region: 'us-central1' }, now);
    expect(iowa?.factor.zone).toBe('US-MIDW-MISO');
    expect(placeIntensity(current, { zone: 'FR' }, now)).toEqual(
      placeIntensity(current, { country: 'FR' }, now),
    );
    for (const place of [{ provider: 'gcp', region: 'x' }, { zone: 'X' }, { country: 'X' }]) {
      expect(placeIntensity(current, place, now)).toBeNull();
    }
  });

  test('the time of a run counts: a short one sees an hour of the grid', () => {
    const gsd = (hours: number) =>
      intensity(
        runOf({ place: { country: 'FR' }, hours, carbonIntensityGPerKwh: undefined } as Told),
      ).factor.gsd ?? 0;
    expect(gsd(1)).toBeGreaterThan(gsd(50));
    expect(gsd(50)).toBeGreaterThan(gsd(8760));
  });
});
