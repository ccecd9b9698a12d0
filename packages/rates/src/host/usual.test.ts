import { editions } from '@ml-emissions/data/full';
import type { Run } from '@ml-emissions/model';
import { describe, expect, test } from 'vitest';
import { current, factorIn, loadsOf, productOf, resolved } from '../testing.ts';

const chips = (...list: readonly (readonly [string, number])[]) =>
  list.map(([accelerator, count]) => ({ accelerator, count }));
const loads = (run: Partial<Run>) => resolved(run).hostLoads;

describe('the usual host', () => {
  test('of modules: a share of their TDP', () => {
    // 8 x 400 W x 0.27
    const [load, ...more] = loads({ hardware: chips(['nvidia-a100-sxm4-80gb', 8]) });
    expect(more).toEqual([]);
    expect(load).toMatchObject({
      name: 'host',
      said: { code: 'processors-memory-network' },
      isEnergy: false,
      product: [
        {
          name: 'count',
          unit: 'chips',
          inline: true,
          field: '/host',
          quantity: { of: '/hardware/0/count', per: 1 },
        },
        {
          name: 'tdp',
          unit: 'W',
          factor: {
            said: { code: 'of-chip', chip: 'NVIDIA A100 SXM4 80GB', what: { code: 'tdp' } },
          },
        },
        {
          name: 'host-share',
          unit: '1',
          factor: { key: 'host.sxm', said: { code: 'host-of-chip-over-tdp' }, gsd: 1.4 },
        },
      ],
    });
    expect(loadsOf(load ? [load] : [])).toEqual({ host: 864 });
  });

  test('of superchips: a smaller share, as their rating holds a processor', () => {
    // 2 x 2700 W x 0.1
    const found = loads({ hardware: chips(['nvidia-gb200-superchip', 2]) });
    expect(loadsOf(found)).toEqual({ host: 540 });
    expect(factorIn(found[0]?.product, 'host-share').factor.key).toBe('host.superchip');
  });

  test.each(['nvidia-gb200-gpu', 'nvidia-gb300-gpu', 'nvidia-gh200-96gb-gpu'])(
    'of a superchip’s GPU alone: its processor is not in its rating: %s',
    (id) => {
      const [load] = loads({ hardware: chips([id, 2]) });
      expect(factorIn(load?.product, 'host-share').factor.key).toBe('host.sxm');
      const before = resolved({ hardware: chips([id, 2]) }, editions.get('2026.1')).hostLoads;
      expect(factorIn(before[0]?.product, 'host-share').factor.key).toBe('host.superchip');
    },
  );

  test('of modules: the same a chip on four and on eight in a server', () => {
    const of = (count: number) =>
      loads({ hardware: chips(['nvidia-a100-sxm4-80gb', count]), nodes: 1 });
    expect(loadsOf(of(4))).toEqual({ host: 432 });
    expect(loadsOf(of(8))).toEqual({ host: 864 });
  });

  test('of a superchip at a desk: board and drives', () => {
    const spark = { hardware: chips(['nvidia-gb10', 1]), site: 'desktop' } as const;
    expect(loadsOf(loads(spark))).toEqual({ host: 45 });
  });

  test('of TPUs: a fixed power a chip', () => {
    // 4 x 37 W
    const [load] = loads({ slice: 'v3-8' });
    expect(load).toMatchObject({
      name: 'host',
      said: { code: 'host' },
      product: [
        { name: 'count', quantity: null, factor: { value: 4 } },
        {
          name: 'host-power',
          unit: 'W',
          factor: { value: 37, key: 'host.tpu', said: { code: 'host-of-chip' } },
        },
      ],
    });
    expect(loads({ slice: 'v3-8' })).toHaveLength(1);
  });

  test('of cards: a share of a server for each, or whole servers where their number is told', () => {
    const hardware = chips(['nvidia-t4', 3]);
    // 3 x 0.125 x 400 W
    expect(loads({ hardware })).toMatchObject([
      {
        name: 'host',
        said: { code: 'share-of-server' },
        isEnergy: false,
        product: [
          {
            name: 'cards',
            unit: 'chips',
            quantity: { of: '/hardware/0/count', per: 1 },
            factor: { value: 3 },
          },
          { name: 'servers-per-card', factor: { value: 0.125, key: 'server.per-card' } },
          { name: 'host-power', unit: 'W', factor: { value: 400, key: 'host.pcie-server' } },
        ],
      },
    ]);
    // 2 x 400 W
    expect(loads({ hardware, nodes: 2 })).toMatchObject([
      {
        said: { code: 'servers-around-cards' },
        product: [
          { name: 'servers', unit: 'servers', quantity: null, factor: { value: 2 } },
          {
            factor: {
              value: 400,
              key: 'host.pcie-server',
              said: { code: 'processors-memory-drives' },
            },
          },
        ],
      },
    ]);
    expect(loads({ hardware, nodes: 1 })[0]?.product[0]?.unit).toBe('server');
    expect(loads({ hardware: chips(['nvidia-t4', 1]) })[0]?.product[0]?.unit).toBe('chip');
  });

  test('of cards: in power and manufacture the same servers as where their number is told', () => {
    const l4s = { hardware: chips(['nvidia-l4', 8]) };
    const made = (run: Partial<Run>) => {
      const { embodiedParts } = resolved(run);
      return embodiedParts.map(({ product }) => productOf(product));
    };
    expect(loadsOf(loads(l4s))).toEqual(loadsOf(loads({ ...l4s, nodes: 1 })));
    expect(made(l4s)).toEqual(made({ ...l4s, nodes: 1 }));
  });

  test('of a fraction of a card: that fraction', () => {
    expect(loadsOf(loads({ hardware: chips(['nvidia-t4', 0.25]) }))).toEqual({ host: 12.5 });
  });

  test('of cards of two kinds: no single quantity is behind their sum', () => {
    const [load] = loads({ hardware: chips(['nvidia-t4', 3], ['nvidia-titan-rtx', 1]) });
    expect(load?.product[0]).toMatchObject({ quantity: null, factor: { value: 4 } });
  });

  test('of modules, TPUs and cards together: one load a kind of module, one for all cards', () => {
    const hardware = chips(
      ['nvidia-a100-sxm4-80gb', 8],
      ['nvidia-t4', 2],
      ['tpu-v3', 4],
      ['nvidia-titan-rtx', 1],
    );
    const found = loads({ hardware });
    // 8 x 400 x 0.27; 4 x 37; (2 + 1) x 0.125 x 400
    expect(loadsOf(found)).toEqual({ 'host-1': 864, 'host-3': 148, 'host-of-cards': 150 });
    expect(found.map(({ product }) => product.map(({ name }) => name))).toEqual([
      ['count', 'tdp-1', 'host-share-1'],
      ['count', 'host-power-3'],
      ['cards', 'servers-per-card', 'host-of-cards-power'],
    ]);
  });

  test('of cards of several kinds alone has no number', () => {
    const found = loads({ hardware: chips(['nvidia-t4', 2], ['nvidia-titan-rtx', 1]) });
    expect(found.map(({ name }) => name)).toEqual(['host']);
  });

  test('of a module without a rating: none', () => {
    const hardware = [{ accelerator: 'graphcore-gc200', count: 2, powerW: 200 }];
    expect(loads({ hardware })).toEqual([]);
  });

  test('of one’s own machine: one for each of them, whatever is in it', () => {
    const hardware = chips(['nvidia-t4', 3]);
    expect(loads({ hardware, site: 'desktop' })).toMatchObject([
      {
        name: 'host',
        said: { code: 'rest-of', machine: 'desktop' },
        isEnergy: false,
        product: [
          { name: 'machines', unit: 'machine', factor: { value: 1 } },
          {
            name: 'host-power',
            unit: 'W',
            factor: {
              value: 90,
              key: 'host.desktop',
              said: { code: 'usual-machine', machine: 'desktop' },
            },
          },
        ],
      },
    ]);
    expect(loadsOf(loads({ hardware, site: 'laptop', nodes: 2 }))).toEqual({ host: 40 });
  });

  test('a whole machine beside cards has none of its own', () => {
    const hardware = chips(['apple-m2-max', 1], ['nvidia-t4', 2]);
    expect(loadsOf(loads({ hardware }))).toEqual({ host: 100 });
    expect(loads({ hardware: chips(['apple-m2-max', 1]), site: 'desktop' })).toEqual([]);
  });

  test('of what nobody lists, by its rating', () => {
    const own = (tdpW: number) =>
      loadsOf(loads({ hardware: [{ accelerator: { name: 'x', tdpW }, count: 2 }] }));
    // 2 x 500 W x 0.27; 2 x 0.125 x 400 W
    expect(own(500)).toEqual({ host: 270 });
    expect(own(300)).toEqual({ host: 100 });
    expect(current.coefficientById.get('server.module-above-w')?.value).toBe(400);
  });
});
