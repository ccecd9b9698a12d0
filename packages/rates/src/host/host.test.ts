import { Z_90 } from '@ml-emissions/model';
import { describe, expect, test } from 'vitest';
import {
  current,
  defaultsBut,
  editionWith,
  factorIn,
  loadsOf,
  paper,
  resolved,
  type Told,
} from '../testing.ts';

const A100 = [{ accelerator: 'nvidia-a100-sxm4-80gb', count: 8 }];
const T4 = [{ accelerator: 'nvidia-t4', count: 4 }];
const EPYC = { cpu: 'amd-epyc-7742' };

const hostOf = (run: Told, edition = current) => {
  const found = resolved(run, edition);
  return { loads: loadsOf(found.hostLoads), rung: found.rungs.host, found };
};

describe('the rungs, best first', () => {
  test('power as given, before parts and instance', () => {
    const powerW = { value: 500, low: 400, high: 625 };
    const { found, rung } = hostOf({ hardware: A100, host: { ...EPYC, powerW, memoryGb: 64 } });
    expect(rung).toBe('given');
    expect(found.hostLoads).toEqual([
      {
        name: 'host',
        said: { code: 'host' },
        isEnergy: false,
        product: [
          {
            name: 'host-power',
            unit: 'W',
            inline: false,
            field: '/host',
            quantity: { of: '/host/powerW', per: 1 },
            factor: expect.objectContaining({
              value: 500,
              kind: 'measured',
              gsd: expect.closeTo(1.25 ** (1 / Z_90), 12),
              said: { code: 'host-as-given' },
              key: 'given:/host/powerW',
            }),
          },
        ],
      },
    ]);
    expect(found.host).toEqual({ cpu: null, memoryGb: 64 });
    expect(found.hostIdleShare).toBeNull();
    expect(hostOf({ hardware: A100, host: { powerW: 0 } })).toMatchObject({
      loads: { host: 0 },
      rung: 'given',
    });
  });

  test('parts that are named, before the instance', () => {
    const { loads, rung } = hostOf({
      instance: 'aws/p4d.24xlarge',
      host: { ...EPYC, memoryGb: 100 },
    });
    expect(rung).toBe('parts');
    // 225 W x 0.5 while accelerators work; 8 chips x 50 W; memory in its own test
    expect(loads).toMatchObject({ cpu: 112.5, base: 400 });
    expect(Object.keys(loads)).toEqual(['cpu', 'memory', 'base']);
  });

  test('the instance, before the usual one', () => {
    const { loads, rung } = hostOf({ instance: 'aws/p4d.24xlarge' });
    expect(rung).toBe('instance');
    expect(Object.keys(loads)).toEqual(['cpu', 'memory', 'base']);
  });

  test('the usual one', () => {
    // 8 chips x 400 W x 0.27
    expect(hostOf({ hardware: A100 })).toMatchObject({ loads: { host: 864 }, rung: 'default' });
    expect(hostOf({ hardware: A100, host: { memoryGb: 64 } })).toMatchObject({
      loads: { host: 864 },
      found: { host: { memoryGb: 64 } },
    });
  });

  test('none: a whole machine, a run on nothing, an edition without defaults', () => {
    for (const [run, edition] of [
      [{ hardware: [{ accelerator: 'apple-m2-max', count: 1 }] }, current],
      [{}, current],
      [{ hardware: T4, host: EPYC }, editionWith({ defaults: [] })],
      [{ hardware: [{ accelerator: paper.accelerators[0]?.id ?? '', count: 1 }] }, paper],
    ] as const) {
      expect(hostOf(run, edition)).toMatchObject({ loads: {}, rung: 'not-counted' });
    }
  });

  test('power as given counts without defaults too', () => {
    const { loads } = hostOf({ hardware: T4, host: { powerW: 90 } }, editionWith({ defaults: [] }));
    expect(loads).toEqual({ host: 90 });
  });
});

describe('beside a meter', () => {
  test('of the components: board, drives and network are left', () => {
    const run = { hardware: A100, energyKwh: 5, energyScope: 'components', host: EPYC } as const;
    const { loads, found } = hostOf(run);
    // 8 chips x 50 W
    expect(loads).toEqual({ base: 400 });
    expect(found.host.cpu).toEqual({ name: 'AMD EPYC 7742', count: 1 });
    expect(found.rungs.host).toBe('metered');
    expect(found.hostIdleShare?.factor).toMatchObject({ value: 0.73, gsd: 1.3 });
  });

  test('of the accelerators, with a time: the whole host', () => {
    const run = { hardware: A100, energyKwh: 5, energyScope: 'accelerators' } as const;
    expect(hostOf(run)).toMatchObject({ loads: { host: 864 }, rung: 'default' });
  });

  test('of accelerators that nobody names, without a time: its usual share of their energy', () => {
    const run: Told = { hours: undefined, energyScope: 'accelerators' };
    const energyKwh = { value: 10, low: 8, high: 12.5 };
    const { found, loads, rung } = hostOf({ ...run, energyKwh });
    expect(rung).toBe('default');
    // 10 kWh x 0.43
    expect(loads).toEqual({ host: 4.3 });
    expect(found.hostLoads[0]).toMatchObject({
      said: { code: 'host-and-losses' },
      isEnergy: true,
      product: [
        {
          name: 'energy',
          unit: 'kWh',
          quantity: { of: '/energyKwh', per: 1 },
          factor: { kind: 'measured', key: 'given:/energyKwh' },
        },
        {
          name: 'unmetered-share',
          unit: '1',
          factor: { value: 0.43, gsd: 1.35, said: { code: 'host-over-accelerators' } },
        },
      ],
    });
    expect(found.overhead).toBeNull();
    // Watts say nothing of an energy without a time.
    expect(hostOf({ ...run, energyKwh, host: { powerW: 100 } }).loads).toEqual({
      host: 4.3,
    });
    const without = editionWith(defaultsBut({ 'host.of-accelerator-energy': null }));
    expect(hostOf({ ...run, energyKwh }, without).loads).toEqual({});
  });

  test('of chips that are named, without a time: the host for as long as their energy usually lasts', () => {
    const run: Told = { hours: undefined, hardware: A100, energyKwh: 10 };
    const found = hostOf({ ...run, energyScope: 'accelerators' });
    // 10 kWh x 864 W of the host / (8 chips x 400 W x 0.7)
    expect(found.loads.host).toBeCloseTo((10 * 864) / 2240, 12);
    expect(found.found.hostLoads[0]).toMatchObject({ isEnergy: true });
    expect(found.found.hostLoads[0]?.product.map(({ name }) => name)).toEqual([
      'energy',
      'per-watt-of-seen',
      'count',
      'tdp',
      'host-share',
    ]);
    // Of components: 8 x 50 W of boards / (the chips, and the 464 W of the host that the meter saw)
    expect(hostOf({ ...run, energyScope: 'components' }).loads.base).toBeCloseTo(
      (10 * 400) / (2240 + 464),
      12,
    );
    // 100 W as told / 2240 W
    const told = hostOf({ ...run, energyScope: 'accelerators', host: { powerW: 100 } });
    expect(told.loads.host).toBeCloseTo(1000 / 2240, 12);
    // four cards in one desktop of 90 W
    const cards = [{ accelerator: 'nvidia-geforce-rtx-4090', count: 4 }];
    const atDesk = hostOf({
      ...run,
      hardware: cards,
      energyScope: 'accelerators',
      site: 'desktop',
    });
    expect(atDesk.loads.host).toBeLessThan(1);
  });

  test('of the components, without a time: the rest by its usual share of their energy', () => {
    const run: Told = { hours: undefined, energyKwh: 10, energyScope: 'components' };
    expect(hostOf(run)).toMatchObject({ loads: { host: 2 }, rung: 'metered' });
    expect(hostOf(run).found.overhead).toBeNull();
    expect(hostOf({ ...run, site: 'laptop' }).loads.host).toBeCloseTo(3.8, 12);
    // The user's factor is all that the components lack.
    const told = hostOf({ ...run, overheadFactor: 1.3 });
    expect(told).toMatchObject({ loads: {}, found: { overhead: { factor: { value: 1.3 } } } });
    const before = editionWith(defaultsBut({ 'host.of-component-energy': null }));
    expect(hostOf(run, before).loads).toEqual({});
  });

  test.each(['accelerators', 'components'] as const)(
    'of %s, with a time and on a machine that nobody describes: no half of a server',
    (energyScope) => {
      const run: Told = { energyKwh: 10, energyScope };
      const timeless = hostOf({ ...run, hours: undefined }).loads;
      expect(hostOf(run).loads).toEqual(timeless);
      // a chip that is a whole machine by its rating
      const whole = [{ accelerator: 'apple-m2-max', count: 1 }];
      expect(hostOf({ ...run, hardware: whole, site: 'own-cluster' }).loads).toEqual(timeless);
      // of a desk its watts are known
      const watts = energyScope === 'components' ? { base: 45 } : { host: 90 };
      expect(hostOf({ ...run, site: 'desktop' }).loads).toEqual(watts);
    },
  );

  test('of the components: of the host’s watts what the meter did not see', () => {
    const run: Told = { energyKwh: 5, energyScope: 'components', host: { powerW: 100 } };
    expect(hostOf({ ...run, hardware: A100 }).loads).toEqual({ host: 30 });
    const before = editionWith(defaultsBut({ 'host.beside-components': null }));
    expect(hostOf({ ...run, hardware: A100 }, before).loads).toEqual({ host: 100 });
  });

  test.each(['it', 'facility', undefined] as const)(
    'of %s, without a time: nothing is left that could be told',
    (energyScope) => {
      const run: Told = { hours: undefined, energyKwh: 10, energyScope };
      expect(hostOf(run).loads).toEqual({});
    },
  );

  test('watts of the host count where the meter brings a time', () => {
    expect(hostOf({ hardware: A100, energyKwh: 5, host: { powerW: 90 } }).loads).toEqual({
      host: 90,
    });
    const timeless = { hours: undefined, hardware: A100, host: { powerW: 90 } };
    expect(hostOf(timeless).loads).toEqual({ host: 90 });
  });
});

test('an idle host draws its usual share of the power under load', () => {
  const { hostIdleShare } = resolved({ hardware: A100, idle: { hours: 1 } });
  expect(hostIdleShare).toMatchObject({
    name: 'host-idle-share',
    unit: '1',
    field: '/host',
    factor: { value: 0.73, said: { code: 'idle-host-over-busy' }, key: 'host.idle-share' },
  });
});

test('one unknown, used twice, has one key: the rating of a chip in its power and in its host', () => {
  const { accelerators, hostLoads } = resolved({ hardware: A100 });
  const own = factorIn(accelerators[0]?.power, 'tdp').factor;
  const ofHost = factorIn(hostLoads[0]?.product, 'tdp').factor;
  expect(ofHost.key).toBe(own.key);
  expect(ofHost.gsd).toBe(own.gsd);
});
