import { expect, test } from 'vitest';
import type { Accelerator, Edition } from '../edition.ts';
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
