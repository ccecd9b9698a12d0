import type { MethodName, Run } from '@ml-emissions/model';
import { describe, expect, test } from 'vitest';
import { quantitiesOf, shapeOf } from './shape.ts';
import { runOf, type Told } from './testing.ts';

const keyOf = (told: Told) => shapeOf(runOf(told)).key;
const unitOf = (told: Told) => shapeOf(runOf(told)).unit;

/** Nvidia T4s; the most common run in little. */
const t4s = (count: number) => [{ accelerator: 'nvidia-t4', count }];
const INSTANCE = { instance: 'aws/p4d.24xlarge', hardware: [] };
const ranged = { value: 3, low: 2, high: 4 };

describe('the run of a shape', () => {
  test('is the run with one of each quantity', () => {
    const told = {
      hardware: [{ accelerator: 'nvidia-t4', count: ranged, powerW: 50 }],
      hours: ranged,
      energyKwh: 320,
      energyScope: 'accelerators',
      repeats: 5,
      idle: { hours: 30, powerW: 12 },
      host: { powerW: 120, cpuCount: 2 },
      pue: 1.2,
      nodes: 4,
    } as const;
    expect(unitOf(told)).toEqual(
      runOf({
        hardware: [{ accelerator: 'nvidia-t4', count: 1, powerW: 1 }],
        hours: 1,
        energyKwh: 1,
        energyScope: 'accelerators',
        repeats: 1,
        idle: { hours: 1, powerW: 1 },
        host: { powerW: 1, cpuCount: 2 },
        pue: 1.2,
        nodes: 4,
      }),
    );
  });

  test('has no quantity that the run does not give', () => {
    const bare = { hardware: t4s(4), hours: undefined, idle: { hours: 3 } };
    expect(unitOf(bare)).toEqual(
      runOf({ hardware: t4s(4), hours: undefined, idle: { hours: 1 }, repeats: 1 }),
    );
    const host = { cpu: 'amd-epyc-7742', memoryGb: 64 };
    expect(unitOf({ hardware: [], host }).host).toEqual(host);
  });

  test('does not say what emits nothing: names, purpose, how it was measured, what is shared', () => {
    const silent: Told = {
      name: 'again',
      phase: 'training',
      model: { name: 'a model' },
      functionalUnit: { name: 'epoch', count: 3 },
      measurement: { tool: 'a meter' },
      readings: [{ field: '/place', said: 'Iowa', taken: 'US-IA' }],
      shared: ['hours'],
      deviceHours: 24,
    };
    expect(unitOf({ hardware: t4s(1), ...silent })).toEqual(
      runOf({ hardware: t4s(1), repeats: 1 }),
    );
  });

  test('is of a year, said as such or by the dates of the run', () => {
    const of2022 = unitOf({ hardware: t4s(1), year: 2022 });
    expect(of2022.year).toBe(2022);
    expect(unitOf({ hardware: t4s(1), start: '2022-03-01', end: '2022-05-01' })).toEqual(of2022);
    expect(unitOf({ hardware: t4s(1) })).not.toHaveProperty('year');
  });
});

describe('counts', () => {
  const isShared = (told: Told, other: Told) => keyOf(told) === keyOf(other);

  test.each([
    // The host is so many watts a chip, or not counted at all.
    ['full', true],
    ['sci', true],
    ['lacoste-2019', true],
    ['patterson-2021', true],
    // The host follows from the chips by rules of the method's own.
    ['green-algorithms-2021', false],
    ['codecarbon-constant', false],
    ['cloud-carbon-footprint', false],
  ] as readonly (readonly [MethodName, boolean])[])(
    'of one kind of chip, and of instances: one shape by %s: %s',
    (method, isOne) => {
      const chips = (count: number) => ({ method, hardware: t4s(count), nodes: 9 });
      expect(isShared(chips(4), chips(2))).toBe(isOne);
      expect(unitOf(chips(4)).hardware[0]?.count).toBe(isOne ? 1 : 4);
      const rented = (instanceCount: number) => ({ method, ...INSTANCE, instanceCount });
      expect(isShared(rented(5), rented(2))).toBe(isOne);
      expect(unitOf(rented(5)).instanceCount).toBe(isOne ? 1 : 5);
    },
  );

  test('more than a desktop holds are another shape, unless the run says where they stand', () => {
    const onTwo = (count: number) => ({ hardware: t4s(count), nodes: 2 });
    expect(isShared(onTwo(2), onTwo(8))).toBe(true);
    expect(isShared(onTwo(8), onTwo(9))).toBe(false);
    expect(unitOf(onTwo(64)).hardware[0]?.count).toBe(9);
    const told = (count: number) => ({ ...onTwo(count), site: 'own-cluster' }) as const;
    expect(isShared(told(8), told(9))).toBe(true);
    const place = { provider: 'gcp', country: 'US' };
    expect(isShared({ ...onTwo(8), place }, { ...onTwo(9), place })).toBe(true);
  });

  test('a part of a card more than desktops hold is too many for them', () => {
    const onTwo = (count: number) => ({
      hardware: [{ accelerator: 'nvidia-geforce-rtx-4090', count }],
      nodes: 2,
    });
    expect(isShared(onTwo(1), onTwo(8))).toBe(true);
    expect(isShared(onTwo(8), onTwo(8.001))).toBe(false);
    expect(isShared(onTwo(8.001), onTwo(9))).toBe(true);
  });

  test('few that may have a server to themselves have a shape of their own', () => {
    const chips = (count: number, told: Told = {}) => ({ hardware: t4s(count), ...told });
    for (const told of [{}, { site: 'own-cluster' }, { place: { site: 'jean-zay' } }] as const) {
      expect(isShared(chips(2, told), chips(3, told))).toBe(false);
      expect(isShared(chips(7, told), chips(8, told))).toBe(false);
      expect(isShared(chips(8.5, told), chips(200, told))).toBe(true);
      expect(isShared(chips(0.25, told), chips(1, told))).toBe(true);
    }
    for (const told of [
      { site: 'cloud' },
      { site: 'desktop' },
      { nodes: 1, site: 'own-cluster' },
      { place: { provider: 'gcp', country: 'US' } },
      { method: 'lacoste-2019', site: 'own-cluster' },
    ] as const)
      expect(isShared(chips(2, told), chips(3, told))).toBe(true);
  });

  test('of several kinds of chip belong to the shape: the more common one decides the server', () => {
    const two = (v100s: number) => ({
      hardware: [...t4s(8), { accelerator: 'nvidia-v100-sxm2-16gb', count: v100s }],
    });
    expect(isShared(two(4), two(16))).toBe(false);
    expect(unitOf(two(16)).hardware.map(({ count }) => count)).toEqual([8, 16]);
  });

  test('an instance that is not counted is one', () => {
    for (const method of ['full', 'codecarbon-constant'] as const) {
      expect(unitOf({ method, ...INSTANCE }).instanceCount).toBe(1);
      expect(isShared({ method, ...INSTANCE }, { method, ...INSTANCE, instanceCount: 1 })).toBe(
        true,
      );
    }
    expect(unitOf({ hardware: t4s(1) })).not.toHaveProperty('instanceCount');
  });
});

describe('the share of a chip in use', () => {
  const share = (method: MethodName, utilisation: number) => ({
    method,
    hardware: [{ accelerator: 'nvidia-t4', count: 1, utilisation }],
  });

  test('is a quantity where power is in proportion to it', () => {
    expect(unitOf(share('full', 0.4)).hardware[0]?.utilisation).toBe(1);
    expect(keyOf(share('full', 0.4))).toBe(keyOf(share('full', 0.9)));
    // Whether it is told at all tells another power.
    expect(keyOf(share('full', 0.4))).not.toBe(keyOf({ hardware: t4s(1) }));
  });

  test('belongs to the shape where power stands between rest and full use', () => {
    const method = 'cloud-carbon-footprint';
    expect(unitOf(share(method, 0.4)).hardware[0]?.utilisation).toBe(0.4);
    expect(keyOf(share(method, 0.4))).not.toBe(keyOf(share(method, 0.9)));
  });
});

describe('watts', () => {
  const metered = (powerW: number, told: Told = {}): Told => ({
    hardware: [{ accelerator: 'nvidia-t4', count: 2, powerW }],
    hours: undefined,
    energyKwh: 320,
    energyScope: 'accelerators',
    ...told,
  });

  test('are quantities, of chips and of the host', () => {
    const host = (powerW: number) => ({ hours: 3, host: { powerW } });
    expect(keyOf(metered(50, host(90)))).toBe(keyOf(metered(60, host(95))));
  });

  test('belong to the shape where what a meter in the machine saw says how long they were drawn', () => {
    expect(unitOf(metered(50, { host: { powerW: 90 } }))).toMatchObject({
      hardware: [{ count: 2, powerW: 50 }],
      host: { powerW: 90 },
    });
    expect(keyOf(metered(50))).not.toBe(keyOf(metered(60)));
    // At the wall nothing is left out that would last as long.
    expect(keyOf(metered(50, { energyScope: 'it' }))).toBe(
      keyOf(metered(60, { energyScope: 'it' })),
    );
  });
});

describe('the key of a shape', () => {
  /** The same value with its fields the other way round, all the way down. */
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned);
    if (typeof value !== 'object' || value === null) return value;
    const fields = Object.entries(value).map(([name, one]) => [name, turned(one)] as const);
    return Object.fromEntries(fields.toReversed());
  };

  test('is the same in whatever order fields stand', () => {
    const run = runOf({
      hardware: [{ accelerator: { name: 'own', tdpW: 200, memoryGb: 8 }, count: 2 }],
      place: { provider: 'gcp', region: 'us-central1' },
      host: { cpu: 'amd-epyc-7742', cpuCount: 2, memoryGb: ranged },
      site: 'cloud',
      pue: 1.2,
    });
    const other = turned(run) as Run;
    expect(JSON.stringify(other)).not.toBe(JSON.stringify(run));
    expect(shapeOf(other).key).toBe(shapeOf(run).key);
  });

  test('is another where chips stand in another order: their quantities are told by place', () => {
    const [t4, v100] = [...t4s(1), { accelerator: 'nvidia-v100-sxm2-16gb', count: 1 }] as const;
    if (!t4 || !v100) throw new Error('no chips');
    expect(keyOf({ hardware: [t4, v100] })).not.toBe(keyOf({ hardware: [v100, t4] }));
  });

  test('is the unit as JSON, its fields by their names', () => {
    const place = { provider: 'gcp', region: 'us-central1' };
    const { key, unit } = shapeOf(runOf({ hardware: t4s(8), place, site: 'cloud', pue: 1.2 }));
    expect(JSON.parse(key)).toEqual(unit);
    expect(Object.keys(JSON.parse(key))).toEqual([
      'edition',
      'hardware',
      'hours',
      'method',
      'place',
      'pue',
      'repeats',
      'schemaVersion',
      'site',
    ]);
  });
});

describe('quantities', () => {
  test('are what only the user knows, by where it stands in the run', () => {
    const run = runOf({
      hardware: [
        { accelerator: 'nvidia-t4', count: 8, powerW: 50 },
        { accelerator: 'nvidia-v100-sxm2-16gb', count: ranged, utilisation: 0.4 },
      ],
      hours: 100,
      energyKwh: 320,
      repeats: ranged,
      idle: { hours: 30, powerW: 12 },
      host: { powerW: 120, cpuCount: 2 },
      nodes: 4,
      pue: 1.2,
    });
    expect(quantitiesOf(run)).toEqual({
      '/hours': 100,
      '/energyKwh': 320,
      '/repeats': ranged,
      '/idle/hours': 30,
      '/idle/powerW': 12,
      '/host/powerW': 120,
      '/hardware/0/count': 8,
      '/hardware/0/powerW': 50,
      '/hardware/1/count': ranged,
      '/hardware/1/utilisation': 0.4,
    });
  });

  test('that are not told are not there, but that a run is done once', () => {
    expect(quantitiesOf(runOf({ hardware: [], hours: undefined }))).toEqual({ '/repeats': 1 });
  });

  test('of an instance: how many, one unless told', () => {
    expect(quantitiesOf(runOf({ ...INSTANCE, instanceCount: 5 }))['/instanceCount']).toBe(5);
    expect(quantitiesOf(runOf(INSTANCE))['/instanceCount']).toBe(1);
  });
});
