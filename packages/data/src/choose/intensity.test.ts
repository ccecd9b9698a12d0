import { describe, expect, test } from 'vitest';
import { type Facts, indexCommons } from '../commons.ts';
import type { ZoneIntensityRow, ZoneRow } from '../tables/place.ts';
import { regionIntensity } from './intensity.ts';

const zone = (id: string, kind: ZoneRow['kind'], parent: string | null): ZoneRow => ({
  id,
  name: id,
  aliases: [],
  kind,
  country: 'US',
  subdivision: '',
  parent,
  note: '',
});

const row = (over: Partial<ZoneIntensityRow>): ZoneIntensityRow => ({
  zone: 'US',
  year: 2023,
  carbonIntensityGPerKwh: 1,
  scope: 'lifecycle',
  basis: 'production',
  gas: 'CO2e',
  quality: 'ok',
  confidence: 'stated',
  sourceId: 's',
  note: '',
  ...over,
});

const region = {
  provider: 'p',
  region: 'r',
  name: '',
  city: '',
  country: 'US',
  subdivision: 'US-OR',
  zone: 'US-NW-PACW',
  egridSubregion: null,
  kind: 'commercial',
  status: 'open',
  aliases: [],
} as const;

function chosen(
  zoneIntensity: readonly ZoneIntensityRow[],
  year: number | null = null,
  regionRows: Facts['regionIntensity'] = [],
) {
  const commons = indexCommons(
    { id: 't', hash: 'h' },
    {
      zones: [
        zone('US-NW-PACW', 'grid-area', 'US'),
        zone('US-OR', 'state', 'US'),
        zone('US', 'country', 'WORLD'),
        zone('WORLD', 'aggregate', null),
      ],
      zoneIntensity,
      regionIntensity: regionRows,
      accelerators: [],
      providers: [],
      regions: [region],
      regionEnergy: [],
      offsetClaims: [],
      equivalences: [],
      defaults: [],
      sources: [],
    },
  );
  return regionIntensity(commons, region, year)?.factor;
}

const published = {
  provider: 'p',
  region: 'r',
  year: 2024,
  carbonIntensityGPerKwh: 9,
  kind: 'location-based',
  scope: 'direct',
  basis: 'consumption',
  quality: 'ok',
  confidence: 'stated',
  sourceId: 'p',
  note: '',
} as const;

describe('choosing one intensity', () => {
  test('what covers the place most finely wins over what is newer', () => {
    const got = chosen([
      row({ zone: 'US', year: 2025 }),
      row({ zone: 'US-NW-PACW', year: 2021, carbonIntensityGPerKwh: 2 }),
    ]);
    expect(got).toMatchObject({ value: 2, zone: 'US-NW-PACW', spatial: 'grid-area', year: 2021 });
  });

  test('then the newest year that is not after the run', () => {
    const rows = [2020, 2022, 2024].map((year) => row({ year, carbonIntensityGPerKwh: year }));
    expect(chosen(rows, 2023)?.year).toBe(2022);
    expect(chosen(rows)?.year).toBe(2024);
  });

  test('then consumption before production', () => {
    const got = chosen([row({}), row({ basis: 'consumption', carbonIntensityGPerKwh: 2 })]);
    expect(got?.value).toBe(2);
  });

  test('a direct figure of the very region never beats a lifecycle figure of its country', () => {
    expect(chosen([row({})], null, [published])).toMatchObject({ value: 1, scope: 'lifecycle' });
  });

  test('a direct figure is taken, and named as such, where nothing else is known', () => {
    expect(chosen([], null, [published])).toMatchObject({ value: 9, scope: 'direct' });
  });

  test('a provider’s own lifecycle figure counts as its grid area’s', () => {
    const own = { ...published, scope: 'lifecycle' } as const;
    const rows = [row({ zone: 'US-NW-PACW', year: 2023 })];
    expect(chosen(rows, null, [own])?.value).toBe(9);
    expect(chosen([row({ zone: 'US-NW-PACW', year: 2025 })], null, [own])?.value).toBe(1);
  });

  test('market-based figures and suspect rows are never the headline', () => {
    const market = { ...published, kind: 'market-based', scope: 'lifecycle' } as const;
    expect(chosen([row({ quality: 'suspect' })], null, [market])).toBeUndefined();
  });

  test('a place that no finer zone covers falls back on the larger one', () => {
    expect(chosen([row({ zone: 'WORLD' })])).toMatchObject({ zone: 'WORLD', spatial: 'aggregate' });
  });
});
