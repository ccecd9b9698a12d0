import { expect, test } from 'vitest';
import { energy, mass, number } from './format.ts';

test.each([
  [0, '0 kg CO2e'],
  [1e-9, '1 µg CO2e'],
  [0.48, '480 g CO2e'],
  [132.264, '132 kg CO2e'],
  [24_690, '24.7 t CO2e'],
  [1e10, '10,000,000 t CO2e'],
])('%d kg', (kg, text) => expect(mass(kg)).toBe(text));

test.each([
  [0.5, '500 Wh'],
  [264, '264 kWh'],
  [433_196, '433 MWh'],
])('%d kWh', (kwh, text) => expect(energy(kwh)).toBe(text));

test('nothing rounds to zero, nothing is NaN', () => {
  expect(number(1e-300)).toBe('1E-300');
  expect(number(1e300)).toBe('1E300');
});
