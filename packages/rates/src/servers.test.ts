import { editions } from '@ml-emissions/data/full';
import { methods, type Run, Z_90 } from '@ml-emissions/model';
import { describe, expect, test } from 'vitest';
import { resolvedAccelerators } from './accelerator.ts';
import { CARDS_OF_SERVER, machineOf } from './machine.ts';
import { ownKeys } from './question.ts';
import {
  counted,
  countOf,
  hostFactor,
  inServersOfCards,
  number,
  ownMachines,
  type Placed,
  placed,
  serversOf,
  socketShare,
} from './servers.ts';
import { current, runOf } from './testing.ts';

const hardware = [
  { accelerator: 'nvidia-a100-sxm4-80gb', count: 6 },
  { accelerator: 'nvidia-t4', count: 0.5 },
];

function asked(over: Partial<Run> = {}) {
  const run = runOf({ hardware, ...over });
  const machine = machineOf(current, run);
  const question = { edition: current, run, machine, method: methods.full, keyOf: ownKeys };
  return { question, all: placed(machine.accelerators, resolvedAccelerators(question)) };
}

describe('how many servers', () => {
  test('as told', () => {
    const { question, all } = asked({ nodes: 3 });
    expect(serversOf(question, all, 'server.modules-per-server')).toBe(3);
  });

  test('else by how many share one', () => {
    const { question, all } = asked();
    expect(countOf(all)).toBe(6.5);
    // 6.5 of 8
    expect(serversOf(question, all, 'server.modules-per-server')).toBe(0.8125);
  });

  const inOne = (gsd = 1.5) =>
    hostFactor('host-power', 'W', { ...number(400, 'x', 'W').factor, gsd });

  test.each(['server.cards-per-server-power', 'server.cards-per-server-embodied'] as const)(
    'cards have one share of a server, whatever it is asked for: %s',
    (rule) => {
      const unit = (many: number) => `of ${many}`;
      const { question, all } = asked({ hardware: [{ accelerator: 'nvidia-t4', count: 9 }] });
      const servers = inServersOfCards(question, all, inOne(), unit, rule);
      expect(
        servers.map(({ name, factor }) => [name, factor.value, factor.gsd, factor.key]),
      ).toEqual([
        ['cards', 9, 1, 'cards:9'],
        ['servers-per-card', 0.125, 1.6, 'server.per-card'],
        ['host-power', 400, 1.5, 'x:400'],
      ]);
      expect(servers[1]?.factor).not.toHaveProperty('gsdUp');
      const told = asked({ nodes: 3 }).question;
      expect(inServersOfCards(told, all, inOne(), unit, rule)).toMatchObject([
        { name: 'servers', unit: 'of 3', quantity: null, factor: { value: 3, gsd: 1 } },
        { name: 'host-power' },
      ]);
    },
  );

  test.each([
    ['server.cards-per-server-power', 1.625],
    ['server.cards-per-server-embodied', 0.8125],
  ] as const)('editions from before have one for each: %s', (rule, many) => {
    const before = editions.get('2026.1') ?? current;
    const { question, all } = asked();
    const in2026 = { ...question, edition: before };
    const [servers] = inServersOfCards(in2026, all, inOne(), () => 'servers', rule);
    expect(servers).toMatchObject({ name: 'servers', factor: { value: many, gsd: 1 } });
  });

  /** The upper end of what stands in a server around so many cards, of that in one whole server. */
  function ofWhole(count: number, { gsd = 1.5, ...over }: Partial<Run> & { gsd?: number } = {}) {
    const { question, all } = asked({ hardware: [{ accelerator: 'nvidia-t4', count }], ...over });
    const of = inServersOfCards(question, all, inOne(gsd), String, 'server.cards-per-server-power');
    const value = of.reduce((many, { factor }) => many * factor.value, 1);
    const up = Math.hypot(...of.map(({ factor }) => Math.log(factor.gsdUp ?? factor.gsd ?? 1)));
    return (value * Math.exp(Z_90 * up)) / (400 * gsd ** Z_90);
  }

  test('few cards may have a whole server, many have their share of it', () => {
    for (const gsd of [1, 1.2, 1.5, 4]) {
      for (const count of [1, 1.5, 2, 3, 4, 5]) {
        expect(ofWhole(count, { gsd }), `${count} cards`).toBeGreaterThan(1 - 1e-12);
      }
      expect(ofWhole(1, { gsd })).toBeCloseTo(1, 12);
      // A share of a card has no more of a server.
      expect(ofWhole(0.25, { gsd })).toBeCloseTo(0.25, 12);
      const all = [...Array(400).keys()].map((at) => ofWhole((at + 1) / 25, { gsd }));
      for (const [at, one] of all.entries()) {
        const before = all[at - 1] ?? 0;
        expect(one, 'no less with more cards').toBeGreaterThan(before - 1e-12);
        expect(one - before, 'no jump').toBeLessThan(0.05);
      }
    }
  });

  test('but where they are rented, or their servers are told', () => {
    // 0.125 servers x/÷ 1.6, of one
    const share =
      0.125 * Math.exp(Z_90 * (Math.hypot(Math.log(1.6), Math.log(1.5)) - Math.log(1.5)));
    for (const site of ['cloud', 'hyperscale'] as const)
      expect(ofWhole(1, { site })).toBeCloseTo(share, 12);
    expect(ofWhole(1, { nodes: 1 })).toBe(1);
  });

  test('from eight on all counts are of one kind', () => {
    const share = current.defaultById.get('server.per-card')?.value ?? 0;
    expect(CARDS_OF_SERVER * share).toBe(1);
  });

  test.each([
    // one of two sockets by default
    [{}, 0.5],
    [{ cpuCount: 2 }, 1],
    // 16 of 64 cores of one of two
    [{ cores: 16 }, 0.125],
    [{ cores: 16, cpuCount: 2 }, 0.125],
  ])('the share that processors take of one: %j', (host, share) => {
    const cpu = { cpu: 'amd-epyc-7742', ...host };
    expect(socketShare(asked({ hardware: [], host: cpu }).question)).toBe(share);
  });

  test('cores of a processor that does not say how many it has say nothing', () => {
    const host = { cpu: 'amd-epyc-7b12', cores: 16, cpuCount: 2 };
    expect(socketShare(asked({ hardware: [], host }).question)).toBe(1);
  });
});

describe('plain numbers of a host', () => {
  test('are exact, the user’s, and stand in the formula only', () => {
    expect(number(3, 'cards', 'chips', { of: '/x', per: 2 })).toEqual({
      name: 'cards',
      unit: 'chips',
      inline: true,
      field: '/host',
      quantity: { of: '/x', per: 2 },
      factor: expect.objectContaining({ value: 3, kind: 'given', gsd: 1, key: 'cards:3' }),
    });
    expect(number(3, 'cards', 'chips').quantity).toBeNull();
  });

  test('a factor of the host has its field', () => {
    const { factor } = number(3, 'cards', 'chips');
    expect(hostFactor('n', 'W', factor)).toMatchObject({ field: '/host', quantity: null });
    expect(hostFactor('n', 'W', factor, { of: '/y', per: 1 }).quantity).toEqual({
      of: '/y',
      per: 1,
    });
  });

  test('what follows from the count of one kind follows from its quantity; of several from none', () => {
    const [modules, cards] = asked().all;
    if (!modules || !cards) throw new Error('no hardware');
    const servers = (some: readonly Placed[], value: number) =>
      counted(value, 'servers', 'servers', some);
    // 6 chips in 0.75 servers: an eighth a chip
    expect(servers([modules], 0.75)).toEqual({
      name: 'servers',
      unit: 'servers',
      inline: true,
      field: '/host',
      quantity: { of: '/hardware/0/count', per: 0.125 },
      factor: expect.objectContaining({ value: 0.75, gsd: 1, key: 'servers:0.75' }),
    });
    expect(servers([modules, cards], 0.75)).toEqual(number(0.75, 'servers', 'servers'));
    expect(servers([], 0.75)).toEqual(number(0.75, 'servers', 'servers'));
    const [rented] = asked({ hardware: [], instance: 'aws/p4d.24xlarge', instanceCount: 5 }).all;
    // 40 chips in 5 servers, 8 chips an instance: one server an instance
    expect(rented && servers([rented], 5).quantity).toEqual({ of: '/instanceCount', per: 1 });
    const [slice] = asked({ hardware: [], slice: 'v3-8' }).all;
    expect(slice && servers([slice], 1).quantity).toBeNull();
  });

  test('it is as unsure as that count, and rises and falls with it', () => {
    const count = { value: 8, low: 4, high: 16 };
    const [one] = asked({ hardware: [{ accelerator: 'nvidia-t4', count }] }).all;
    const found = one && counted(2, 'servers', 'servers', [one]);
    expect(found).toMatchObject({ inline: false, factor: { key: 'given:/hardware/0/count' } });
    expect(found?.factor.gsd).toBe(one?.accelerator.count.factor.gsd);
    expect(found?.factor.gsd).toBeGreaterThan(1);
  });
});

describe('machines of one’s own', () => {
  const laptops = (over: Partial<Run> = {}, accelerator = 'nvidia-geforce-rtx-3070-laptop') => {
    const { question, all } = asked({ hardware: [{ accelerator, count: 4 }], ...over });
    return ownMachines(question, all, 'machines');
  };

  test('chips made for laptops are in one each, whatever the nodes', () => {
    expect(laptops()).toMatchObject({ unit: 'machines', factor: { value: 4 } });
    expect(laptops({ nodes: 2 }).factor.value).toBe(4);
    expect(laptops().quantity).toMatchObject({ per: 1 });
  });

  test('other chips share one', () => {
    expect(laptops({ site: 'laptop' }, 'nvidia-t4').factor.value).toBe(1);
    expect(laptops({}, 'nvidia-geforce-rtx-4090').factor.value).toBe(1);
    const { question } = asked();
    expect(ownMachines(question, [], 'servers')).toMatchObject({
      name: 'servers',
      unit: 'machine',
      factor: { value: 1 },
    });
  });
});
