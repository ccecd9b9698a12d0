import { describe, expect, test } from 'vitest';
import type { Edition, Instance } from '../edition.ts';
import { editions } from '../full.ts';
import { findInstances, instanceById, nearestInstances } from './instance.ts';
import { nameIndex } from './name-index.ts';

const edition = editions.get(editions.current) as Edition;
const ids = (text: string) => findInstances(edition, text).map(({ id }) => id);

describe('one machine, however it is written', () => {
  test.each([
    ['m5.large', 'aws/m5.large'],
    ['M5.Large', 'aws/m5.large'],
    ['m5 large', 'aws/m5.large'],
    ['m5.4xl', 'aws/m5.4xlarge'],
    ['ml.m5.xlarge', 'aws/m5.xlarge'],
    ['ml.p4d.24xlarge', 'aws/p4d.24xlarge'],
    ['Amazon EC2 c6i.32xlarge instance', 'aws/c6i.32xlarge'],
    ['r7g.2xlarge', 'aws/r7g.2xlarge'],
    ['p4d', 'aws/p4d.24xlarge'],
    ['n1-standard-8', 'gcp/n1-standard-8'],
    ['c3 standard 88', 'gcp/c3-standard-88'],
    ['projects/p/zones/z/machineTypes/e2-medium', 'gcp/e2-medium'],
    ['n1-custom-8-32768', 'gcp/n1-custom-8-32768'],
    ['custom-4-5120', 'gcp/n1-custom-4-5120'],
    ['n1 custom 8 32768', 'gcp/n1-custom-8-32768'],
    ['Standard_D4s_v3', 'azure/standard_d4s_v3'],
    ['D4s_v3', 'azure/standard_d4s_v3'],
    ['Standard D4s v3', 'azure/standard_d4s_v3'],
    ['D4sv3', 'azure/standard_d4s_v3'],
    ['E4-2s_v3', 'azure/standard_e4-2s_v3'],
    ['Standard_D2s_v3 (2 vcpus, 8 GiB memory)', 'azure/standard_d2s_v3'],
    ['ND96asr A100 v4', 'azure/standard_nd96asr_v4'],
    ['NC24ads A100 v4', 'azure/standard_nc24ads_a100_v4'],
    ['p3.2xlarge (V100)', 'aws/p3.2xlarge'],
    ['p4d.24xlarge (8 x A100)', 'aws/p4d.24xlarge'],
    ['g4dn.12xlarge 4x T4', 'aws/g4dn.12xlarge'],
  ])('%s', (text, id) => expect(ids(text)).toEqual([id]));
});

test.each([
  'm5.64xlarge',
  'n1-standard-7',
  'n1-custom-400-1024',
  'n3-custom-4-1024',
  'E42s_v3',
  'ND96asr H100 v4',
  'p3.2xlarge (A100)',
  'p3.2xlarge (8xV100)',
  'm5.large (8xA100)',
  'Standard_D2s_v3 (4 vcpus, 8 GiB memory)',
  'hpc',
])('%s is no machine', (text) => expect(ids(text)).toEqual([]));

test('a family is all of its machines', () => {
  expect(ids('hpc7a')).toEqual([
    'aws/hpc7a.12xlarge',
    'aws/hpc7a.24xlarge',
    'aws/hpc7a.48xlarge',
    'aws/hpc7a.96xlarge',
  ]);
  // Azure's Standard_G5, and AWS's g5 and g4dn.
  expect(ids('G5')).toEqual(expect.arrayContaining(['azure/standard_g5', 'aws/g5.xlarge']));
  expect(ids('G4')).toEqual(expect.arrayContaining(['azure/standard_g4', 'aws/g4dn.xlarge']));
  expect(ids('Standard_G5')).toEqual(['azure/standard_g5']);
  expect(ids('Dsv3')).toContain('azure/standard_d4s_v3');
  expect(ids('standard-8').length).toBeGreaterThan(5);
});

test.each([
  ['m5.64xlarge', 'm5.24xlarge'],
  ['n1-standard-7', 'n1-standard-8'],
  ['p4d.48xlarge', 'p4d.24xlarge'],
  ['NC24 v4', 'Standard_NC24ads_A100_v4'],
])('nearest to %s is %s', (text, name) => {
  expect(nearestInstances(edition, text, 3)[0]).toBe(name);
});

test('a machine of an id has the memory that its name says', () => {
  // 32768 MB / 1024
  expect(instanceById(edition, 'gcp/n1-custom-8-32768')).toMatchObject({ vcpu: 8, memoryGb: 32 });
  expect(instanceById(edition, 'aws/n1-custom-8-32768')).toBeUndefined();
  expect(instanceById(edition, 'aws/m5.large')).toMatchObject({ vcpu: 2, memoryGb: 8 });
});

/** A few machines by hand: what an edition knows of them, and no more. */
function fleet(...list: readonly (readonly [id: string, more?: object])[]) {
  const instances = list.map(([id, more = {}]) => {
    const [provider = '', instance = ''] = id.split('/');
    return {
      ...{ id, provider, instance, aliases: [], acceleratorIds: [], acceleratorCount: null },
      ...{ vcpu: 4, memoryGb: 16 },
      ...more,
    } as unknown as Instance;
  });
  const kept = new Map<string, unknown>();
  return {
    machines: { instances, families: [] },
    names: {
      instances: nameIndex(
        instances.map((item) => ({
          ...{ item, id: item.id, label: item.instance },
          names: [...item.aliases, `${item.provider} ${item.instance}`],
        })),
      ),
    },
    once(what: string, make: () => unknown) {
      if (!kept.has(what)) kept.set(what, make());
      return kept.get(what);
    },
    acceleratorById: new Map([
      ['a100', { name: 'NVIDIA A100 SXM4', aliases: ['Ampere'] }],
      ['v100', { name: 'NVIDIA V100', aliases: [] }],
    ]),
  } as unknown as Parameters<typeof findInstances>[0];
}
const found = (edition: ReturnType<typeof fleet>, text: string) =>
  findInstances(edition, text).map(({ id }) => id);

test('the accelerators in a machine may be said with it, by any of their names', () => {
  const edition = fleet(
    ['azure/Standard_X8', { acceleratorIds: ['v100', 'a100'], acceleratorCount: 8 }],
    ['azure/Standard_Y8', { acceleratorIds: ['gone'], acceleratorCount: 8 }],
  );
  expect(found(edition, 'X8 (8xA100)')).toEqual(['azure/Standard_X8']);
  expect(found(edition, 'X8 (8 x Ampere)')).toEqual(['azure/Standard_X8']);
  expect(found(edition, 'X8 (V100)')).toEqual(['azure/Standard_X8']);
  expect(found(edition, 'X8 (4xA100)')).toEqual([]);
  expect(found(edition, 'X8 (H100)')).toEqual([]);
  expect(found(edition, 'Y8 (A100)')).toEqual([]);
  for (const text of ['x8 nvidia a100 sxm4', 'X8 (8 x NVIDIA A100)', 'X8 Tesla V100'])
    expect(found(edition, text), text).toEqual(['azure/Standard_X8']);
  expect(found(edition, 'X8 (NVIDIA H100)')).toEqual([]);
});

test('a machine goes by its aliases, with and without signs, and with Standard or not', () => {
  const edition = fleet(['azure/Standard_E4-2s_v3', { aliases: ['Old_E4'] }], ['aws/m5.large']);
  for (const text of ['old e4', 'OldE4', 'E4-2sv3', 'standarde4-2sv3', 'azure: Standard_E4-2s_v3'])
    expect(found(edition, text), text).toEqual(['azure/Standard_E4-2s_v3']);
  expect(found(edition, 'E42sv3')).toEqual([]);
});

test('what stands in brackets must be true of the machine', () => {
  const edition = fleet(['azure/Standard_X8']);
  expect(found(edition, 'X8 (4 vcpus, 16 GiB memory)')).toEqual(['azure/Standard_X8']);
  expect(found(edition, 'X8 (8 vcpus, 16 GiB memory)')).toEqual([]);
  expect(found(edition, 'X8 (4 vcpus, 8 GiB memory)')).toEqual([]);
  expect(found(edition, 'X8 (whatever)')).toEqual([]);
});

test('a family by its name, and a series by the beginning of its names', () => {
  const m5 = { family: { family: 'M 5', name: 'm5.*' } };
  const edition = fleet(
    ['aws/m5.large', m5],
    ['aws/m5.xlarge', m5],
    ['aws/g5.xlarge'],
    ['aws/g5dn.xlarge'],
    ['aws/g51.xlarge'],
    ['azure/Standard_G5'],
  );
  expect(found(edition, 'm5')).toEqual(['aws/m5.large', 'aws/m5.xlarge']);
  expect(found(edition, 'M-5')).toEqual(['aws/m5.large', 'aws/m5.xlarge']);
  expect(found(edition, 'G5')).toEqual(['azure/Standard_G5', 'aws/g5.xlarge', 'aws/g5dn.xlarge']);
});

test('one word of one machine of a family is no machine; of machines without family it is', () => {
  const m5 = { family: { family: 'm5', name: 'm5.*' } };
  expect(found(fleet(['aws/m5.large', m5]), 'large')).toEqual([]);
  expect(found(fleet(['aws/m5.large', m5], ['aws/m6.large', m5]), 'large')).toHaveLength(2);
  expect(found(fleet(['aws/p4d.24xlarge']), '24xlarge')).toEqual(['aws/p4d.24xlarge']);
});

test('nothing near, and the nearest of the same letters first', () => {
  const edition = fleet(['azure/Standard_NC6'], ['azure/Standard_NV6']);
  expect(nearestInstances(edition, 'Standard_NV7', 1)).toEqual(['Standard_NV6']);
  expect(nearestInstances(edition, 'Standard_NC7', 2)).toEqual(['Standard_NC6', 'Standard_NV6']);
  expect(nearestInstances(edition, 'qqqqqqqqqqqqqqqqqqqqqqqqqqqqq', 2)).toEqual([]);
});

test('sizes without a number count as one', () => {
  const [first, second] = nearestInstances(edition, 'm5.3xlarge', 2);
  expect([first, second].sort()).toEqual(['m5.2xlarge', 'm5.4xlarge']);
  expect(nearestInstances(edition, 'm5.1xlarge', 2)).toEqual(['m5.large', 'm5.xlarge']);
});

test('a family by what it is called and by how its machines are named, and no other family by it', () => {
  const plainOnes = { family: { family: 'Turbo', name: 'x1-*' } };
  const hot = { family: { family: 'Turbo Hot', name: 'x1-hot-*' } };
  const edition = fleet(
    ['gcp/x1-small', plainOnes],
    ['gcp/x1-large', plainOnes],
    ['gcp/x1-hot-2', hot],
    ['gcp/x1-hot-4', hot],
  );
  expect(found(edition, 'turbo')).toEqual(['gcp/x1-small', 'gcp/x1-large']);
  expect(found(edition, 'x1')).toEqual(['gcp/x1-small', 'gcp/x1-large']);
  expect(found(edition, 'x1 hot')).toEqual(['gcp/x1-hot-2', 'gcp/x1-hot-4']);
});
