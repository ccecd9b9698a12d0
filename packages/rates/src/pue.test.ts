import type { RegionEnergyRow } from '@ml-emissions/data';
import { type MethodName, quoted, type Said, type SiteKind, Z_90 } from '@ml-emissions/model';
import { describe, expect, test } from 'vitest';
import { namedSitePue, placePue } from './pue.ts';
import { current, defaultsBut, editionWith, paper, resolved, type Told } from './testing.ts';

const gcp = (region: string, year: number | null = null) =>
  placePue(current, { provider: 'gcp', region }, year);

test('several buildings of one region count by their mean, and it is said', () => {
  // Council Bluffs has two: 1.11 and 1.07 over the twelve months that Google published in 2025.
  const { factor, rung } = gcp('us-central1');
  expect(rung).toBe('region');
  expect(factor.value).toBeCloseTo(1.09, 12);
  expect(factor).toMatchObject({ year: 2025, confidence: 'derived' });
  expect(factor.said).toMatchObject({
    place: { code: 'mean-of-sites', sites: 2, low: 1.07, high: 1.11 },
  });
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

const [someRow] = current.regionEnergy;
if (!someRow) throw new Error('no rows');
const row = (over: Partial<RegionEnergyRow>): RegionEnergyRow => ({
  ...someRow,
  provider: 'p',
  region: 'r',
  regions: [],
  level: 'region',
  location: 'Somewhere',
  year: 2024,
  period: 'calendar-year',
  pue: 1.2,
  quality: 'ok',
  confidence: 'stated',
  sourceId: 's' as never,
  ...over,
});
const withRows = (...regionEnergy: readonly RegionEnergyRow[]) => editionWith({ regionEnergy });
const here = { provider: 'p', region: 'r' };

describe('a published PUE', () => {
  test('of the region, with its source and spread, before that of the provider', () => {
    const edition = withRows(row({ pue: 1.5, region: '', level: 'global' }), row({}));
    expect(placePue(edition, here, null)).toEqual({
      factor: {
        value: 1.2,
        kind: 'sourced',
        sourceId: 's',
        year: 2024,
        confidence: 'stated',
        said: { code: 'published-for', place: quoted('Somewhere'), period: 'calendar-year' },
        gsd: 1.15,
        spreadOf: 'excess',
        key: 'pue:p/r',
      },
      rung: 'region',
      quality: 'ok',
    });
    expect(placePue(edition, { provider: 'p', region: 'elsewhere' }, null)).toMatchObject({
      factor: { value: 1.5, gsd: 1.75, key: 'pue:p/' },
      rung: 'provider',
    });
  });

  test('of several places of one year and level: their mean, doubtful where one is', () => {
    const edition = withRows(
      row({ pue: 1.1 }),
      row({ pue: 1.2, quality: 'check' }),
      row({ pue: 1.6, level: 'campus' }),
      row({ pue: 1.9, year: 2023 }),
    );
    const { factor, quality } = placePue(edition, here, null);
    expect(factor.value).toBeCloseTo(1.15, 12);
    expect(factor).toMatchObject({
      confidence: 'derived',
      said: {
        code: 'published-for',
        place: { code: 'mean-of-sites', sites: 2, low: 1.1, high: 1.2 },
        period: 'calendar-year',
      },
    });
    expect(quality).toBe('check');
  });

  test('of a quarter only where no year is there', () => {
    const quarter = row({ pue: 1.05, year: 2025, period: 'latest-quarter' });
    expect(placePue(withRows(quarter, row({})), here, null).factor.value).toBe(1.2);
    expect(placePue(withRows(quarter), here, null).factor).toMatchObject({
      value: 1.05,
      said: { code: 'published-for', place: quoted('Somewhere'), period: 'latest-quarter' },
    });
  });

  test('rows without a PUE say nothing; a place without a name is not said', () => {
    const edition = withRows(row({ year: 2025, pue: null }), row({ location: '' }));
    expect(placePue(edition, here, null).factor).toMatchObject({
      value: 1.2,
      said: { code: 'published-for', place: null, period: 'calendar-year' },
    });
  });

  test('whose spread the edition does not know has no range', () => {
    const { defaults } = defaultsBut({ 'pue.published-region': null });
    const edition = editionWith({ regionEnergy: [row({})], defaults });
    expect(placePue(edition, here, null).factor.gsd).toBeNull();
  });
});

test('a published PUE of a site is as sure as the edition says, and null where none is known', () => {
  const site = current.siteById.get('archer2');
  if (!site) throw new Error('no site');
  const { defaults } = defaultsBut({ 'pue.published-region': null });
  expect(namedSitePue(editionWith({ defaults }), site)?.factor.gsd).toBeNull();
  expect(namedSitePue(current, { ...site, pue: null })).toBeNull();
});

describe('the usual PUE of a site', () => {
  test('as told, else that of the provider’s, else an own cluster', () => {
    const edition = withRows();
    const key = (...args: readonly [Parameters<typeof placePue>[1], SiteKind?]) =>
      placePue(edition, args[0], null, args[1]).factor.key;
    expect(key({ provider: 'equinix', region: 'x' }, 'desktop')).toBe('pue.desktop');
    expect(key({ provider: 'equinix', region: 'x' })).toBe('pue.colocation');
    expect(key({ provider: 'nobody', region: 'x' })).toBe('pue.cloud');
    expect(key(null)).toBe('pue.own-cluster');
    expect(key(null, 'hyperscale')).toBe('pue.hyperscale');
  });

  test('has the spread of its row, of the excess', () => {
    expect(placePue(current, null, null)).toEqual({
      factor: {
        value: 1.3,
        kind: 'sourced',
        sourceId: 'judgement',
        year: null,
        confidence: 'derived',
        said: { code: 'usual-for-site', site: 'own-cluster' },
        gsd: 1.6,
        spreadOf: 'excess',
        key: 'pue.own-cluster',
      },
      rung: 'site',
      quality: 'ok',
    });
    const unsourced = editionWith({
      defaults: current.defaults.map((one) => ({ ...one, sourceIds: [] })),
    });
    expect(placePue(unsourced, null, null).factor.sourceId).toBeNull();
  });

  test('of a machine at a desk or in a room holds both', () => {
    const hardware = [{ accelerator: 'nvidia-geforce-rtx-4090', count: 5 }];
    const factor = resolved({ hardware, place: { country: 'DE' } }).pue?.factor;
    expect(factor).toMatchObject({ key: 'pue.desk-or-room', said: { code: 'desk-or-room' } });
    const reach = (factor?.gsd ?? 0) ** Z_90;
    const excess = (factor?.value ?? 0) - 1;
    expect(excess / reach).toBeLessThan(0.03);
    const room = placePue(current, null, null).factor;
    expect(excess * reach).toBeGreaterThan((room.value - 1) * (room.gsd ?? 0) ** Z_90);
  });

  test('is 1 where the edition knows none', () => {
    expect(placePue(paper, null, null)).toEqual({
      factor: {
        value: 1,
        kind: 'modeled',
        sourceId: null,
        year: null,
        confidence: null,
        said: { code: 'no-pue-in-edition' },
        gsd: 1,
        spreadOf: 'excess',
        key: 'pue.none',
      },
      rung: 'none',
      quality: 'ok',
    });
  });
});

describe('of a run, by its method', () => {
  const T4 = [{ accelerator: 'nvidia-t4', count: 1 }];
  const IOWA = { place: { provider: 'gcp', region: 'us-central1' } };
  const pue = (run: Told, method: MethodName = 'full') => {
    const found = resolved({ hardware: T4, ...run }, current, { method });
    return { ...found.pue, rung: found.rungs.pue };
  };

  test('as given, its range of the excess', () => {
    expect(pue({ ...IOWA, pue: { value: 1.2, low: 1.1, high: 1.4 } })).toMatchObject({
      name: 'pue',
      unit: '1',
      inline: false,
      field: '/pue',
      quantity: null,
      factor: {
        value: 1.2,
        spreadOf: 'excess',
        // 0.2 / 0.1
        gsd: expect.closeTo(2 ** (1 / Z_90), 12),
        key: 'given:/pue',
      },
      rung: 'given',
    });
  });

  test('of its place and year, or of its site', () => {
    expect(pue(IOWA)).toMatchObject({ rung: 'region', factor: { year: 2025 } });
    expect(pue({ ...IOWA, year: 2022 })).toMatchObject({ factor: { value: 1.11 } });
    expect(pue({ site: 'colocation' })).toMatchObject({ rung: 'site', factor: { value: 1.55 } });
    expect(pue({ ...IOWA, site: 'colocation' })).toMatchObject({ rung: 'region' });
    const lambda = { place: { provider: 'lambda', region: 'x' }, carbonIntensityGPerKwh: 1 };
    expect(pue(lambda)).toMatchObject({ rung: 'site', factor: { key: 'pue.cloud' } });
  });

  test('of a named site its own, then its provider’s, then the usual one for its kind', () => {
    const at = (site: string, more: Told = {}) => pue({ place: { site }, ...more });
    expect(at('jean-zay')).toMatchObject({
      rung: 'named-site',
      factor: {
        value: 1.2,
        kind: 'sourced',
        sourceId: 'luccioni-2023',
        year: 2022,
        confidence: 'second-hand',
        said: { code: 'published-for-site', site: 'Jean Zay' },
        gsd: 1.15,
        spreadOf: 'excess',
        key: 'pue:site:jean-zay',
      },
    });
    expect(at('google-colab')).toMatchObject({ rung: 'provider', factor: { key: 'pue:gcp/' } });
    expect(at('lumi')).toMatchObject({ rung: 'site', factor: { key: 'pue.own-cluster' } });
    expect(at('nebius')).toMatchObject({ rung: 'site', factor: { key: 'pue.cloud' } });
    expect(at('vast-ai')).toMatchObject({ rung: 'site', factor: { key: 'pue.colocation' } });
    // What the user says wins; a desk has no data centre around it.
    expect(at('lumi', { site: 'hyperscale' }).factor?.key).toBe('pue.hyperscale');
    expect(at('jean-zay', { pue: 1.4 })).toMatchObject({ rung: 'given', factor: { value: 1.4 } });
    expect(at('jean-zay', { site: 'desktop' })).toMatchObject({ rung: 'site' });
  });

  test('of a provider whose region is not told: that of all its sites', () => {
    const place = { provider: 'gcp', country: 'US' };
    expect(pue({ place })).toMatchObject({ rung: 'provider', factor: { value: 1.09 } });
    expect(pue({ place: { provider: 'lambda', country: 'US' } })).toMatchObject({
      rung: 'site',
      factor: { key: 'pue.cloud' },
    });
  });

  test('a machine on a desk has none of a data centre, wherever its account is', () => {
    expect(pue({ ...IOWA, site: 'desktop' })).toMatchObject({ rung: 'site', factor: { value: 1 } });
  });

  test.each([
    ['green-algorithms-2021', IOWA, 1.12, { code: 'pue-of-provider', provider: 'gcp' }, 'method'],
    ['green-algorithms-2021', {}, 1.56, { code: 'pue-not-known' }, 'method'],
    ['green-algorithms-2021', { site: 'laptop' }, 1, { code: 'own-computer' }, 'method'],
    ['green-algorithms-2021', { site: 'laptop', pue: 1.3 }, 1.3, null, 'given'],
    [
      'green-algorithms-2021',
      { place: { provider: 'lambda', region: 'x' }, carbonIntensityGPerKwh: 1 },
      1.56,
      { code: 'pue-not-known' },
      'method',
    ],
    ['cloud-carbon-footprint', IOWA, 1.1, { code: 'pue-of-provider', provider: 'gcp' }, 'method'],
    ['cloud-carbon-footprint', {}, 1.58, { code: 'pue-of-own-servers' }, 'method'],
    [
      'cloud-carbon-footprint',
      { place: { provider: 'lambda', region: 'x' }, carbonIntensityGPerKwh: 1 },
      1.58,
      { code: 'pue-of-provider', provider: 'lambda' },
      'method',
    ],
    ['cloud-carbon-footprint', { pue: 1.3 }, 1.3, null, 'given'],
    [
      'green-algorithms-2021',
      { place: { site: 'kaggle' } },
      1.12,
      { code: 'pue-of-provider', provider: 'gcp' },
      'method',
    ],
    ['codecarbon-constant', { pue: 1.3 }, 1.3, null, 'given'],
    [
      'patterson-2021',
      { ...IOWA, year: 2022 },
      1.11,
      { code: 'published-for', place: quoted('Iowa'), period: 'calendar-year' },
      'region',
    ],
  ] as readonly (readonly [MethodName, Told, number, Said | null, string])[])(
    '%s, %j: %d',
    (method, run, value, said, rung) => {
      const found = pue(run, method);
      expect(found).toMatchObject({ rung, factor: { value, said } });
      if (rung !== 'given' && method !== 'patterson-2021') {
        expect(found.factor).toMatchObject({ gsd: 1, kind: 'sourced', confidence: 'stated' });
      }
    },
  );

  test.each(['codecarbon-constant', 'lacoste-2019'] as const)(
    '%s has none of its own',
    (method) => {
      expect(pue(IOWA, method)).toEqual({ rung: 'none' });
    },
  );

  test('where the meter saw the facility its rung says so', () => {
    expect(pue({ ...IOWA, energyKwh: 5, energyScope: 'facility' })).toMatchObject({
      rung: 'metered',
    });
    expect(pue({ ...IOWA, energyKwh: 5, energyScope: 'it' })).toMatchObject({ rung: 'region' });
  });
});
