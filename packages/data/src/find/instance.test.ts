import { describe, expect, test } from 'vitest';
import type { Edition } from '../edition.ts';
import { editions } from '../full.ts';
import { findInstances, instanceById, nearestInstances } from './instance.ts';

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
