import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { METERED, PLAN, resultOf } from '../testing.ts';
import { csvOf } from './csv.ts';

const rowsOf = (...results: ReturnType<typeof resultOf>[]) =>
  parse(csvOf(results), { columns: true }) as Record<string, string>[];

test('each figure in the unit of its column', () => {
  expect(rowsOf(resultOf({ run: { name: '=A1', phase: 'search', repeats: 2 } }))).toEqual([
    {
      run: "'=A1",
      phase: 'search',
      hardware: '8 A100',
      place: 'Google Cloud us-central1 (Council Bluffs, United States)',
      hours: '100',
      repeats: '2',
      chip_hours: '1600',
      energy_kwh: '600',
      energy_kwh_low: '500',
      energy_kwh_high: '750',
      accelerators_kwh: '240',
      host_kwh: '100',
      idle_kwh: '60',
      metered_kwh: '0',
      overhead_kwh: '100',
      facility_kwh: '100',
      pue: '1.2',
      carbon_intensity_g_per_kwh: '400',
      carbon_intensity_year: '2024',
      carbon_intensity_scope: 'lifecycle',
      operational_kg_co2e: '240',
      operational_kg_co2e_low: '200',
      operational_kg_co2e_high: '300',
      embodied_kg_co2e: '60',
      total_kg_co2e: '300',
      total_kg_co2e_low: '250',
      total_kg_co2e_high: '380',
      scope_2_kg_co2e: '180',
      scope_2_kg_co2e_low: '',
      scope_2_kg_co2e_high: '',
      scope_3_category_3_kg_co2e: '60',
      scope_3_category_3_kg_co2e_low: '',
      scope_3_category_3_kg_co2e_high: '',
      market_based_kg_co2e: '30',
      offset_fraction: '0.5',
      offset_claimed_kg_co2e: '120',
      water_on_site_l: '900',
      use: '',
      uses: '',
      energy_kwh_per_use: '',
      total_kg_co2e_per_use: '',
      water_off_site_l: '1200',
      method: 'full',
      edition: '2026-11',
      edition_hash: 'sha256-abc',
      planned: 'no',
    },
  ]);
});

test('names by place in the list; what is not known is empty; plans say so', () => {
  const [first, second] = rowsOf(resultOf(METERED), resultOf({ plan: PLAN }));
  expect(first).toMatchObject({ run: 'run 1', phase: '', hardware: '', chip_hours: '', pue: '' });
  expect(second).toMatchObject({ run: 'run 2', hours: '200', chip_hours: '1600', planned: 'yes' });
});

test('a name does not steer the terminal that the file is read at', () => {
  const [row] = rowsOf(resultOf({ run: { name: 'a\u001b[31mb\u0007' } }));
  expect(row?.run).toBe('a[31mb');
});
