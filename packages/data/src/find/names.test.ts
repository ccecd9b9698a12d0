import { expect, test } from 'vitest';
import { createEdition } from '../create-edition.ts';
import type { Accelerator, Edition, Facts, Machines } from '../edition.ts';
import { editions } from '../full.ts';
import { rowsAtHand } from '../read-table.ts';
import { regionKey } from '../region-key.ts';
import { type NameIndex, nameIndex } from './name-index.ts';
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
const editionOf = (facts: object, instances: readonly object[] = []) =>
  createEdition({
    ...{ id: 'test', hash: 'sha256-0', hasPastYears: false },
    facts: {
      accelerators: [],
      providers: [],
      regions: [],
      zones: [],
      ...facts,
    } as unknown as Facts,
    machines: () =>
      ({
        rows: { cpus: rowsAtHand([]), instances: rowsAtHand(instances) },
        ...{ cpus: [], instances, families: [], sites: [] },
      }) as unknown as Machines,
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
    [{ id: 'aws/x1', instance: 'x1', provider: 'aws', aliases: ['Old One'] }],
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

test('every name of a machine, processor or accelerator is found, however it is written, and others are not', () => {
  const { machines, rows } = editions.get(editions.current) as Edition;
  const kinds = [
    {
      index: names.instances,
      rows: machines.instances,
      named: (row: { instance: string }) => row.instance,
    },
    { index: names.cpus, rows: machines.cpus, named: (row: { name: string }) => row.name },
    {
      index: names.accelerators,
      rows: rows.accelerators.all(),
      named: (row: { name: string }) => row.name,
    },
  ];
  for (const { index, rows: all, named } of kinds) {
    const plainIndex = nameIndex(
      all.map((item) => {
        const { id, aliases } = item;
        const own = 'instance' in item ? [`${item.provider} ${item.instance}`] : [];
        return { item, id, label: named(item as never), names: [...aliases, ...own] };
      }),
    ) as NameIndex<object>;
    const told = all.flatMap((row) => [row.id, named(row as never), ...row.aliases]);
    const shown = told.filter((_, at) => at % 7 === 0);
    for (const name of shown) {
      const ways = [
        name,
        name.toUpperCase(),
        name.split(/[ -]/).toReversed().join(' '),
        `8x${name}`,
      ];
      for (const way of [...ways, name.replace(/(\d)GB/i, '$1 GB'), `${name} (chip)`]) {
        expect(index.exact(way), way).toHaveLength(plainIndex.exact(way).length);
        expect(index.named(way), way).toHaveLength(plainIndex.named(way).length);
      }
      expect(index.match(name).length, name).toBe(plainIndex.match(name).length);
    }
  }
});
