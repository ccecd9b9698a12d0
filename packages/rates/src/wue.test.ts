import type { RegionEnergyRow } from '@ml-emissions/data';
import { type MethodName, quoted, Z_90 } from '@ml-emissions/model';
import { expect, test } from 'vitest';
import { current, defaultsBut, editionWith, paper, resolved, type Told } from './testing.ts';

const [row] = current.regionEnergy;
if (!row) throw new Error('no rows');
const water = (region: string, year: number, wueLPerKwh: number | null): RegionEnergyRow => ({
  ...row,
  provider: 'aws',
  region,
  regions: [],
  level: region === '' ? 'global' : 'region',
  year,
  wueLPerKwh,
  location: `${region || 'all'} ${year}`,
  quality: 'ok',
  confidence: 'stated',
  sourceId: 'aws-wue-2024' as never,
});
const edition = editionWith({
  regionEnergy: [
    water('us-east-1', 2022, 0.2),
    water('us-east-1', 2024, 0.12),
    water('us-east-1', 2025, null),
    water('', 2023, 0.18),
    water('eu-north-1', 2024, null),
  ],
});

const wue = (run: Told, of = edition, method: MethodName = 'full') =>
  resolved(run, of, { method }).wue;
const aws = (region: string) => ({ place: { provider: 'aws', region } });

test('as given, before all else', () => {
  expect(wue({ ...aws('us-east-1'), wueLPerKwh: { value: 1, low: 0.5, high: 1.5 } })).toMatchObject(
    {
      name: 'wue',
      unit: 'L/kWh',
      field: '/wueLPerKwh',
      factor: { value: 1, gsd: expect.closeTo(2 ** (1 / Z_90), 12), key: 'given:/wueLPerKwh' },
    },
  );
  expect(wue({ wueLPerKwh: 0 })?.factor.value).toBe(0);
});

test('of the region: its newest year that is not after the run', () => {
  expect(wue(aws('us-east-1'))).toEqual({
    name: 'wue',
    unit: 'L/kWh',
    inline: false,
    field: '/wueLPerKwh',
    quantity: null,
    factor: {
      value: 0.12,
      kind: 'sourced',
      sourceId: 'aws-wue-2024',
      year: 2024,
      confidence: 'stated',
      said: quoted('us-east-1 2024'),
      gsd: 1.2,
      spreadOf: 'value',
      key: 'wue:aws/us-east-1',
    },
  });
  expect(wue({ ...aws('us-east-1'), year: 2023 })?.factor.value).toBe(0.2);
});

test('of the provider, less sure: another key for all regions of it', () => {
  for (const region of ['eu-north-1', 'us-west-2']) {
    expect(wue(aws(region))?.factor).toMatchObject({ value: 0.18, gsd: 2.2, key: 'wue:aws/' });
  }
});

test('of the provider where the region is not told, by its country or a named site', () => {
  expect(wue({ place: { provider: 'aws', country: 'US' } })?.factor.key).toBe('wue:aws/');
  expect(wue({ place: { site: 'jean-zay' } })?.factor.key).toBe('wue.own-cluster');
  expect(wue({ place: { site: 'google-colab' } })?.factor.key).toBe('wue.cloud');
});

test('usual for the kind of site', () => {
  expect(wue({})?.factor).toEqual({
    value: 0.36,
    kind: 'sourced',
    sourceId: 'lbnl-2024',
    year: null,
    confidence: 'derived',
    said: { code: 'usual-for-site', site: 'own-cluster' },
    gsd: 2.5,
    spreadOf: 'value',
    key: 'wue.own-cluster',
  });
  expect(wue({ site: 'desktop' })?.factor).toMatchObject({ value: 0, key: 'wue.desktop' });
  expect(wue({ place: { provider: 'gcp', region: 'us-central1' } })?.factor).toMatchObject({
    gsd: 2.2,
    said: { code: 'usual-for-site', site: 'hyperscale' },
  });
  const unsourced = editionWith({
    defaults: current.defaults.map((one) => ({ ...one, sourceIds: [] })),
  });
  expect(wue({}, unsourced)?.factor.sourceId).toBeNull();
});

test('a published figure whose spread the edition does not know has none', () => {
  const { defaults } = defaultsBut({ 'wue.published-region': null });
  const { regionEnergy } = edition;
  expect(wue(aws('us-east-1'), editionWith({ regionEnergy, defaults }))?.factor.gsd).toBeNull();
});

test('none where nothing is known, or where the method counts none', () => {
  expect(wue({}, paper)).toBeNull();
  expect(wue({}, editionWith(defaultsBut({ 'wue.own-cluster': null })))).toBeNull();
  expect(wue({ wueLPerKwh: 1 }, edition, 'lacoste-2019')).toBeNull();
});
