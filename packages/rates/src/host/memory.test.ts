import type { Run } from '@ml-emissions/model';
import { expect, test } from 'vitest';
import { current, editionWith, factorIn, resolved } from '../testing.ts';

const memory = (run: Partial<Run>, edition = current) =>
  resolved({ host: { cpu: 'amd-epyc-7742', ...run.host }, ...run }, edition).hostLoads.find(
    ({ name }) => name === 'memory',
  );
const size = (run: Partial<Run>, edition = current) =>
  factorIn(memory(run, edition)?.product, 'memory').factor;

test('as told: its size times the usual power of a GB', () => {
  const host = { cpu: 'amd-epyc-7742', memoryGb: 512 };
  expect(memory({ host })).toMatchObject({
    said: { code: 'memory' },
    isEnergy: false,
    product: [
      {
        name: 'memory',
        unit: 'GB',
        inline: true,
        quantity: null,
        field: '/host',
        factor: { value: 512, key: 'given:/host/memoryGb' },
      },
      {
        name: 'memory-power',
        unit: 'W/GB',
        factor: { value: 0.3725, key: 'memory.dram', gsd: 1.3 },
      },
    ],
  });
  expect(size({ host: { ...host, memoryGb: 0 } }).value).toBe(0);
});

test('else by the cores of the server: 4 GB each', () => {
  expect(size({})).toMatchObject({
    value: 256,
    said: { code: 'memory-for-cores', gbEach: 4, cores: 64 },
    gsd: 1.7,
    key: 'memory.per-core',
  });
  expect(size({ host: { cpu: 'amd-epyc-7742', cpuCount: 2 } }).value).toBe(512);
  expect(size({ host: { cpu: 'amd-epyc-7742', cpuCount: 2, cores: 3 } }).value).toBe(12);
});

test('else the usual one of a machine of one’s own', () => {
  expect(size({ site: 'desktop' })).toMatchObject({ value: 32, key: 'memory.desktop' });
  expect(size({ site: 'laptop' })).toMatchObject({ value: 16, key: 'memory.laptop' });
});

test('none where the cores of the server are not known either', () => {
  const cpus = current.machines.cpus.map((row) => ({ ...row, cores: null }));
  expect(memory({}, editionWith({}, { machines: { cpus } }))).toBeUndefined();
});
