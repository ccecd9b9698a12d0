import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayEnergy, displayMass, displayNumber, together } from './display.ts';
import { inEnglish } from './estimate/worded.ts';

test('masses and energies read in the unit that fits, from one token to a nation', () => {
  const mass = (kg: number) => together(displayMass(kg, 'en'));
  expect([0, 2.37e-11, 1e-9, 4.6e-7, 0.012, 165.4, 1e10].map(mass)).toEqual([
    '0 kg',
    '23.7 ng',
    '1 µg',
    '460 µg',
    '12 g',
    '165 kg',
    '10,000,000 t',
  ]);
  const energy = (kwh: number) => together(displayEnergy(kwh, 'en'));
  expect([4.74e-11, 3e-8, 0.3, 379, 3.8e7].map(energy)).toEqual([
    '0.0474 µWh',
    '30 µWh',
    '300 Wh',
    '379 kWh',
    '38 GWh',
  ]);
});

test('both ends of a range read in one unit', () => {
  const low = (kg: number, high: number) => together(displayMass(kg, 'en', high));
  expect(low(849, 29_000)).toBe('0.849 t');
  expect(low(113, 321)).toBe('113 kg');
  expect(low(20, 2000)).toBe('0.02 t');
  expect(low(0.0012, 2000)).toBe('1.2 g');
  expect(low(0, 0)).toBe('0 kg');
  expect(low(2, 0)).toBe('2 kg');
});

test('a number that is not zero never reads as zero, and none reads as NaN', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (value) => {
      const text = displayNumber(value, 'en');
      expect(text).not.toBe('0');
      expect(text).not.toMatch(/NaN|∞/);
    }),
  );
});

test('English is written as the platform writes it', () => {
  const digits = (value: number) => Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  const byPlatform = (value: number) =>
    new Intl.NumberFormat('en', { maximumFractionDigits: digits(value) }).format(value);
  for (const value of [
    0.5, 2.5, 12.345, 99.95, 999.5, 1234.5, 999_999.5, 1.005, -1234.5, -0.0625,
  ]) {
    expect(displayNumber(value, 'en')).toBe(byPlatform(value));
  }
  const sizes = fc.tuple(
    fc.double({ min: 1, max: 9.9999, noNaN: true }),
    fc.integer({ min: -3, max: 11 }),
  );
  fc.assert(
    fc.property(sizes, fc.boolean(), ([digit, power], isNegative) => {
      const value = (isNegative ? -1 : 1) * digit * 10 ** power;
      expect(displayNumber(value, 'en')).toBe(byPlatform(value));
    }),
    { numRuns: 2000 },
  );
});

test('a sentence says a figure as it stands beside it', () => {
  const inSentence = (ratio: number) => {
    const text = inEnglish({ code: 'out-of-range', ratio });
    return /claim is (\S+) times/.exec(text)?.[1];
  };
  const shown = (value: number) => displayNumber(value, 'en');
  const values = [14.45, 1.005, 0.10045, 2.5, 999.5, 49_261.4, 1_407, 1_000];
  expect(values.map(inSentence)).toEqual(values.map(shown));
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (value) => {
      expect(inSentence(value)).toBe(shown(value));
    }),
  );
});
