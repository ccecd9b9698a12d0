import type { CpuRow, InstanceRow } from '@ml-emissions/data';
import type { Run } from '@ml-emissions/model';
import { describe, expect, test } from 'vitest';
import { current, editionWith, factorIn, loadsOf, resolved } from '../testing.ts';

const [row] = current.machines.instances;
const [someCpu] = current.machines.cpus;
if (!row || !someCpu) throw new Error('no machines');
const instance: InstanceRow = {
  ...row,
  id: 'a/x',
  instance: 'x',
  acceleratorIds: ['nvidia-t4'],
  acceleratorCount: 1,
  vcpu: 10,
  memoryGb: 100,
  cpuId: null,
};
/** 256 W over 128 threads. */
const cpu: CpuRow = { ...someCpu, id: 'c', name: 'C', cores: 64, threads: 128, tdpW: 256 };

const found = (
  over: Partial<InstanceRow>,
  run: Partial<Run> = {},
  cpus: readonly CpuRow[] = [cpu],
) =>
  resolved(
    { instance: 'a/x', ...run },
    editionWith({}, { machines: { instances: [{ ...instance, ...over }], cpus } }),
  );
const power = (over: Partial<InstanceRow>, cpus = [cpu]) =>
  factorIn(found(over, {}, cpus).hostLoads[0]?.product, 'cpu-power').factor;

/** 0.2 W/GB in a server of 128 GB, a factor of 0.76 for each doubling: by hand. */
const memoryW = (gb: number, share: number) => 0.2 * gb * 0.76 ** Math.log2(gb / share / 128);

describe('what a provider says of an instance', () => {
  test('its virtual processors, its memory and a share of the board', () => {
    // 10 vCPU x 3.6 W x 0.5; an eighth of 25 W
    const { hostLoads, rungs, host } = found({});
    const loads = loadsOf(hostLoads);
    expect(Object.keys(loads)).toEqual(['cpu', 'memory', 'base']);
    expect(loads.cpu).toBeCloseTo(18, 12);
    expect(loads.memory).toBeCloseTo(memoryW(100, 10 / 192), 9);
    expect(loads.base).toBe(3.125);
    expect(rungs.host).toBe('instance');
    expect(host).toEqual({ cpu: null, memoryGb: 100 });
    expect(hostLoads[0]).toMatchObject({
      said: { code: 'virtual-processors' },
      isEnergy: false,
      product: [
        {
          name: 'vcpu',
          unit: 'vCPU',
          quantity: { of: '/instanceCount', per: 10 },
          factor: { value: 10 },
        },
        {
          name: 'cpu-power',
          unit: 'W',
          factor: { said: { code: 'virtual-processor-at-full-use' }, key: 'cpu.per-vcpu' },
        },
        { name: 'cpu-share', unit: '1', factor: { key: 'cpu.server-feeding' } },
      ],
    });
    expect(hostLoads[1]?.product[0]).toMatchObject({
      name: 'memory',
      unit: 'GB',
      inline: true,
      quantity: { of: '/instanceCount', per: 100 },
      factor: {
        value: 100,
        said: { code: 'memory-of-instance', instance: 'x' },
        key: 'memory:a/x',
      },
    });
  });

  test('five times for five of them', () => {
    const { hostLoads } = found({}, { instanceCount: 5 });
    const loads = loadsOf(hostLoads);
    expect(loads.cpu).toBeCloseTo(90, 12);
    expect(loads.memory).toBeCloseTo(5 * memoryW(100, 10 / 192), 9);
    expect(loads.base).toBe(15.625);
    expect(hostLoads[0]?.product[0]?.quantity).toEqual({ of: '/instanceCount', per: 10 });
  });

  test('memory as the user says it, before that', () => {
    const { hostLoads, host } = found({}, { host: { memoryGb: 7 } });
    expect(host.memoryGb).toBe(7);
    expect(hostLoads[1]?.product[0]).toMatchObject({
      quantity: null,
      factor: { value: 7, key: 'given:/host/memoryGb' },
    });
  });

  test('what it does not say is not counted', () => {
    const chipless = { vcpu: null, acceleratorIds: [], acceleratorCount: null };
    expect(Object.keys(loadsOf(found(chipless).hostLoads))).toEqual(['memory', 'base']);
    expect(Object.keys(loadsOf(found({ memoryGb: null }).hostLoads))).toEqual(['cpu', 'base']);
    const memory = found({ memoryGb: null }, { host: { memoryGb: 7 } }).hostLoads[1];
    expect(memory?.product[0]?.quantity).toBeNull();
  });

  test('processors that do the work themselves are busier', () => {
    const alone = found({ acceleratorIds: [], acceleratorCount: null });
    expect(factorIn(alone.hostLoads[0]?.product, 'cpu-share').factor.key).toBe(
      'cpu.server-working',
    );
  });
});

describe('a machine of a family', () => {
  const loads = (id: string, run: Partial<Run> = {}) =>
    loadsOf(resolved({ instance: id, ...run }).hostLoads);

  test('its share of the whole host', () => {
    // 128 vCPU x 2 x 300 W / 128 x 0.42; 256 GB in one server; the whole board
    expect(loads('aws/c6i.32xlarge').cpu).toBeCloseTo(252, 9);
    expect(loads('aws/c6i.32xlarge').memory).toBeCloseTo(memoryW(256, 1), 9);
    expect(loads('aws/c6i.32xlarge').base).toBe(25);
    // 8 vCPU x 2 x 165 W / 112 x 0.42; 30 GB; 8 of 112 of the board
    expect(loads('gcp/n1-standard-8').cpu).toBeCloseTo((8 * 330 * 0.42) / 112, 9);
    expect(loads('gcp/n1-standard-8').memory).toBeCloseTo(memoryW(30, 8 / 112), 9);
    expect(loads('gcp/n1-standard-8').base).toBeCloseTo((8 * 25) / 112, 9);
  });

  test('with a chip attached: its processors feed it, and it has its share of a board', () => {
    const hardware = [{ accelerator: 'nvidia-t4', count: 1 }];
    const found = resolved({ instance: 'gcp/n1-standard-8', hardware });
    expect(found.accelerators).toHaveLength(1);
    // 8 vCPU x 330 W / 112 x 0.5; an eighth of 25 W
    expect(loadsOf(found.hostLoads).cpu).toBeCloseTo((8 * 330 * 0.5) / 112, 9);
    expect(loadsOf(found.hostLoads).base).toBe(3.125);
  });

  test('one of several processors: their mean, all within the range', () => {
    const { hostLoads } = resolved({ instance: 'azure/standard_d4s_v3' });
    const { factor } = factorIn(hostLoads[0]?.product, 'cpu-power');
    // (270 / 64 + 195 / 52 + 165 / 52 + 135 / 40 + 105 / 24) / 5
    expect(factor.value).toBeCloseTo(3.778365384615385, 12);
    // 3.778 / (165 / 52) is further than (105 / 24) / 3.778
    expect(factor.gsd).toBeCloseTo((3.778365384615385 / (165 / 52)) ** (1 / 1.645), 3);
    expect(factor.said).toMatchObject({ code: 'one-of-processors', lowW: 165 / 52, highW: 4.375 });
  });

  test('a power that somebody assumes is as unsure as the usual one', () => {
    const { hostLoads } = resolved({ instance: 'aws/r7g.2xlarge' });
    // 220 W over 64 cores
    expect(factorIn(hostLoads[0]?.product, 'cpu-power').factor).toMatchObject({
      value: 3.4375,
      gsd: 1.3,
      sourceId: 'boavizta-cpu-specs',
    });
  });

  test('a processor without a rated power: the usual virtual processor', () => {
    // 88 x 3.6 W x 0.42
    expect(loads('gcp/c3-standard-88').cpu).toBeCloseTo(133.056, 9);
  });
});

describe('W of a virtual processor', () => {
  test('of its processor, where that is known', () => {
    // 256 W / 128 threads
    expect(power({ cpuId: 'c' })).toMatchObject({
      value: 2,
      said: { code: 'tdp-over-threads', cpu: 'C', tdpW: 256, threads: 128 },
      key: 'tdp:c',
    });
  });

  test('two threads a core, where the threads are not told', () => {
    expect(power({ cpuId: 'c' }, [{ ...cpu, threads: null }]).value).toBe(2);
  });

  test.each([
    ['an unknown processor', { cpuId: 'no-such' }, cpu],
    ['one without threads and cores', { cpuId: 'c' }, { ...cpu, threads: null, cores: null }],
    ['one without a rating', { cpuId: 'c' }, { ...cpu, tdpW: null }],
  ])('the usual one for %s', (_, over, one) => {
    expect(power(over, [one])).toMatchObject({ value: 3.6, key: 'cpu.per-vcpu' });
  });
});

describe('a machine with chips that does not say its virtual processors', () => {
  const bare = current.machines.instances.filter(
    ({ acceleratorIds: [chip], vcpu }) => chip !== undefined && vcpu === null,
  );

  test('there are some', () => {
    expect(bare.length).toBeGreaterThan(10);
  });

  test.each(bare)(
    '$id has the usual host of its chips',
    ({ id, acceleratorIds, acceleratorCount }) => {
      const [accelerator = ''] = acceleratorIds;
      const { hostLoads, rungs } = resolved({ instance: id, instanceCount: 2 });
      const count = 2 * (acceleratorCount ?? 1);
      const chips = resolved({ hardware: [{ accelerator, count }], site: 'cloud' });
      expect(loadsOf(hostLoads)).toEqual(loadsOf(chips.hostLoads));
      expect(rungs.host).toBe('default');
    },
  );

  test('what it has of memory stands beside, for methods that count it', () => {
    const { hostLoads, host } = found({ vcpu: null });
    expect(loadsOf(hostLoads)).toEqual({ host: 50 });
    expect(host?.memoryGb).toBe(100);
  });

  test('without chips nothing is usual: its memory counts', () => {
    const { hostLoads, rungs } = found({ vcpu: null, acceleratorIds: [], acceleratorCount: null });
    expect(Object.keys(loadsOf(hostLoads))).toContain('memory');
    expect(rungs.host).toBe('instance');
  });
});
