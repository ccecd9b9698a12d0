import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { A100, METERED, reportWith, resultOf } from '../testing.ts';
import { codecarbonFormat } from './codecarbon.ts';

type Changed = Parameters<typeof resultOf>[0];
const rowsOf = (...changed: readonly [Changed, ...Changed[]]) => {
  const [first, ...rest] = changed.map(resultOf) as [ReturnType<typeof resultOf>];
  return parse(codecarbonFormat.write(reportWith([first, ...rest])), {
    columns: true,
  }) as Record<string, string>[];
};
const row = (changed: Changed = {}) => rowsOf(changed)[0] ?? {};

/** Parts of energy before losses and PUE: 240 of chips in 400, 1.25 times for losses, 1.2 times for the facility. */
test('energies are after losses and PUE, and sum to the whole', () => {
  expect(row()).toMatchObject({
    gpu_energy: '360',
    cpu_energy: '240',
    ram_energy: '0',
    energy_consumed: '600',
    emissions: '240',
    pue: '1.2',
  });
});

test('power is before PUE, over hours and repeats', () => {
  expect(row({ run: { hours: 50, repeats: 2 } })).toMatchObject({
    gpu_power: '3000',
    cpu_power: '2000',
    ram_power: '0',
    duration: '360000',
  });
});

test('what was metered as a whole is of no chip, and its PUE no factor', () => {
  expect(row(METERED)).toMatchObject({
    gpu_energy: '0',
    cpu_energy: '260',
    cpu_power: '2000',
    pue: '1.3',
    wue: '1.8',
    water_consumed: '468',
  });
});

test('losses are shared with what was metered', () => {
  const parts = { accelerators: 100, host: 40, idle: 20, metered: 40, overhead: 50, facility: 0 };
  expect(row({ energyKwh: { value: 250, parts }, pue: null })).toMatchObject({
    gpu_energy: '125',
    cpu_energy: '125',
    pue: '1',
  });
});

test('no energy at all is zero, not a division by nothing', () => {
  const parts = { accelerators: 0, host: 0, idle: 0, metered: 0, overhead: 0, facility: 0 };
  expect(row({ energyKwh: { value: 0, parts } })).toMatchObject({
    gpu_energy: '0',
    cpu_energy: '0',
    gpu_power: '0',
  });
});

test('the rate is kg a second', () => {
  expect(Number(row({ run: { hours: 2 } }).emissions_rate)).toBeCloseTo(240 / 7200, 12);
});

test('without hours neither time, rate nor power', () => {
  expect(row({ run: { hours: undefined } })).toMatchObject({
    duration: '',
    emissions_rate: '',
    cpu_power: '',
    gpu_power: '',
  });
});

test('names of project and run, or what stands for them', () => {
  expect(row({ run: { name: 'first' } })).toMatchObject({
    timestamp: '2026-11-30T00:00:00',
    project_name: 'first',
    run_id: 'first',
  });
  const [one, two] = rowsOf({}, {});
  expect(one).toMatchObject({ project_name: 'ml-emissions', run_id: 'run-1' });
  expect(two?.run_id).toBe('run-2');
});

test('a name is no formula', () => {
  expect(row({ run: { name: '=1+1' } }).run_id).toBe("'=1+1");
});

test('a name does not steer the terminal that the file is read at', () => {
  expect(row({ run: { name: 'a\u001b[31mb\u0007' } }).run_id).toBe('a[31mb');
});

test('the place: three letters for the country, a region of a cloud alone', () => {
  expect(row()).toMatchObject({
    country_name: 'United States',
    country_iso_code: 'USA',
    region: 'Council Bluffs',
    cloud_provider: 'Google Cloud',
    cloud_region: 'us-central1',
    on_cloud: 'Y',
  });
  const location = { provider: null, country: null, city: null, name: null };
  expect(row({ location })).toMatchObject({
    country_name: '',
    country_iso_code: '',
    region: '',
    cloud_provider: '',
    cloud_region: '',
    on_cloud: 'N',
  });
  expect(row({ location: { country: 'XX', region: null } })).toMatchObject({
    country_iso_code: '',
    cloud_region: '',
  });
});

test('the machine', () => {
  const accelerators = [A100, { ...A100, name: 'T4', count: 2 }];
  expect(row({ machine: { accelerators } })).toMatchObject({
    cpu_count: '2',
    cpu_model: 'EPYC 7742',
    gpu_count: '10',
    gpu_model: '8 x A100; 2 x T4',
    ram_total_size: '1024',
    tracking_mode: 'machine',
  });
  expect(row({ ...METERED, wueLPerKwh: null })).toMatchObject({
    cpu_count: '',
    cpu_model: '',
    gpu_count: '0',
    gpu_model: '',
    ram_total_size: '',
    wue: '',
    water_consumed: '',
  });
});

test('chips that nobody counted leave the number open', () => {
  const accelerators = [A100, { ...A100, name: 'T4', count: null }];
  expect(row({ machine: { accelerators } })).toMatchObject({
    gpu_count: '',
    gpu_model: '8 x A100; T4',
  });
});

test('losses of less than a kWh are losses too', () => {
  const parts = { accelerators: 0.3, host: 0.1, idle: 0, metered: 0, overhead: 0.1, facility: 0 };
  const { gpu_energy: gpu } = row({ energyKwh: { value: 0.5, parts }, pue: null });
  expect(Number(gpu)).toBeCloseTo(0.375, 12);
});
