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
        // 0.2 W/GB in a server of 128 GB, two doublings on
        factor: { value: expect.closeTo(0.2 * 0.76 ** 2, 12), key: 'memory.server', gsd: 1.7 },
      },
    ],
  });
  expect(size({ host: { ...host, memoryGb: 0 } }).value).toBe(0);
});

test('large modules draw little more than small ones, and more memory never less', () => {
  const watts = (memoryGb: number, more: Partial<Run> = {}) => {
    const host = { cpu: 'amd-epyc-7742', memoryGb };
    const product = memory({ host, ...more })?.product ?? [];
    return product.reduce((all, { factor }) => all * factor.value, 1);
  };
  const all = [1, 8, 16, 64, 128, 1024, 4096].map((gb) => watts(gb));
  expect(all).toEqual(all.toSorted((a, b) => a - b));
  // 192 GB: 34 W by the curve, 0.18 W/GB; 2 TB: 137 W, 0.07 W/GB
  expect(watts(192)).toBeCloseTo(0.2 * 192 * 0.76 ** Math.log2(1.5), 9);
  // As much in each of four servers as in one alone.
  expect(watts(1024, { nodes: 4 })).toBeCloseTo(4 * watts(256), 9);
});

test('in a desktop and in editions without a figure for servers, as before', () => {
  const host = { cpu: 'amd-epyc-7742', memoryGb: 512 };
  const perGb = (run: Partial<Run>, edition = current) =>
    factorIn(memory({ host, ...run }, edition)?.product, 'memory-power').factor;
  expect(perGb({ site: 'desktop' })).toMatchObject({ value: 0.3725, key: 'memory.dram' });
  const defaults = current.defaults.filter(({ id }) => id !== 'memory.server');
  expect(perGb({}, editionWith({ defaults }))).toMatchObject({ key: 'memory.dram' });
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
