import { quoted } from '@ml-emissions/model';
import { expect, test } from 'vitest';
import { current, editionWith, loadsOf, resolved, type Told } from '../testing.ts';

const T4 = [{ accelerator: 'nvidia-t4', count: 1 }];
const host = (run: Told, edition = current) =>
  resolved(run, edition, { method: 'codecarbon-constant' }).hostLoads;

test('a processor: half of its rated power', () => {
  const loads = host({ hardware: T4, host: { cpu: 'amd-epyc-7742', cpuCount: 2, memoryGb: 64 } });
  // 2 x 225 W x 0.5; four modules of 5 W
  expect(loadsOf(loads)).toEqual({ cpu: 225, memory: 20 });
  expect(loads).toMatchObject([
    {
      said: quoted('AMD EPYC 7742'),
      isEnergy: false,
      product: [
        { name: 'cpu-count', unit: 'processors' },
        { name: 'cpu-tdp', unit: 'W', factor: { key: 'tdp:amd-epyc-7742' } },
        {
          name: 'cpu-share',
          unit: '1',
          factor: { said: { code: 'share-of-unknown-load' } },
        },
      ],
    },
    {
      said: { code: 'memory' },
      isEnergy: false,
      product: [
        {
          name: 'memory-power',
          unit: 'W',
          factor: { said: { code: 'memory-of-size', gb: 64 }, sourceId: 'codecarbon-ram' },
        },
      ],
    },
  ]);
});

test.each([
  // 225 W x (0.1 + 0.9 x load^3)
  [0, 22.5],
  [0.1, 22.7025],
  [0.5, 47.8125],
  [1, 225],
])('at a load of %d: %d W', (utilisation, watts) => {
  const loads = host({ host: { cpu: 'amd-epyc-7742', utilisation } });
  expect(loadsOf(loads).cpu).toBeCloseTo(watts, 9);
  expect(loads[0]?.product[2]?.factor).toMatchObject({
    said: { code: 'share-by-load' },
    sourceId: 'codecarbon-cpu-power',
  });
});

test('rented processors: 4 W a thread', () => {
  const loads = host({ instance: 'aws/p4d.24xlarge', instanceCount: 5 });
  expect(loadsOf(loads).cpu).toBe(4 * 96 * 5);
  expect(loads[0]).toMatchObject({
    said: { code: 'processor' },
    product: [
      {
        name: 'threads',
        unit: 'threads',
        factor: {
          value: 480,
          said: { code: 'threads-of-instance' },
          sourceId: 'codecarbon-method',
        },
      },
      { name: 'thread-power', unit: 'W', factor: { value: 4, said: { code: 'one-thread' } } },
    ],
  });
});

test('a processor of which nothing is known: 85 W, and no memory', () => {
  expect(host({ hardware: T4 })).toMatchObject([
    {
      name: 'cpu',
      said: { code: 'processor' },
      isEnergy: false,
      product: [
        {
          name: 'cpu-power',
          unit: 'W',
          factor: { value: 85, said: { code: 'processor-not-known' } },
        },
      ],
    },
  ]);
  expect(loadsOf(host({ hardware: T4, host: { memoryGb: 2 } }))).toEqual({ cpu: 85, memory: 10 });
});

test('nothing is guessed where nothing runs', () => {
  expect(host({})).toEqual([]);
  expect(host({ energyKwh: 5 })).toEqual([]);
  expect(loadsOf(host({ host: { powerW: 5 } }))).toEqual({ cpu: 85 });
  expect(
    host({ hardware: [{ accelerator: 'apple-m2-max', count: 1 }] }, editionWith({})),
  ).toHaveLength(1);
});
