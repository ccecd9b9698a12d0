import { type Run, Z_90 } from '@ml-emissions/model';
import { describe, expect, test } from 'vitest';
import { loadsOf, resolved } from '../testing.ts';

const EPYC = { cpu: 'amd-epyc-7742', memoryGb: 0.001 };
const chips = (...list: readonly (readonly [string, number])[]) =>
  list.map(([accelerator, count]) => ({ accelerator, count }));
/** The loads of a host whose processor is named but those of processor and memory. */
const bases = (run: Partial<Run>) =>
  resolved({ host: EPYC, ...run }).hostLoads.filter(
    ({ name }) => name !== 'cpu' && name !== 'memory',
  );

describe('board, drives and network', () => {
  test('of modules: a share for each chip', () => {
    // 8 x 50 W
    expect(bases({ hardware: chips(['nvidia-a100-sxm4-80gb', 8]) })).toMatchObject([
      {
        name: 'base',
        said: { code: 'network-and-board' },
        isEnergy: false,
        product: [
          {
            name: 'chips',
            unit: 'chips',
            quantity: { of: '/hardware/0/count', per: 1 },
            factor: { value: 8 },
          },
          {
            name: 'base-power',
            unit: 'W',
            factor: {
              value: 50,
              key: 'base.sxm',
              said: { code: 'network-of-chip' },
            },
          },
        ],
      },
    ]);
    // no more than 0.6 of the usual host: 4 x 0.6 x 37 W
    expect(loadsOf(bases({ slice: 'v3-8' })).base).toBeCloseTo(88.8, 9);
    expect(loadsOf(bases({ hardware: chips(['nvidia-gb200-gpu', 1]) }))).toEqual({ base: 50 });
  });

  test('of cards: of the servers that they share', () => {
    // 2 of 8 cards a server x 25 W
    expect(bases({ hardware: chips(['nvidia-t4', 2]) })).toMatchObject([
      {
        name: 'base',
        said: { code: 'board-drives-network' },
        isEnergy: false,
        product: [
          {
            name: 'cards',
            unit: 'chips',
            quantity: { of: '/hardware/0/count', per: 1 },
            factor: { value: 2 },
          },
          { name: 'servers-per-card', factor: { value: 0.125, key: 'server.per-card' } },
          {
            name: 'base-power',
            unit: 'W',
            factor: { value: 25, key: 'base.server', said: { code: 'board-drives-network' } },
          },
        ],
      },
    ]);
    const upTo = 460 / 25;
    expect(bases({ hardware: chips(['nvidia-t4', 2]) })[0]?.product[2]?.factor.gsdUp).toBeCloseTo(
      upTo ** (1 / Z_90),
      12,
    );
    expect(loadsOf(bases({ hardware: chips(['nvidia-t4', 8]) }))).toEqual({ base: 25 });
    expect(
      bases({ hardware: chips(['nvidia-t4', 2], ['nvidia-titan-rtx', 2]) })[0]?.product[0],
    ).toMatchObject({ quantity: null, factor: { value: 4 } });
  });

  test('of servers whose number is told, whatever is in them', () => {
    const [load] = bases({ hardware: chips(['nvidia-t4', 2]), nodes: 3 });
    expect(load?.product[0]).toMatchObject({
      unit: 'servers',
      quantity: null,
      factor: { value: 3 },
    });
  });

  test('of modules alone in servers whose number is told: still a share for each chip', () => {
    const run = { hardware: chips(['nvidia-a100-sxm4-80gb', 8]), nodes: 3 };
    expect(loadsOf(bases(run))).toEqual({ base: 400 });
  });

  test('of modules and cards together', () => {
    const found = bases({ hardware: chips(['nvidia-a100-sxm4-80gb', 1], ['nvidia-t4', 4]) });
    expect(loadsOf(found)).toEqual({ base: 50, 'base-of-cards': 12.5 });
    expect(found[1]?.product[2]?.name).toBe('base-power-of-cards');
  });

  test.each([
    // one of two sockets; both; a quarter of the cores of one
    [{ ...EPYC }, 12.5],
    [{ ...EPYC, cpuCount: 2 }, 25],
    [{ ...EPYC, cores: 16 }, 3.125],
  ])('of processors alone: their share of a server, %j', (host, watts) => {
    expect(loadsOf(bases({ host }))).toEqual({ base: watts });
    expect(loadsOf(bases({ host, nodes: 3 }))).toEqual({ base: 75 });
    expect(bases({ host })[0]?.product[1]?.factor).not.toHaveProperty('gsdUp');
  });

  test('of one’s own machine, once each', () => {
    expect(bases({ site: 'desktop', hardware: chips(['nvidia-t4', 2]) })).toMatchObject([
      {
        name: 'base',
        said: { code: 'board-drives-fans' },
        isEnergy: false,
        product: [
          { name: 'machines', unit: 'machine', factor: { value: 1 } },
          {
            name: 'base-power',
            unit: 'W',
            factor: { value: 45, key: 'base.desktop', said: { code: 'board-drives-fans' } },
          },
        ],
      },
    ]);
    expect(loadsOf(bases({ site: 'laptop', nodes: 2 }))).toEqual({ base: 16 });
  });

  test('a whole machine has none of its own', () => {
    expect(bases({ hardware: chips(['apple-m2-max', 1]) })).toEqual([]);
  });
});
