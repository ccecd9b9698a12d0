import { expect, test } from 'vitest';
import { createEdition } from '../create-edition.ts';
import type { Accelerator, Edition, Facts, Machines } from '../edition.ts';
import { editions } from '../full.ts';
import { regionKey } from '../region-key.ts';
import { sameForEstimate } from './names.ts';

const { names, acceleratorById } = editions.get(editions.current) as Edition;
const a100 = acceleratorById.get('nvidia-a100-sxm4-80gb') as Accelerator;

test('of accelerators of one name, modules come before cards, the older before the younger', () => {
  const kin = names.accelerators.match('A100');
  const placed = kin.map(({ formFactor, year }) => {
    const isModule = formFactor === 'sxm' || formFactor === 'oam';
    return { isModule, year: year ?? 9999 };
  });
  expect(placed).toEqual(
    placed.toSorted((a, b) => Number(b.isModule) - Number(a.isModule) || a.year - b.year),
  );
  expect(new Set(placed.map(({ isModule }) => isModule)).size).toBe(2);
  const [first] = names.accelerators.search('', 1);
  expect(first?.formFactor).toBe('sxm');
});

test('an industry is no provider, and every cloud is found by its id, name and aliases', () => {
  expect(names.providers.byId('industry')).toBeUndefined();
  for (const text of ['aws', 'Amazon Web Services', 'AWS'])
    expect(
      names.providers.match(text).map(({ id }) => id),
      text,
    ).toEqual(['aws']);
});

test('regions of one provider by their code, of all by provider and code', () => {
  const own = names.regions('gcp');
  expect(own.match('us-central1')).toMatchObject([{ provider: 'gcp', region: 'us-central1' }]);
  expect(own.match('Council Bluffs')).toMatchObject([{ region: 'us-central1' }]);
  expect(own.match('eu-west-1')).toEqual([]);
  const all = names.regions(null);
  expect(all.byId('us-central1')).toBeUndefined();
  expect(all.byId(regionKey('gcp', 'us-central1'))?.city).toBe('Council Bluffs');
  expect(all.match('eu-west-1').map(({ provider }) => provider)).toContain('aws');
});

test('zones, sites, processors and instances by what people call them', () => {
  expect(names.zones.match('FRA').map(({ id }) => id)).toEqual(['FR']);
  expect(names.zones.match('France').map(({ id }) => id)).toEqual(['FR']);
  expect(names.sites.match('Jean Zay')).toHaveLength(1);
  expect(names.cpus.match('EPYC 7742').map(({ id }) => id)).toEqual(['amd-epyc-7742']);
  expect(names.instances.match('aws m5.large').map(({ id }) => id)).toEqual(['aws/m5.large']);
});

test.each([
  'tdpW',
  'formFactor',
  'segment',
  'kind',
  'tdpScope',
  'idleW',
  'embodiedKgCo2e',
] as const)('another %s is another estimate', (field) => {
  expect(sameForEstimate(a100, { ...a100 })).toBe(true);
  expect(sameForEstimate(a100, { ...a100, [field]: -1 } as unknown as Accelerator)).toBe(false);
});

test('another name or memory is the same estimate', () => {
  expect(sameForEstimate(a100, { ...a100, id: 'other', name: 'Other', aliases: [] })).toBe(true);
});

/** An edition of a few rows by hand. */
const editionOf = (facts: object, machines: object = {}) =>
  createEdition({
    ...{ id: 'test', hash: 'sha256-0', hasPastYears: false },
    facts: {
      accelerators: [],
      providers: [],
      regions: [],
      zones: [],
      ...facts,
    } as unknown as Facts,
    machines: () => ({ cpus: [], instances: [], sites: [], ...machines }) as unknown as Machines,
  });

test('of chips by one name, one whose year nobody knows comes last, between those of its form', () => {
  const chip = (id: string, formFactor: string, year: number | null) => ({
    ...{ id, formFactor, year, name: `Chip ${id}`, aliases: ['Chip'] },
  });
  const { accelerators } = editionOf({
    accelerators: [
      chip('card', 'pcie', 2016),
      chip('unknown', 'oam', null),
      chip('late', 'sxm', 2023),
      chip('early', 'oam', 2020),
      chip('other', 'sxm', null),
    ],
  }).names;
  expect(accelerators.match('chip').map(({ id }) => id)).toEqual([
    ...['early', 'late', 'unknown', 'other', 'card'],
  ]);
});

test('clouds, regions and machines go by what else people call them', () => {
  const { names } = editionOf(
    {
      providers: [
        { id: 'aws', name: 'Amazon Web Services', aliases: ['Bezos'], siteKind: 'cloud' },
        { id: 'all', name: 'Industry', aliases: ['Everyone'], siteKind: null },
      ],
      regions: [
        { provider: 'aws', region: 'r-1', name: 'First', city: 'Paris', aliases: ['Lutetia'] },
        { provider: 'gcp', region: 'r-2', name: 'Second', city: null, aliases: ['Lutetia'] },
      ],
    },
    { instances: [{ id: 'aws/x1', instance: 'x1', provider: 'aws', aliases: ['Old One'] }] },
  );
  expect(names.providers.exact('bezos')).toHaveLength(1);
  expect(names.providers.exact('Everyone')).toEqual([]);
  expect(names.instances.exact('one old')).toHaveLength(1);
  const codes = (provider: string | null, text: string) =>
    names
      .regions(provider)
      .exact(text)
      .map(({ region }) => region);
  expect(codes('aws', 'lutetia')).toEqual(['r-1']);
  expect(codes('aws', 'aws/r-1')).toEqual([]);
  expect(codes(null, 'lutetia')).toEqual(['r-1', 'r-2']);
  expect(codes(null, 'aws/r-1')).toEqual(['r-1']);
  // By its name alone: the id of it is that of its provider and its code.
  expect(names.regions(null).nearest('aws/r-3', 1)).toEqual(['r-1']);
});
