import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { massFromText } from './mass-text.ts';

test.each([
  ['142 kg CO2e', 142],
  ['16,714 kg', 16_714],
  ['16 714 kg', 16_714],
  ['16 714 kg CO2e', 16_714],
  ['1,234,567.5 kg', 1_234_567.5],
  ['12,9 t', 12_900],
  ['0,142 kg', 0.142],
  ['7t CO2eq', 7000],
  ['7tCO2e', 7000],
  ['7 tonnes of CO2', 7000],
  ['552 metric tons CO2-eq', 552_000],
  ['about 25.2 tCO₂e', 25_200],
  ['50Mg', 50_000],
  ['50 mg', 50e-6],
  ['300g', 0.3],
  ['5.1 µg CO2e', 5.1e-9],
  ['1.2e3 kg', 1200],
  ['2 kt', 2e6],
  ['1 Mt CO2e', 1e9],
  ['0 kg', 0],
])('%s', (text, kg) => {
  expect(massFromText(text)).toMatchObject({ value: kg });
  expect(massFromText(text)).not.toHaveProperty('low');
});

test.each([
  ['10-12 t', 11_000, 10_000, 12_000],
  ['10–12 t CO2e', 11_000, 10_000, 12_000],
  ['10t–12t', 11_000, 10_000, 12_000],
  ['10 to 12 tonnes', 11_000, 10_000, 12_000],
  ['between 800 kg and 1.2 t', 1000, 800, 1200],
  ['between 84.2 kg CO2e and 258 kg CO2e', 171.1, 84.2, 258],
  ['entre 10 et 12 t', 11_000, 10_000, 12_000],
  ['10 à 12 t', 11_000, 10_000, 12_000],
  ['10..12 t', 11_000, 10_000, 12_000],
  ['10..11.5..12 t', 11_500, 10_000, 12_000],
  ['10 ± 2 t', 10_000, 8000, 12_000],
  ['142 kg CO2e (between 84.2 kg CO2e and 258 kg CO2e)', 142, 84.2, 258],
  ['142 (84.2 to 258) kg', 142, 84.2, 258],
  ['2,865 t CO2e (between 544 t CO2e and 16,976 t CO2e)', 2_865_000, 544_000, 16_976_000],
])('%s, a range', (text, value, low, high) => {
  expect(massFromText(text)).toMatchObject({ value, low, high });
});

test.each([
  ['1.1 t', 1050, 1150],
  ['1.10 t', 1095, 1105],
  ['7 g', 0.0065, 0.0075],
  ['16,714 kg', 16_713.5, 16_714.5],
  ['1,100 kg', 1050, 1150],
  ['1 000 kg', 950, 1050],
  ['20 t', 19_500, 20_500],
  ['12,900 kg', 12_850, 12_950],
  ['1.2e3 kg', 1150, 1250],
  ['12,9 t', 12_850, 12_950],
  ['0 kg', 0, 0],
  ['10-12 t', 9500, 12_500],
  ['10..11.5..12.5 t', 9500, 12_550],
  ['10 ± 2 t', 7500, 12_500],
  ['142 kg CO2e (between 84.2 kg CO2e and 258 kg CO2e)', 84.15, 258.5],
])('%s stands for %d to %d kg', (text, low, high) => {
  const read = massFromText(text);
  expect(read?.asWritten.low).toBeCloseTo(low, 9);
  expect(read?.asWritten.high).toBeCloseTo(high, 9);
});

test('what a mass rounds to stands for it', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-3, max: 1e9, noNaN: true }),
      fc.integer({ min: 2, max: 5 }),
      (kg, digits) => {
        const { asWritten } = massFromText(`${Number(kg.toPrecision(digits))} kg`) ?? {};
        const slack = 1e-12 * kg;
        expect(asWritten?.low).toBeLessThanOrEqual(kg + slack);
        expect(asWritten?.high).toBeGreaterThanOrEqual(kg - slack);
      },
    ),
  );
});

describe('no mass, or one that may be several', () => {
  test.each([
    '50',
    '50 MT',
    '50 MG',
    '50 tons',
    '50 kWh',
    '-3 kg',
    '12-10 t',
    '5 ± 9 t',
    'a lot',
    '',
    'kg',
    '1.234.567 kg',
    'x'.repeat(300),
  ])('%s', (text) => {
    expect(massFromText(text)).toBeNull();
  });
});

test('what our own answers write is read back, in both languages', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 999_999_999 }),
      fc.constantFrom('en', 'fr'),
      (kg, locale) => {
        const text = `${kg.toLocaleString(locale)} kg CO2e`;
        expect(massFromText(text)?.value).toBe(kg);
      },
    ),
  );
});
