import {
  createEdition,
  type Facts,
  type Region,
  type ZoneIntensityRow,
  type ZoneRow,
} from '@ml-emissions/data';
import { type GridScope, quoted } from '@ml-emissions/model';
import { describe, expect, test } from 'vitest';
import { regionIntensity } from './intensity.ts';

const zone = (id: string, kind: ZoneRow['kind'], parent: string | null): ZoneRow => ({
  id,
  name: id,
  aliases: [],
  kind,
  country: 'US',
  subdivision: '',
  parent,
  areaGsd: null,
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

const DEFAULTS = [
  ['intensity.source-spread', 1, 1.2],
  ['intensity.source-spread-0', 1, 1.2],
  ['intensity.year-to-year', 1, 1.1],
  ['intensity.coarse-place', 1, 2],
  ['intensity.variation-week', 1, 1.3],
  ['intensity.variation-day', 1, 1.4],
  ['intensity.variation-hour', 1, 1.5],
  ['intensity.lifecycle-factor-0', 2, 1.5],
].map(([id, value, gsd]) => ({
  id: id as string,
  value: value as number,
  unit: '1',
  gsd: gsd as number,
  gsdOf: '',
  grade: 'A' as const,
  appliesTo: '',
  sourceIds: [],
  note: '',
}));

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
  more: {
    readonly facts?: Partial<Facts>;
    readonly region?: Partial<Region>;
    readonly hours?: number;
    readonly scope?: GridScope;
  } = {},
) {
  const place = { ...region, ...more.region };
  const edition = createEdition({
    id: 't',
    hash: 'h',
    hasPastYears: true,
    machines: null,
    facts: {
      zones: [
        zone('US-NW-PACW', 'grid-area', 'US'),
        zone('US-OR', 'state', 'US'),
        zone('US', 'country', 'WORLD'),
        zone('WORLD', 'aggregate', null),
      ],
      zoneIntensity,
      regionIntensity: regionRows,
      zoneVariation: [],
      zoneWater: [],
      accelerators: [],
      providers: [],
      regions: [region],
      regionEnergy: [],
      offsetClaims: [],
      equivalences: [],
      defaults: DEFAULTS,
      coefficients: [],
      sources: [],
      ...more.facts,
    },
  });
  return regionIntensity(edition, place, {
    year,
    hours: more.hours ?? 100,
    scope: more.scope ?? 'lifecycle',
  })?.factor;
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

  test('a direct figure is never ranked against lifecycle ones of the same place: it stands beside', () => {
    const got = chosen([row({ zone: 'US-NW-PACW', year: 2020 })], null, [published]);
    expect(got).toMatchObject({ value: 1, scope: 'lifecycle', year: 2020 });
    expect(got?.beside).toMatchObject([{ value: 9, scope: 'direct', sourceId: 'p' }]);
  });

  test('a direct figure is brought over where its place has no other, and says so', () => {
    const got = chosen([row({ zone: 'US', carbonIntensityGPerKwh: 400 })], null, [published]);
    expect(got).toMatchObject({ value: 18, scope: 'lifecycle', confidence: 'derived' });
    expect(got?.doubts).toContainEqual(expect.objectContaining({ cause: 'scope', gsd: 1.5 }));
    expect(got?.said).toMatchObject({ scope: { code: 'to-lifecycle', gPerKwh: 9, factor: 2 } });
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

  test('a subregion of eGRID covers as finely as a grid area', () => {
    const zones = [zone('NWPP', 'egrid-subregion', 'US'), zone('US', 'country', null)];
    const got = chosen([row({ zone: 'NWPP' })], null, [], {
      facts: { zones },
      region: { zone: null, egridSubregion: 'NWPP' },
    });
    expect(got).toMatchObject({ zone: 'NWPP', spatial: 'grid-area' });
  });

  test('a place that no finer zone covers falls back on the larger one', () => {
    expect(chosen([row({ zone: 'WORLD' })])).toMatchObject({ zone: 'WORLD', spatial: 'aggregate' });
  });
});

describe('how sure it is', () => {
  const causes = (rows: readonly ZoneIntensityRow[], year: number | null = null) =>
    Object.fromEntries((chosen(rows, year)?.doubts ?? []).map(({ cause, gsd }) => [cause, gsd]));

  test('two sources that differ say by how much', () => {
    const two = [
      row({ carbonIntensityGPerKwh: 100 }),
      row({ carbonIntensityGPerKwh: 200, sourceId: 'other' }),
    ];
    expect(causes(two).sources).toBeCloseTo(Math.exp(Math.log(2) / Math.SQRT2), 12);
    expect(causes([row({})]).sources).toBe(1.2);
  });

  test('the older the figure the less sure, by the square root of the years', () => {
    expect(causes([row({ year: 2020 })], 2020).age).toBeUndefined();
    expect(causes([row({ year: 2020 })], 2024).age).toBeCloseTo(1.1 ** 2, 12);
  });

  test('a country with several grid areas is a coarse place', () => {
    expect(causes([row({ zone: 'US' })])['coarse-place']).toBe(2);
    expect(causes([row({ zone: 'US-NW-PACW' })])['coarse-place']).toBeUndefined();
  });
});

describe('the factor', () => {
  test('has its place, scope and basis in what it says, and one key a zone and year', () => {
    expect(chosen([row({ zone: 'US', basis: 'consumption' })], 2023)).toMatchObject({
      kind: 'sourced',
      sourceId: 's',
      year: 2023,
      confidence: 'stated',
      said: {
        code: 'grid',
        place: quoted('US'),
        scope: { code: 'lifecycle' },
        basis: 'consumption',
      },
      spreadOf: 'value',
      key: 'intensity:US:2023',
      zone: 'US',
      spatial: 'country',
      scope: 'lifecycle',
      basis: 'consumption',
    });
    const neither = chosen([row({ zone: 'US', basis: 'mixed' as never })]);
    expect(neither).toMatchObject({
      basis: null,
      said: { code: 'grid', place: quoted('US'), scope: { code: 'lifecycle' }, basis: null },
    });
  });

  test('of a provider’s own figure says so', () => {
    const own = { ...published, scope: 'lifecycle' } as const;
    const got = chosen([row({ zone: 'US-NW-PACW', year: 2020 })], null, [own]);
    expect(got).toMatchObject({
      spatial: 'region',
      zone: 'US-NW-PACW',
      said: {
        code: 'grid',
        place: { code: 'providers-own-figure' },
        scope: { code: 'lifecycle' },
        basis: 'consumption',
      },
    });
  });

  test('of a place that no zone covers is the provider’s, of no zone', () => {
    const nowhere = { zone: 'X', subdivision: 'X', country: 'X' };
    const got = chosen([], null, [published], { region: nowhere });
    expect(got).toMatchObject({
      value: 18,
      zone: null,
      spatial: null,
      key: 'intensity:p:2024',
      said: {
        code: 'grid',
        place: { code: 'providers-own-figure' },
        scope: { code: 'to-lifecycle', gPerKwh: 9, factor: 2 },
        basis: 'consumption',
      },
      // brought over to lifecycle, and of no zone whose doubts are known
      gsd: 1.5,
    });
    expect(chosen([row({})], null, [], { region: nowhere })).toBeUndefined();
  });

  test('tells its doubts, the largest first, and is as unsure as all together', () => {
    const got = chosen([row({ zone: 'US', year: 2020 })], 2021);
    const gsds = (got?.doubts ?? []).map(({ gsd }) => gsd);
    expect(got?.doubts.map(({ cause }) => cause)).toEqual([
      'coarse-place',
      'short-run',
      'sources',
      'age',
    ]);
    expect(gsds).toEqual(gsds.toSorted((a, b) => b - a));
    expect(got?.gsd).toBeCloseTo(Math.exp(Math.hypot(...gsds.map(Math.log))), 12);
  });

  test('without a doubt of known size has no known deviation', () => {
    const got = chosen([row({ zone: 'US-NW-PACW' })], 2023, [], { facts: { defaults: [] } });
    expect(got).toMatchObject({ doubts: [], gsd: null });
  });
});

describe('what stands beside it', () => {
  const beside = (...rows: readonly ZoneIntensityRow[]) =>
    chosen([row({ zone: 'US' }), ...rows], 2023)?.beside.map(({ value }) => value);

  test('the newest of each other source and scope of the place, with all that is known of it', () => {
    const rows = [
      row({ zone: 'US', year: 2022, carbonIntensityGPerKwh: 3, sourceId: 'b' as never }),
      row({ zone: 'US', year: 2021, carbonIntensityGPerKwh: 2, sourceId: 'b' as never }),
      row({ zone: 'US', year: 2022, carbonIntensityGPerKwh: 5, scope: 'direct' }),
      row({ zone: 'US', year: 2020, carbonIntensityGPerKwh: 9 }),
    ];
    expect(beside(...rows)).toEqual([3, 5]);
    expect(chosen([row({ zone: 'US' }), ...rows], 2023)?.beside[0]).toEqual({
      value: 3,
      year: 2022,
      scope: 'lifecycle',
      basis: 'production',
      sourceId: 'b',
      said: quoted('US'),
    });
    const own = chosen([row({ zone: 'US-NW-PACW' })], null, [published])?.beside[0];
    expect(own).toMatchObject({ said: { code: 'providers-own-figure' }, basis: 'consumption' });
  });

  test('no continent and no world where the place has a figure of its own', () => {
    const world = row({ zone: 'WORLD', carbonIntensityGPerKwh: 7, sourceId: 'w' as never });
    expect(beside(world)).toEqual([]);
    const both = [row({ zone: 'WORLD' }), world];
    expect(chosen(both, 2023)?.beside.map(({ value }) => value)).toEqual([7]);
  });

  test('four at most', () => {
    const others = ['a', 'b', 'c', 'd', 'e'].map((sourceId) =>
      row({ zone: 'US', sourceId: sourceId as never }),
    );
    expect(beside(...others)).toHaveLength(4);
  });
});

test('a zone that lies in itself, or in one that is not there, ends the search', () => {
  const round = [zone('A', 'country', 'B'), zone('B', 'aggregate', 'A')];
  const lost = [zone('A', 'country', 'LOST')];
  const at = (zones: readonly ZoneRow[]) =>
    chosen([], null, [], {
      facts: { zones },
      region: { zone: 'A', subdivision: '', country: 'A' },
    });
  expect([at(round), at(lost)]).toEqual([undefined, undefined]);
});
