import { expect, test } from 'vitest';
import { energyInUnit, massInUnit } from './in-unit.ts';

test.each([
  [2_500_000, 2500, 't'],
  [1000, 1, 't'],
  [999, 999, 'kg'],
  [1, 1, 'kg'],
  [0.5, 500, 'g'],
  [0.001, 1, 'g'],
  [5e-4, 500, 'mg'],
  [1e-6, 1, 'mg'],
  [5e-7, 500, 'µg'],
  [1e-9, 1, 'µg'],
  [5e-10, 500, 'ng'],
  [1e-12, 1, 'ng'],
  [5e-14, 0.05, 'ng'],
  [0, 0, 'kg'],
])('%d kg are %d %s', (kg, value, unit) => {
  expect(massInUnit(kg)).toEqual({ value: expect.closeTo(value, 9), unit });
});

test.each([
  [3e9, 3000, 'GWh'],
  [1e6, 1, 'GWh'],
  [999_999, 999.999, 'MWh'],
  [1000, 1, 'MWh'],
  [999, 999, 'kWh'],
  [1, 1, 'kWh'],
  [0.25, 250, 'Wh'],
  [0.001, 1, 'Wh'],
  [5e-4, 500, 'mWh'],
  [1e-6, 1, 'mWh'],
  [5e-7, 500, 'µWh'],
  [1e-9, 1, 'µWh'],
  [5e-11, 0.05, 'µWh'],
  [0, 0, 'kWh'],
])('%d kWh are %d %s', (kwh, value, unit) => {
  expect(energyInUnit(kwh)).toEqual({ value: expect.closeTo(value, 9), unit });
});
