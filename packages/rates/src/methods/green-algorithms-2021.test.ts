import { quoted } from '@ml-emissions/model';
import { expect, test } from 'vitest';
import { loadsOf, resolved, type Told } from '../testing.ts';

const host = (run: Told) => resolved(run, undefined, { method: 'green-algorithms-2021' }).hostLoads;

test('processors at their rated power, memory by its size', () => {
  const loads = host({ host: { cpu: 'amd-epyc-7742', cpuCount: 2, memoryGb: 100 } });
  // 2 x 225 W; 100 GB x 0.3725 W
  expect(loadsOf(loads)).toEqual({ cpu: 450, memory: 37.25 });
  expect(loads).toMatchObject([
    {
      said: quoted('AMD EPYC 7742'),
      isEnergy: false,
      product: [
        { name: 'cpu-count', unit: 'processors', factor: { value: 2 } },
        { name: 'cpu-tdp', unit: 'W', inline: false },
      ],
    },
    {
      said: { code: 'memory' },
      isEnergy: false,
      product: [
        { name: 'memory', unit: 'GB', inline: false, field: '/host/memoryGb' },
        {
          name: 'memory-power',
          unit: 'W/GB',
          factor: { value: 0.3725, sourceId: 'lannelongue-2021', said: { code: 'memory' } },
        },
      ],
    },
  ]);
});

test('a turbo limit is not read, and their use counts in proportion', () => {
  const loads = host({ host: { cpu: 'intel-core-i9-13900k', utilisation: 0.5, memoryGb: 1 } });
  expect(loadsOf(loads).cpu).toBe(62.5);
  expect(loads[0]?.product[2]).toMatchObject({
    name: 'cpu-utilisation',
    unit: '1',
    inline: false,
    field: '/host/utilisation',
    factor: { key: 'given:/host/utilisation' },
  });
});

test('cores in use count as their share of a processor', () => {
  expect(loadsOf(host({ host: { cpu: 'amd-epyc-7742', cores: 16, memoryGb: 1 } })).cpu).toBe(56.25);
});

test('what is not told is not guessed', () => {
  expect(host({ hardware: [{ accelerator: 'nvidia-t4', count: 1 }] })).toEqual([]);
  expect(loadsOf(host({ host: { memoryGb: 8 } }))).toEqual({ memory: 2.98 });
});
