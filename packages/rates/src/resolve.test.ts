import { type Method, methods, type Run, Z_90 } from '@ml-emissions/model';
import { describe, expect, test } from 'vitest';
import { resolve } from './resolve.ts';
import { current, editionWith, resolved, runOf } from './testing.ts';

const T4 = [{ accelerator: 'nvidia-t4', count: 1 }];

describe('quantities of the user’s', () => {
  test('stand in the formula where they are exact, and have a line where they are not', () => {
    const { hours, repeats, idleHours } = resolved({
      hours: { value: 10, low: 5, high: 20 },
      repeats: 3,
      idle: { hours: 2 },
    });
    expect(hours).toMatchObject({
      name: 'hours',
      unit: 'h',
      inline: false,
      field: '/hours',
      quantity: { of: '/hours', per: 1 },
      factor: { value: 10, key: 'given:/hours', gsd: expect.closeTo(2 ** (1 / Z_90), 12) },
    });
    expect(repeats).toMatchObject({
      name: 'repeats',
      unit: 'repeats',
      inline: true,
      field: '/repeats',
      quantity: { of: '/repeats', per: 1 },
      factor: { value: 3 },
    });
    expect(idleHours).toMatchObject({
      name: 'idle-hours',
      unit: 'h',
      inline: true,
      field: '/idle/hours',
      quantity: { of: '/idle/hours', per: 1 },
      factor: { value: 2, key: 'given:/idle/hours' },
    });
  });

  test('what was not told is not there; once is no repeat, unless it is not sure', () => {
    const bare = resolved({ hours: undefined });
    expect([bare.hours, bare.repeats, bare.idleHours, bare.energy]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(resolved({ repeats: 1 }).repeats).toBeNull();
    expect(resolved({ repeats: { value: 1, low: 1, high: 3 } }).repeats?.factor.value).toBe(1);
    expect(resolved({ repeats: 0.5 }).repeats?.factor.value).toBe(0.5);
  });

  test('fields that a project shares are one unknown', () => {
    const keyOf = (field: string) => `shared${field}`;
    const { hours, accelerators, carbonIntensity } = resolved({ hardware: T4 }, current, { keyOf });
    expect(hours?.factor.key).toBe('shared/hours');
    expect(accelerators[0]?.count.factor.key).toBe('shared/hardware/0/count');
    expect(carbonIntensity.factor.key).toBe('shared/carbonIntensityGPerKwh');
  });
});

describe('metered energy', () => {
  test('with what its meter saw; a machine’s by default', () => {
    const { energy, energyScope, rungs } = resolved({ energyKwh: 5, energyScope: 'accelerators' });
    expect(energyScope).toBe('accelerators');
    expect(energy).toMatchObject({
      name: 'energy',
      unit: 'kWh',
      inline: false,
      field: '/energyKwh',
      quantity: { of: '/energyKwh', per: 1 },
      factor: { value: 5, kind: 'measured', gsd: 1.03, key: 'meter.inside' },
    });
    expect(rungs.power).toBe('metered-energy');
    expect(resolved({ energyKwh: 5 }).energyScope).toBe('it');
    expect(resolved({ energyScope: 'components' }).energyScope).toBeNull();
  });

  test('is not read by a method that has no meter', () => {
    const found = resolved({ hardware: T4, energyKwh: 5 }, current, { method: 'lacoste-2019' });
    expect(found).toMatchObject({ energy: null, energyScope: null, rungs: { power: 'tdp' } });
  });
});

describe('rungs', () => {
  const power = (...hardware: Run['hardware']) => resolved({ hardware }).rungs.power;

  test('of power: the weakest of any accelerator', () => {
    const typical = { accelerator: 'nvidia-t4', count: 1 };
    const share = { ...typical, utilisation: 0.5 };
    const measured = { ...typical, powerW: 50 };
    expect(power()).toBe('none');
    expect(power(measured)).toBe('measured');
    expect(power(measured, share)).toBe('utilisation');
    expect(power(share, typical, measured)).toBe('typical');
    expect(power({ accelerator: 'graphcore-gc200', count: 1 }, typical)).toBe('tdp');
  });

  test('of the host: not counted by a method of accelerators, whatever is told', () => {
    const told = { hardware: T4, host: { powerW: 50 } };
    expect(resolved(told).rungs.host).toBe('given');
    expect(resolved(told, current, { method: 'lacoste-2019' }).rungs.host).toBe('not-counted');
    expect(resolved({ energyKwh: 5, energyScope: 'facility' }).rungs.host).toBe('metered');
    expect(resolved({ hardware: T4, energyKwh: 5, energyScope: 'accelerators' }).rungs.host).toBe(
      'default',
    );
  });
});

describe('market-based intensity', () => {
  const marketBasedIntensityGPerKwh = { value: 20, low: 10, high: 40 };

  test('as given, 0 too, by methods that read it', () => {
    expect(resolved({ marketBasedIntensityGPerKwh }).marketIntensity).toMatchObject({
      name: 'market-intensity',
      unit: 'g CO2e/kWh',
      field: '/marketBasedIntensityGPerKwh',
      factor: {
        value: 20,
        key: 'given:/marketBasedIntensityGPerKwh',
        gsd: expect.closeTo(2 ** (1 / Z_90), 12),
      },
    });
    expect(resolved({ marketBasedIntensityGPerKwh: 0 }).marketIntensity?.factor.value).toBe(0);
    expect(resolved({}).marketIntensity).toBeNull();
    const sci = resolved({ marketBasedIntensityGPerKwh }, current, { method: 'sci' });
    expect(sci.marketIntensity).toBeNull();
  });
});

test('the claim of an offset stands beside, as a factor and in its own words', () => {
  const { offset, offsetClaim } = resolved({ offsetFraction: 0.5 });
  expect(offset).toMatchObject({ name: 'offset-fraction', factor: { value: 0.5, kind: 'given' } });
  expect(offsetClaim.fraction).toBe(0.5);
  expect(resolved({}).offset).toBeNull();
});

test('what the host is, for descriptions', () => {
  const host = { cpu: 'amd-epyc-7742', cpuCount: 2, memoryGb: 100 };
  expect(resolved({ host }).host).toEqual({
    cpu: { name: 'AMD EPYC 7742', count: 2 },
    memoryGb: 100,
  });
  expect(resolved({ hardware: T4 }).host).toEqual({ cpu: null, memoryGb: null });
  expect(resolved({ host, site: 'desktop' })).toMatchObject({
    method: 'full',
    site: 'desktop',
    provider: null,
  });
  expect(resolved({ place: { provider: 'gcp', region: 'us-central1' } }).provider).toBe('gcp');
});

test('whether the rows that were taken are doubtful', () => {
  const qualityOf = (edition = current, method: Method = methods.full) =>
    resolve(edition, runOf({ place: { provider: 'gcp', region: 'us-central1' } }), method).quality;
  expect(qualityOf()).toEqual({ intensity: 'ok', pue: 'ok' });
  const regionEnergy = current.regionEnergy.map((row) => ({ ...row, quality: 'check' as const }));
  expect(qualityOf(editionWith({ regionEnergy }))).toEqual({ intensity: 'ok', pue: 'check' });
  const zoneIntensity = current.zoneIntensity.map((row) => ({ ...row, quality: 'check' as const }));
  expect(qualityOf(editionWith({ zoneIntensity }))).toEqual({ intensity: 'check', pue: 'ok' });
  expect(qualityOf(current, methods['lacoste-2019'])).toEqual({ intensity: 'ok', pue: 'ok' });
});

test('the same run, method and edition give the same value, which survives JSON', () => {
  const run = { hardware: T4, place: { provider: 'gcp', region: 'us-central1' } } as const;
  const found = resolved(run);
  expect(resolved(run)).toEqual(found);
  expect(JSON.parse(JSON.stringify(found))).toEqual(found);
});

test('each method counts of the host what it says', () => {
  const names = (method: keyof typeof methods) =>
    resolved({ hardware: T4, host: { cpu: 'amd-epyc-7742', memoryGb: 1 } }, current, {
      method,
    }).hostLoads.map(({ name, isEnergy }) => `${name}${isEnergy ? ' energy' : ''}`);
  expect(names('full')).toEqual(['cpu', 'memory', 'base']);
  expect(names('sci')).toEqual(['cpu', 'memory', 'base']);
  expect(names('green-algorithms-2021')).toEqual(['cpu', 'memory']);
  expect(names('codecarbon-constant')).toEqual(['cpu', 'memory']);
  expect(names('cloud-carbon-footprint')).toEqual(['cpu', 'memory energy']);
  for (const method of ['lacoste-2019', 'mlco2-compat', 'patterson-2021'] as const) {
    expect(names(method)).toEqual([]);
  }
});
