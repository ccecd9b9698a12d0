import type { InstanceRow } from '@ml-emissions/data';
import { type MethodName, quoted, Z_90 } from '@ml-emissions/model';
import { describe, expect, test } from 'vitest';
import {
  current,
  defaultsBut,
  editionWith,
  paper,
  productOf,
  resolved,
  type Told,
} from './testing.ts';

const chips = (...list: readonly (readonly [string, number])[]) =>
  list.map(([accelerator, count]) => ({ accelerator, count }));
const parts = (run: Told, method: MethodName = 'full', edition = current) =>
  resolved(run, edition, { method }).embodiedParts;
/** kg CO2e of each part by its name. */
const kg = (run: Told, method: MethodName = 'full', edition = current) =>
  Object.fromEntries(
    parts(run, method, edition).map(({ name, product }) => [name, productOf(product)]),
  );

describe('accelerators', () => {
  test.each([
    ['nvidia-h100-sxm5-80gb', 'nvidia-h200-sxm-141gb'],
    ['nvidia-b200-180gb', 'nvidia-b300-288gb'],
  ])('%s and %s have the same dies: the memory alone makes the difference', (less, more) => {
    const [one, other] = [less, more].map((id) =>
      current.accelerators.find((row) => row.id === id),
    );
    const kilograms = (other?.embodiedKgCo2e ?? 0) - (one?.embodiedKgCo2e ?? 0);
    const gigabytes = (other?.memoryGb ?? 0) - (one?.memoryGb ?? 0);
    // 546 kg of 640 GB on the HGX H100 board: hbm3-in-hgx-h100 in data/embodied.csv.
    expect(kilograms / gigabytes).toBeCloseTo(546 / 640, 3);
    expect(other?.embodiedSourceId).toBe(one?.embodiedSourceId);
  });

  test('their own figure, before the usual one, as sure as that', () => {
    const [chip] = parts({ hardware: chips(['nvidia-h100-sxm5-80gb', 8]) });
    expect(chip).toMatchObject({
      name: 'chip',
      said: quoted('NVIDIA H100 SXM5 80GB'),
      product: [
        {
          name: 'count',
          unit: 'chips',
          inline: true,
          field: '',
          quantity: { of: '/hardware/0/count', per: 1 },
          factor: { value: 8 },
        },
        {
          name: 'chip-made',
          unit: 'kg CO2e',
          inline: false,
          field: '/embodied/kgCo2ePerChip',
          quantity: null,
          factor: {
            value: 164,
            sourceId: 'nvidia-pcf-h100',
            said: { code: 'made-of-chip', chip: 'NVIDIA H100 SXM5 80GB' },
            gsd: 1.5,
            key: 'embodied:nvidia-h100-sxm5-80gb',
          },
        },
      ],
    });
  });

  test('with the source of that figure, or of the usual one', () => {
    const source = (edition = current) =>
      parts({ hardware: chips(['nvidia-a100-sxm4-40gb', 1]) }, 'full', edition)[0]?.product[1]
        ?.factor.sourceId;
    expect(source()).toBe('falk-2025');
    const accelerators = current.accelerators.map(({ embodiedSourceId: _, ...row }) => row);
    expect(source(editionWith({ accelerators }))).toBe('nvidia-pcf-h100');
  });

  test.each([
    // of a data centre, of a desk, of nobody's list
    ['nvidia-a100-sxm4-80gb', 165, 'embodied.gpu-unknown'],
    ['nvidia-titan-v', 90, 'embodied.gpu-consumer'],
    ['no-such-chip', 165, 'embodied.gpu-unknown'],
  ])('the usual one of its segment: %s', (id, value, key) => {
    expect(parts({ hardware: chips([id, 1]) })[0]?.product[1]?.factor).toMatchObject({
      value,
      key,
      said: { code: 'usual-chip-made' },
    });
  });

  test('as the user says: of all chips, then of the chip described', () => {
    const accelerator = {
      name: 'mine',
      tdpW: 100,
      embodiedKgCo2e: { value: 50, low: 40, high: 60 },
    };
    const hardware = [
      { accelerator: 'nvidia-t4', count: 1 },
      { accelerator, count: 1 },
    ];
    const made = (run: Told) => parts(run)[1]?.product[1]?.factor;
    expect(made({ hardware })).toMatchObject({
      value: 50,
      kind: 'given',
      key: 'given:/hardware/1/accelerator/embodiedKgCo2e',
      // 50 / 40
      gsd: expect.closeTo(1.25 ** (1 / Z_90), 12),
    });
    const embodied = { kgCo2ePerChip: 70 };
    expect(made({ hardware, embodied })).toMatchObject({
      value: 70,
      key: 'given:/embodied/kgCo2ePerChip',
    });
    expect(kg({ hardware: chips(['nvidia-h100-sxm5-80gb', 2]), embodied }).chip).toBe(140);
    // A figure of 0 is one.
    expect(kg({ hardware, embodied: { kgCo2ePerChip: 0 } })['chip-1']).toBe(0);
  });

  test('several kinds are numbered', () => {
    const found = kg({ hardware: chips(['nvidia-a100-sxm4-80gb', 8], ['nvidia-t4', 2]) });
    expect(Object.keys(found)).toEqual(['chip-1', 'chip-2', 'server']);
  });

  test('a figure that holds the share of its host stands alone, unless another is given', () => {
    expect(kg({ hardware: chips(['tpu-v5p', 8]) })).toEqual({ chip: 8 * 1101 });
    const given = { embodied: { kgCo2ePerChip: 300 } };
    expect(Object.keys(kg({ hardware: chips(['tpu-v5p', 8]), ...given }))).toEqual([
      'chip',
      'server',
    ]);
    // Beside another kind the server is that of the other.
    const both = kg({ hardware: chips(['tpu-v5p', 8], ['nvidia-h100-sxm5-80gb', 8]) });
    expect(both.server).toBe(kg({ hardware: chips(['nvidia-h100-sxm5-80gb', 8]) }).server);
  });

  test('a system of a data centre is no desktop: not known', () => {
    expect(kg({ hardware: chips(['cerebras-wse3', 1]) })).toEqual({});
  });

  test('none of their own in a laptop or in a whole machine, whose figure holds them', () => {
    expect(Object.keys(kg({ hardware: chips(['nvidia-t4', 1]), site: 'laptop' }))).toEqual([
      'server',
    ]);
    expect(Object.keys(kg({ hardware: chips(['nvidia-t4', 1]), site: 'desktop' }))).toEqual([
      'chip',
      'server',
    ]);
    expect(kg({ hardware: chips(['apple-m2-max', 3]) })).toEqual({ server: 747 });
  });

  test('none where the edition has no usual one, whatever its own', () => {
    const edition = editionWith(defaultsBut({ 'embodied.gpu-unknown': null }));
    expect(
      Object.keys(kg({ hardware: chips(['nvidia-h100-sxm5-80gb', 1]) }, 'full', edition)),
    ).toEqual(['server']);
  });
});

describe('what is around them', () => {
  test('modules: their share of a server of eight', () => {
    // 4 of 8 x 5700 kg
    const found = parts({ hardware: chips(['nvidia-a100-sxm4-80gb', 4]) });
    expect(found[1]).toMatchObject({
      name: 'server',
      said: { code: 'machine', machine: 'server-without-accelerators' },
      product: [
        {
          name: 'servers',
          unit: 'machines',
          quantity: { of: '/hardware/0/count', per: 0.125 },
          factor: { value: 0.5 },
        },
        {
          name: 'server-made',
          factor: {
            value: 5700,
            key: 'embodied.server-dgx',
            said: { code: 'made-of-machine', machine: 'server-without-accelerators' },
          },
        },
      ],
    });
    expect(kg({ hardware: chips(['nvidia-a100-sxm4-80gb', 4]) }).server).toBe(2850);
  });

  test('cards: their share of a server of eight of another kind', () => {
    // 2 of 8 x 3500 kg
    expect(kg({ hardware: chips(['nvidia-t4', 2]) }).server).toBe(875);
  });

  test('the kind of most of them decides; modules where there are as many', () => {
    const mixed = (modules: number, cards: number) =>
      kg({ hardware: chips(['nvidia-a100-sxm4-80gb', modules], ['nvidia-t4', cards]) }).server;
    // 8 of 8 x 5700; 9 of 8 x 3500; 8 of 8 x 5700
    expect(mixed(8, 2)).toBe(5700);
    expect(mixed(2, 9)).toBe(3937.5);
    expect(mixed(8, 8)).toBe(5700);
  });

  test('each kind by its own rule', () => {
    const coefficients = current.coefficients.map((row) =>
      row.id === 'server.modules-per-server' ? { ...row, value: 2 } : row,
    );
    const edition = editionWith({ coefficients });
    const server = (id: string) => kg({ hardware: chips([id, 4]) }, 'full', edition).server;
    // 4 of 2 x 5700; 4 of 8 x 3500
    expect(server('nvidia-a100-sxm4-80gb')).toBe(11_400);
    expect(server('nvidia-t4')).toBe(1750);
  });

  test('a fraction of a chip: that fraction', () => {
    // 0.5 of 8 x 3500
    expect(kg({ hardware: chips(['nvidia-t4', 0.5]) })).toEqual({ chip: 82.5, server: 218.75 });
  });

  test('servers whose number is told', () => {
    const found = parts({ hardware: chips(['nvidia-t4', 2]), nodes: 3 });
    expect(found[1]?.product[0]).toMatchObject({
      unit: 'machines',
      quantity: null,
      factor: { value: 3 },
    });
    const one = parts({ hardware: chips(['nvidia-t4', 2]), nodes: 1 });
    expect(one[1]?.product[0]?.unit).toBe('machine');
  });

  test('whole machines: a desktop each, following their count', () => {
    const [machine] = parts({ hardware: chips(['apple-m2-max', 3]) });
    expect(machine).toMatchObject({
      said: { code: 'machine', machine: 'desktop' },
      product: [
        { quantity: { of: '/hardware/0/count', per: 1 }, factor: { value: 3 } },
        { factor: { key: 'embodied.desktop' } },
      ],
    });
    const laptops = { hardware: chips(['apple-m2-max', 3]), site: 'laptop' } as const;
    expect(kg(laptops)).toEqual({ server: 708 });
    const clustered = { hardware: chips(['apple-m2-max', 3]), site: 'own-cluster' } as const;
    expect(parts(clustered)[0]?.said).toEqual({ code: 'machine', machine: 'machine' });
    // beside a card, only the card's server
    expect(kg({ hardware: chips(['apple-m2-max', 3], ['nvidia-t4', 8]) }).server).toBe(3500);
  });

  test('at somebody’s desk it is in use for a smaller part of its life', () => {
    const use = (over: Told) => resolved(over).averageUse?.factor;
    expect(use({ hardware: chips(['nvidia-t4', 2]) })).toMatchObject({ value: 0.6 });
    expect(use({ hardware: chips(['nvidia-geforce-rtx-4090', 1]) })).toMatchObject({
      value: 0.15,
      gsd: 1.6,
      key: 'embodied.average-use-own-machine',
    });
    // An edge device is not switched off at night.
    const jetson = { hardware: chips(['nvidia-jetson-agx-orin-64gb', 1]) };
    expect(resolved(jetson).pue?.factor.key).toBe('pue.desktop');
    expect(use(jetson)).toMatchObject({ value: 0.6 });
    const told = { hardware: chips(['nvidia-t4', 2]), site: 'laptop' } as const;
    expect(use({ ...told, embodied: { averageUse: 0.5 } })).toMatchObject({ value: 0.5 });
  });

  test('a machine of one’s own, once each', () => {
    const hardware = chips(['nvidia-t4', 2]);
    expect(kg({ hardware, site: 'desktop' })).toEqual({ chip: 330, server: 249 });
    expect(kg({ hardware, site: 'laptop', nodes: 2 })).toEqual({ server: 472 });
    expect(parts({ site: 'laptop' })[0]).toMatchObject({
      said: { code: 'machine', machine: 'laptop' },
      product: [{ unit: 'machine' }, {}],
    });
  });

  test('chips that are whole machines, and those of laptops, are one each whatever the nodes', () => {
    const macs = { hardware: chips(['apple-m2-ultra', 8]), site: 'desktop' } as const;
    expect(kg({ ...macs, nodes: 1 })).toEqual(kg(macs));
    const laptops = { hardware: chips(['nvidia-geforce-rtx-3070-laptop', 8]) };
    expect(kg({ ...laptops, nodes: 2 })).toEqual(kg(laptops));
    expect(kg(laptops).server).toBe(8 * 236);
  });

  test('processors alone: the share of a rack server', () => {
    const host = { cpu: 'amd-epyc-7742' };
    // one of two sockets, both, 16 of 64 cores of one: x 1200 kg
    expect(kg({ host })).toEqual({ server: 600 });
    expect(kg({ host: { ...host, cpuCount: 2 } })).toEqual({ server: 1200 });
    expect(kg({ host: { ...host, cores: 16 } })).toEqual({ server: 150 });
    expect(kg({ host, nodes: 2 })).toEqual({ server: 2400 });
    expect(parts({ host })[0]).toMatchObject({
      said: { code: 'machine', machine: 'server' },
      product: [{ quantity: null }, {}],
    });
    expect(kg({})).toEqual({});
  });

  test('virtual processors alone: of 192 of a server, before what the host says', () => {
    const [row] = current.machines.instances;
    if (!row) throw new Error('no instances');
    const instance: InstanceRow = { ...row, id: 'a/x', acceleratorIds: [], vcpu: 48 };
    const bare = { ...instance, id: 'a/y', vcpu: null };
    const edition = editionWith({}, { machines: { instances: [instance, bare] } });
    // 2 x 48 of 192 x 1200 kg
    const two = { instance: 'a/x', instanceCount: 2, host: { cpu: 'amd-epyc-7742' } };
    expect(kg(two, 'full', edition)).toEqual({ server: 600 });
    expect(kg({ ...two, instance: 'a/y' }, 'full', edition)).toEqual({ server: 600 });
    expect(kg({ instance: 'a/y' }, 'full', edition)).toEqual({});
    // A quarter of a server for each instance, unless processors or servers are what was counted.
    const quantity = (run: Told) => parts(run, 'full', edition)[0]?.product[0]?.quantity;
    expect(quantity(two)).toEqual({ of: '/instanceCount', per: 0.25 });
    expect(quantity({ ...two, instance: 'a/y' })).toBeNull();
    expect(quantity({ ...two, nodes: 3 })).toBeNull();
  });
});

describe('over what it is spread', () => {
  const T4 = chips(['nvidia-t4', 1]);

  test('the usual service life and use', () => {
    const { serviceLife, averageUse } = resolved({ hardware: T4 });
    expect(serviceLife).toMatchObject({
      name: 'service-life',
      unit: 'years',
      inline: false,
      field: '/embodied/serviceLifeYears',
      factor: {
        value: 5,
        gsd: 1.25,
        key: 'embodied.service-life',
        said: { code: 'usual-service-life' },
      },
    });
    expect(averageUse).toMatchObject({
      name: 'average-use',
      unit: '1',
      inline: false,
      field: '/embodied/averageUse',
      factor: {
        value: 0.6,
        gsd: 1.4,
        key: 'embodied.average-use',
        said: { code: 'usual-average-use' },
      },
    });
  });

  test('as the user says', () => {
    const embodied = { serviceLifeYears: 4, averageUse: 0.9 };
    const { serviceLife, averageUse } = resolved({ hardware: T4, embodied });
    expect(serviceLife?.factor).toMatchObject({
      value: 4,
      gsd: 1,
      key: 'given:/embodied/serviceLifeYears',
    });
    expect(averageUse?.factor).toMatchObject({
      value: 0.9,
      gsd: 1,
      key: 'given:/embodied/averageUse',
    });
    // With a line of its own though it is exact.
    expect([serviceLife?.inline, averageUse?.inline]).toEqual([false, false]);
  });

  test('the lifespan of the standard, whatever share of it the hardware is in use', () => {
    const { serviceLife, averageUse } = resolved(
      { hardware: T4, embodied: { averageUse: 0.9 } },
      current,
      { method: 'sci' },
    );
    expect(serviceLife?.factor).toMatchObject({
      value: 4,
      sourceId: 'gsf-if',
      said: { code: 'server-lifespan' },
    });
    expect(averageUse?.factor).toMatchObject({
      value: 1,
      sourceId: 'iso-21031',
      said: { code: 'time-reserved' },
    });
    const told = resolved({ hardware: T4, embodied: { serviceLifeYears: 6 } }, current, {
      method: 'sci',
    });
    expect(told.serviceLife?.factor).toMatchObject({
      value: 6,
      key: 'given:/embodied/serviceLifeYears',
    });
  });
});

test('nothing is counted without a time, without defaults, of no hardware, or by methods that count none', () => {
  const hardware = chips(['nvidia-t4', 1]);
  for (const found of [
    resolved({ hours: undefined, energyKwh: 5, hardware }),
    resolved({ hardware }, editionWith({ defaults: [] })),
    resolved({ hardware: chips([paper.accelerators[0]?.id ?? '', 1]) }, paper),
    resolved({}),
    resolved({ hardware }, current, { method: 'lacoste-2019' }),
    resolved({ hardware }, current, { method: 'codecarbon-constant' }),
    resolved({ hours: undefined, energyKwh: 5, hardware }, current, {
      method: 'cloud-carbon-footprint',
    }),
  ]) {
    expect(found).toMatchObject({ embodiedParts: [], serviceLife: null, averageUse: null });
  }
});

test('one unknown, used twice, has one key: a count in the energy and in the manufacture', () => {
  const count = { value: 8, low: 4, high: 16 };
  const { accelerators, embodiedParts } = resolved({
    hardware: [{ accelerator: 'nvidia-t4', count }],
  });
  const key = accelerators[0]?.count.factor.key;
  expect(embodiedParts.map(({ product }) => product[0]?.factor.key)).toEqual([key, key]);
});
