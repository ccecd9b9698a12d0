import { expect, test } from 'vitest';
import { createEdition } from './create-edition.ts';
import type { FactRows, Facts, Machines } from './edition.ts';
import { rowsAtHand } from './read-table.ts';

const NO_FACTS = {
  accelerators: [],
  providers: [],
  regions: [],
  zones: [],
  sources: [],
  defaults: [],
  coefficients: [],
  zoneIntensity: [],
  zoneWater: [],
  zoneVariation: [],
  regionIntensity: [],
  regionEnergy: [],
} as unknown as Facts;

type Row = Readonly<Record<string, unknown>>;
type Parts = Parameters<typeof createEdition>[0];
const editionOf = (facts: Readonly<Record<string, readonly Row[]>>, more: Partial<Parts> = {}) =>
  createEdition({
    id: 'test',
    hash: 'sha256-0',
    hasPastYears: false,
    facts: { ...NO_FACTS, ...(facts as object) },
    machines: null,
    ...more,
  });

test('rows by their ids, regions by provider and code', () => {
  const edition = editionOf({
    accelerators: [{ id: 'a' }],
    zones: [{ id: 'FR' }],
    regions: [{ provider: 'gcp', region: 'r', country: 'FR', zone: null }],
  });
  expect(edition).toMatchObject({ id: 'test', hash: 'sha256-0', hasMachines: false });
  expect(edition.acceleratorById.get('a')).toEqual({ id: 'a' });
  expect(edition.zoneById.get('FR')).toEqual({ id: 'FR' });
  expect(edition.regionByKey.get('gcp/r')).toMatchObject({ region: 'r' });
  expect(edition.regionByKey.get('r')).toBeUndefined();
});

const rows = [
  { zone: 'FR', quality: 'ok', g: 50 },
  { zone: 'FR', quality: 'suspect', g: 5000 },
  { zone: 'FR', quality: 'check', g: 60 },
  { zone: 'XX', quality: 'suspect', g: 1 },
];

test('suspect rows are in no look-up, those to be checked are', () => {
  const { intensityByZone } = editionOf({ zoneIntensity: rows });
  expect(intensityByZone.get('FR')).toEqual([rows[0], rows[2]]);
  expect(intensityByZone.get('XX')).toBeUndefined();
  expect(intensityByZone.get('YY')).toBeUndefined();
});

test('energy by region, of a whole provider, and of all regions that a row covers', () => {
  const energy = (row: Row) => ({
    provider: 'gcp',
    quality: 'ok',
    region: '',
    regions: [],
    ...row,
  });
  const [global, own, part] = [
    energy({ level: 'global', region: 'ignored' }),
    energy({ level: 'region', region: 'a' }),
    energy({ level: 'geography', regions: ['a', 'b'] }),
  ];
  const suspect = energy({ level: 'region', region: 'a', quality: 'suspect' });
  const { energyByRegion } = editionOf({ regionEnergy: [global, own, part, suspect] });
  expect(energyByRegion.get('gcp/')).toEqual([global]);
  expect(energyByRegion.get('gcp/a')).toEqual([own, part]);
  expect(energyByRegion.get('gcp/b')).toEqual([part]);
  expect(energyByRegion.get('gcp/ignored')).toBeUndefined();
});

test('intensities that providers publish, by region', () => {
  const own = { provider: 'gcp', region: 'a', quality: 'ok' };
  const suspect = { ...own, quality: 'suspect' };
  const { intensityByRegion } = editionOf({ regionIntensity: [own, suspect] });
  expect(intensityByRegion.get('gcp/a')).toEqual([own]);
});

test('countries of several grid areas: not where all regions lie on the mainland', () => {
  const area = (country: string) => ({ id: `${country}-1`, country, kind: 'grid-area' });
  const region = (country: string, zone: string | null) => ({
    ...{ provider: 'p', region: `${country}${zone}`, country, zone },
  });
  const { countriesWithAreas } = editionOf({
    zones: ['AU', 'ES', 'IT', 'JP', 'NZ', 'PT']
      .map(area)
      .concat([{ id: 'DE', country: 'DE', kind: 'country' }]),
    regions: [
      region('AU', 'AU-1'),
      region('ES', 'ES'),
      region('IT', 'IT'),
      region('IT', 'IT-1'),
      region('JP', null),
      region('PT', 'PT-1'),
      region('PT', 'PT'),
    ],
  });
  expect([...countriesWithAreas].sort()).toEqual(['AU', 'IT', 'JP', 'NZ', 'PT']);
});

test('machines are made when they are first asked for, once; without them it is told', () => {
  let made = 0;
  const machines = () => {
    made += 1;
    return { sites: [{ id: 'jean-zay' }] } as unknown as Machines;
  };
  const edition = editionOf({}, { machines });
  expect(made).toBe(0);
  expect(edition.hasMachines).toBe(true);
  expect(edition.siteById.get('jean-zay')).toEqual({ id: 'jean-zay' });
  expect(edition.machines).toBe(edition.machines);
  expect(edition.sites).toHaveLength(1);
  expect(made).toBe(1);
  expect(() => editionOf({}).machines).toThrow(
    'edition test: processors, instances and sites were not loaded',
  );
});

test('what is asked for once is made once, nothing at all too', () => {
  const edition = editionOf({});
  let made = 0;
  const nothing = () => {
    made += 1;
    return undefined;
  };
  expect(edition.once('nothing', nothing)).toBeUndefined();
  expect(edition.once('nothing', nothing)).toBeUndefined();
  expect(made).toBe(1);
  expect(Object.isFrozen(edition.once('list', () => [1]))).toBe(true);
  expect(edition.once('list', () => [2])).toEqual([1]);
});

test('regions are looked for among the rows of their provider', () => {
  const asked: string[] = [];
  const regions = [{ provider: 'gcp', region: 'r' }] as unknown as Facts['regions'];
  const own = {
    ...rowsAtHand(regions),
    of(key: string) {
      asked.push(key);
      return rowsAtHand(regions);
    },
  };
  const edition = editionOf({}, { rows: { regions: own } as unknown as FactRows });
  expect(edition.regionByKey.get('gcp/r')).toBe(regions[0]);
  expect(asked).toEqual(['gcp']);
});
