import { quoted, type Run, Z_90 } from '@ml-emissions/model';
import { describe, expect, test } from 'vitest';
import { current, defaultsBut, editionWith, factorIn, resolved } from '../testing.ts';

const T4 = [{ accelerator: 'nvidia-t4', count: 1 }];

function cpuOf(host: Run['host'], run: Partial<Run> = {}, edition = current) {
  const load = resolved(
    { ...run, host: { cpu: 'amd-epyc-7742', memoryGb: 1, ...host } },
    edition,
  ).hostLoads.find(({ name }) => name === 'cpu');
  if (!load) throw new Error('no processor');
  return load;
}
const share = (host: Run['host'], run: Partial<Run> = {}) =>
  factorIn(cpuOf(host, run).product, 'cpu-share').factor;

describe('how many processors', () => {
  test('one by default, as told, or by cores', () => {
    const count = (host: Run['host']) => factorIn(cpuOf(host).product, 'cpu-count');
    expect(count({})).toMatchObject({
      unit: 'processor',
      inline: true,
      factor: { value: 1, said: null, key: 'given:/host/cpuCount' },
    });
    expect(count({ cpuCount: 2 })).toMatchObject({ unit: 'processors', factor: { value: 2 } });
    // 16 of 64
    expect(count({ cpuCount: 2, cores: 16 })).toMatchObject({
      unit: 'processors',
      factor: { value: 0.25, said: { code: 'cores-of', cores: 16, all: 64 } },
    });
  });

  test('cores of a processor that does not say how many it has count as none told', () => {
    const cpus = current.machines.cpus.map((row) =>
      row.id === 'amd-epyc-7742' ? { ...row, cores: null } : row,
    );
    const edition = editionWith({}, { machines: { cpus } });
    const load = cpuOf({ cores: 16, cpuCount: 3 }, {}, edition);
    expect(factorIn(load.product, 'cpu-count').factor).toMatchObject({ value: 3, said: null });
  });
});

describe('full power', () => {
  test('is the rated power', () => {
    expect(cpuOf({}).said).toEqual(quoted('AMD EPYC 7742'));
    expect(factorIn(cpuOf({}).product, 'cpu-power')).toMatchObject({
      unit: 'W',
      field: '/host',
      factor: {
        value: 225,
        kind: 'sourced',
        sourceId: 'amd-specs-server-2025',
        confidence: 'second-hand',
        said: { code: 'of-chip', chip: 'AMD EPYC 7742', what: { code: 'tdp' } },
        gsd: 1,
        key: 'tdp:amd-epyc-7742',
      },
    });
  });

  test('is between the rated power and a turbo limit, as boards set it', () => {
    const { factor } = factorIn(cpuOf({ cpu: 'intel-core-i9-13900k' }).product, 'cpu-power');
    // sqrt(125 x 253), and both ends are its 90 % range
    expect(factor.value).toBeCloseTo(177.8342, 4);
    expect(factor.value / (factor.gsd ?? 0) ** Z_90).toBeCloseTo(125, 9);
    expect(factor.value * (factor.gsd ?? 0) ** Z_90).toBeCloseTo(253, 9);
    expect(factor).toMatchObject({
      confidence: 'derived',
      said: {
        code: 'of-chip',
        chip: 'Intel Core i9-13900K',
        what: { code: 'between-tdp-and-turbo', tdpW: 125, turboW: 253 },
      },
      key: 'tdp:intel-core-i9-13900k',
    });
  });

  test.each([
    // 125 x (253 / 125) ^ ((1 + load) / 2): the limit itself where all cores are at work
    [1, 253],
    [0.5, 212.1133],
    [0, 177.8342],
  ])(
    'of a desktop comes to the turbo limit as more cores are at work: load %d',
    (utilisation, watts) => {
      const load = cpuOf({ cpu: 'intel-core-i9-13900k', utilisation });
      const { factor } = factorIn(load.product, 'cpu-power');
      expect(factor.value).toBeCloseTo(watts, 3);
      expect(factor.gsd).toBeCloseTo((253 / 125) ** ((2 - utilisation) / (4 * Z_90)), 12);
    },
  );

  test('of a laptop stays in the middle, and so it does in editions from before', () => {
    const power = (cpu: string, edition = current) =>
      factorIn(cpuOf({ cpu, utilisation: 1 }, {}, edition).product, 'cpu-power').factor.value;
    const laptop = current.machines.cpus.find(
      ({ segment, maxTurboPowerW, tdpW }) => segment === 'laptop' && maxTurboPowerW && tdpW,
    );
    const { id = '', tdpW, maxTurboPowerW } = laptop ?? {};
    expect(power(id)).toBeCloseTo(Math.sqrt((tdpW ?? 0) * (maxTurboPowerW ?? 0)), 9);
    const before = editionWith(defaultsBut({ 'embodied.average-use-own-machine': null }));
    expect(power('intel-core-i9-13900k', before)).toBeCloseTo(177.8342, 4);
  });

  test('a turbo limit that is no higher says nothing', () => {
    const cpus = current.machines.cpus.map((row) =>
      row.id === 'amd-epyc-7742' ? { ...row, maxTurboPowerW: 225 } : row,
    );
    const load = cpuOf({}, {}, editionWith({}, { machines: { cpus } }));
    expect(factorIn(load.product, 'cpu-power').factor).toMatchObject({
      value: 225,
      gsd: 1,
      confidence: 'second-hand',
      said: { code: 'of-chip', chip: 'AMD EPYC 7742', what: { code: 'tdp' } },
    });
  });
});

describe('the share of it', () => {
  test.each([
    // of a server, on straight lines through 0.05, 0.19, 0.25, 0.42, 0.56 and 0.91 at 0, 10, 20, 50, 70 and 100 %
    [0, 0.05, 'cpu.server-power-at-0', 0.05, 1.8, 0.05, 1.8],
    [0.05, 0.12, 'cpu.server-power-at-0', 0.05, 1.8, 0.19, 1.5],
    [0.1, 0.19, 'cpu.server-power-at-10', 0.19, 1.5, 0.19, 1.5],
    [0.35, 0.335, 'cpu.server-power-at-20', 0.25, 1.45, 0.42, 1.4],
    [0.5, 0.42, 'cpu.server-power-at-50', 0.42, 1.4, 0.42, 1.4],
    [0.6, 0.49, 'cpu.server-power-at-50', 0.42, 1.4, 0.56, 1.35],
    [0.7, 0.56, 'cpu.server-power-at-70', 0.56, 1.35, 0.56, 1.35],
    [1, 0.91, 'cpu.server-power-at-100', 0.91, 1.3, 0.91, 1.3],
  ])(
    'at a load of %d: %d, half way between both points, as are its ends',
    (utilisation, value, key, from, fromGsd, to, toGsd) => {
      const found = share({ utilisation }, { hardware: T4 });
      expect(found.value).toBeCloseTo(value, 12);
      expect(found).toMatchObject({
        key,
        said: { code: 'share-at-load', percent: utilisation * 100 },
      });
      expect(found.value / (found.gsd ?? 0) ** Z_90).toBeCloseTo(
        (from / fromGsd ** Z_90 + to / toGsd ** Z_90) / 2,
        12,
      );
      expect(found.value * (found.gsdUp ?? found.gsd ?? 0) ** Z_90).toBeCloseTo(
        (from * fromGsd ** Z_90 + to * toGsd ** Z_90) / 2,
        12,
      );
    },
  );

  test('a load with a range: as unsure as its curve and as the curve at its ends together', () => {
    const exact = share({ utilisation: 0.5 }, { hardware: T4 });
    const found = share({ utilisation: { value: 0.5, low: 0.1, high: 1 } }, { hardware: T4 });
    expect(found.value).toBe(exact.value);
    // 0.42 at half load, 0.19 at a tenth, 0.91 at all of it; the curve itself x/÷ 1.4
    expect(Math.log(found.gsd ?? 0)).toBeCloseTo(
      Math.hypot(Math.log(1.4), Math.log(0.42 / 0.19) / Z_90),
      12,
    );
    expect(Math.log(found.gsdUp ?? 0)).toBeCloseTo(
      Math.hypot(Math.log(1.4), Math.log(0.91 / 0.42) / Z_90),
      12,
    );
  });

  test.each([
    // of a desktop, through 0.12, 0.32, 0.75 and 1.02 at 0, 10, 50 and 100 %
    [0, 0.12, 'cpu.power-at-0'],
    [0.3, 0.535, 'cpu.power-at-10'],
    [0.55, 0.777, 'cpu.power-at-50'],
    [1, 1.02, 'cpu.power-at-100'],
  ])('of a desktop at a load of %d: %d', (utilisation, value, key) => {
    const found = share({ cpu: 'intel-core-i9-13900k', utilisation });
    expect(found.value).toBeCloseTo(value, 12);
    expect(found.key).toBe(key);
  });

  test('an edition from before servers were told apart keeps its one curve', () => {
    const defaults = current.defaults.filter(({ id }) => !id.startsWith('cpu.server-'));
    const edition = editionWith({ defaults });
    const load = cpuOf({ utilisation: 0.3 }, {}, edition);
    expect(factorIn(load.product, 'cpu-share').factor.value).toBeCloseTo(0.535, 12);
  });

  test('feeding accelerators, or doing the work', () => {
    expect(share({}, { hardware: T4 })).toMatchObject({
      value: 0.5,
      key: 'cpu.server-feeding',
      said: { code: 'usual-while-feeding' },
    });
    expect(share({})).toMatchObject({
      value: 0.42,
      key: 'cpu.server-working',
      said: { code: 'usual-while-working' },
    });
    const desktop = { cpu: 'intel-core-i9-13900k' };
    expect(share(desktop, { hardware: T4 }).key).toBe('cpu.feeding');
    expect(share(desktop)).toMatchObject({ value: 0.57, key: 'cpu.working' });
  });
});

test('a processor without a rating, or none: the host is not made of parts', () => {
  const host = { cpu: 'amd-epyc-7b12' };
  expect(resolved({ host, hardware: T4 }).rungs.host).toBe('default');
  expect(resolved({ host }).rungs.host).toBe('not-counted');
  expect(resolved({ host, hardware: T4 }).host.cpu).toBeNull();
});
