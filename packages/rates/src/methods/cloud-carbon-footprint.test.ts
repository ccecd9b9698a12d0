import { describe, expect, test } from 'vitest';
import {
  current,
  editionWith,
  factorIn,
  loadsOf,
  productOf,
  resolved,
  type Told,
} from '../testing.ts';

const by = (run: Told, edition = current) =>
  resolved(run, edition, { method: 'cloud-carbon-footprint' });
const power = (
  accelerator: string | { name: string; tdpW: number },
  more: { utilisation?: number | { value: number; low: number; high: number } } = {},
) => {
  const [one] = by({ hardware: [{ accelerator, count: 1, ...more }] }).accelerators;
  if (!one) throw new Error('no accelerator');
  return one;
};

describe('an accelerator', () => {
  test.each([
    // 46 + 0.5 x 361 W
    ['nvidia-a100-sxm4-80gb', 226.5],
    // 35 + 0.5 x 271 W
    ['nvidia-v100-sxm2-16gb', 170.5],
    // 18 + 0.5 x 135 W
    ['nvidia-a10g', 85.5],
    // 8 + 0.5 x 63 W
    ['nvidia-t4', 39.5],
  ])('%s, half in use: %d W', (id, watts) => {
    expect(productOf(power(id).power)).toBeCloseTo(watts, 12);
    expect(power(id).powerRung).toBe('typical');
  });

  test('at rest, at full use and between, as told', () => {
    expect(productOf(power('nvidia-t4', { utilisation: 0 }).power)).toBe(8);
    expect(productOf(power('nvidia-t4', { utilisation: 1 }).power)).toBe(71);
    // 8 + 0.2 x 63 W
    const some = power('nvidia-t4', { utilisation: { value: 0.2, low: 0.1, high: 0.3 } });
    expect(productOf(some.power)).toBeCloseTo(20.6, 12);
    expect(some.powerRung).toBe('utilisation');
    expect(factorIn(some.power, 'power')).toMatchObject({
      unit: 'W',
      factor: {
        kind: 'sourced',
        sourceId: 'ccf-method',
        gsd: 1,
        said: { code: 'between-rest-and-full', chip: 'NVIDIA T4', minW: 8, maxW: 71, use: 0.2 },
      },
    });
  });

  test('is known by a word of its name, whatever its power was metered at', () => {
    expect(productOf(power({ name: 'My (T4) card', tdpW: 1 }).power)).toBe(39.5);
    const [one] = by({
      hardware: [{ accelerator: 'nvidia-t4', count: 1, powerW: 5 }],
    }).accelerators;
    expect(productOf(one?.power ?? null)).toBe(39.5);
  });

  test.each(['nvidia-titan-rtx', 'tpu-v4', 'nvidia-h100-sxm5-80gb'])(
    'has no figures for %s',
    (id) => {
      expect(power(id)).toMatchObject({ power: null, powerRung: 'tdp' });
    },
  );

  test('needs both figures', () => {
    const coefficients = current.coefficients.filter(({ id }) => !id.endsWith('max-w.t4'));
    const hardware = [{ accelerator: 'nvidia-t4', count: 1 }];
    expect(by({ hardware }, editionWith({ coefficients })).accelerators[0]?.power).toBeNull();
  });

  test('of several is numbered', () => {
    const hardware = ['nvidia-t4', 'nvidia-a10g'].map((accelerator) => ({ accelerator, count: 1 }));
    const names = by({ hardware }).accelerators.map((one) => one.power?.[0]?.name);
    expect(names).toEqual(['power-1', 'power-2']);
  });
});

describe('virtual processors', () => {
  const host = { cpu: 'amd-epyc-7742' };
  const at = (provider: string) => ({
    place: { provider, region: 'x' },
    carbonIntensityGPerKwh: 1,
  });

  test.each([
    // 128 threads x (min + 0.5 x (max - min)) W, by provider
    [at('gcp'), 306.56],
    [at('azure'), 273.92],
    [at('aws'), 271.36],
    // another one is counted as AWS
    [at('lambda'), 271.36],
    [{}, 271.36],
  ])('of %j: %d W', (place, watts) => {
    expect(loadsOf(by({ ...place, host }).hostLoads).cpu).toBeCloseTo(watts, 9);
  });

  test('as busy as told', () => {
    // 128 x (0.74 + 0.25 x 2.76) W
    const [load] = by({ host: { ...host, utilisation: 0.25 } }).hostLoads;
    expect(load).toMatchObject({
      name: 'cpu',
      said: { code: 'virtual-processors' },
      isEnergy: false,
      product: [
        {
          name: 'vcpu',
          unit: 'vCPU',
          factor: { value: 128, sourceId: 'ccf-method', said: { code: 'virtual-processors' } },
        },
        {
          name: 'vcpu-power',
          unit: 'W',
          inline: false,
          factor: { said: { code: 'at-use', use: 0.25 }, sourceId: 'ccf-method' },
        },
      ],
    });
    expect(loadsOf(load ? [load] : []).cpu).toBeCloseTo(183.04, 9);
  });

  test('those that were rented, before threads; two threads a core', () => {
    const threads = (run: Told, edition = current) =>
      by(run, edition).hostLoads[0]?.product[0]?.factor.value;
    expect(threads({ instance: 'aws/p4d.24xlarge', instanceCount: 5 })).toBe(480);
    expect(threads({ host: { ...host, cpuCount: 2 } })).toBe(256);
    expect(threads({ host: { cpu: 'intel-core-i9-13900k' } })).toBe(32);
    const cpus = (change: object) => ({
      machines: {
        cpus: current.machines.cpus.map((row) =>
          row.id === host.cpu ? { ...row, ...change } : row,
        ),
      },
    });
    expect(threads({ host }, editionWith({}, cpus({ threads: null })))).toBe(128);
    const unknown = editionWith({}, cpus({ threads: null, cores: null }));
    expect(by({ host }, unknown).hostLoads.map(({ name }) => name)).not.toContain('cpu');
  });

  test('none where no processor is told; memory by its size, as energy', () => {
    expect(by({}).hostLoads).toEqual([]);
    expect(by({ host: { memoryGb: 100 } }).hostLoads).toMatchObject([
      {
        name: 'memory',
        said: { code: 'memory' },
        isEnergy: true,
        product: [
          {
            name: 'memory',
            unit: 'GB',
            inline: false,
            field: '/host/memoryGb',
            factor: { value: 100 },
          },
          {
            name: 'memory-energy-rate',
            unit: 'kWh/GBh',
            factor: { value: 0.000392, sourceId: 'ccf-memory', said: { code: 'memory' } },
          },
        ],
      },
    ]);
  });
});

describe('the manufacture of a server', () => {
  const kg = (run: Told) => productOf(by(run).embodiedParts[0]?.product ?? null);
  const T4 = (count: number) => [{ accelerator: 'nvidia-t4', count }];

  test.each([
    [{ hardware: T4(1) }, 1150],
    // + 150 x 7
    [{ hardware: T4(8) }, 2200],
    // the first 16 GB are in the server
    [{ hardware: T4(1), host: { memoryGb: 16 } }, 1150],
    [{ hardware: T4(1), host: { memoryGb: 8 } }, 1150],
    // + 1.388 x 100
    [{ hardware: T4(1), host: { memoryGb: 116 } }, 1288.8],
    // + 100 for the second socket, of 496 GB beyond 16 of 512 for 128 cores
    [{ host: { cpu: 'amd-epyc-7742', cpuCount: 2 } }, 1000 + 100 + 1.388 * 496],
    // less than a processor is one
    [{ host: { cpu: 'amd-epyc-7742', cores: 16, memoryGb: 1 } }, 1000],
  ] as readonly (readonly [Told, number])[])('%j: %d kg', (run, expected) => {
    expect(kg(run)).toBeCloseTo(expected, 9);
  });

  test('over four years of hours, in use or not', () => {
    const { embodiedParts, serviceLife, averageUse } = by({ hardware: T4(1) });
    expect(embodiedParts).toMatchObject([
      {
        name: 'server',
        said: { code: 'machine', machine: 'server' },
        product: [
          { name: 'server-made', unit: 'kg CO2e', factor: { said: { code: 'server-made' } } },
        ],
      },
    ]);
    expect(serviceLife).toMatchObject({
      name: 'server-life',
      unit: 'h',
      factor: { value: 35_040, said: { code: 'four-years' } },
    });
    expect(averageUse).toBeNull();
  });
});
