import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayNumber } from '../../calculator/src/index.ts';
import { energy, given, mass, rounded, shown, unitOf } from './figure.ts';

test('a quantity reads in the unit of its value, both ends with it', () => {
  expect(mass({ value: 142.2, low: 86.5, high: 2150 })).toMatchObject({
    unit: 'kg',
    number: '142',
  });
  expect(mass({ value: 1420, low: 865, high: 2150 })).toEqual({
    unit: 't',
    number: '1.42',
    low: '0.865',
    high: '2.15',
  });
  expect(mass({ value: 0.142 })).toEqual({ unit: 'g', number: '142', low: null, high: null });
  expect(energy({ value: 0.3 })).toMatchObject({ unit: 'Wh', number: '300' });
});

test('nothing is 0 of the plain unit, and what has an upper end reads in the smallest', () => {
  expect(mass({ value: 0 })).toEqual({ unit: 'kg', number: '0', low: null, high: null });
  expect(energy({ value: 0, low: 0, high: 0 })).toMatchObject({ unit: 'kWh', low: null });
  expect(mass({ value: 0, low: 0, high: 1 }).unit).not.toBe('kg');
});

test('a range without width is none', () => {
  expect(mass({ value: 3, low: 3, high: 3 })).toMatchObject({ low: null, high: null });
});

test('one unit for several quantities is that of the largest', () => {
  expect(unitOf([{ value: 2 }, { value: 3000 }], 'mass')).toEqual({ factor: 1000, name: 't' });
  expect(unitOf([{ value: 2 }, { value: 0.003 }], 'energy')).toEqual({ factor: 1, name: 'kWh' });
  expect(unitOf([{ value: 0 }], 'mass')).toEqual({ factor: 1, name: 'kg' });
  expect(unitOf([], 'energy')).toEqual({ factor: 1, name: 'kWh' });
});

test('digits stay, and powers of ten stand only where a number is very large or small', () => {
  expect(rounded(0, 3)).toBe('0');
  expect(rounded(1.5, 3)).toBe('1.50');
  expect(rounded(123_456, 3)).toBe('123,000');
  expect(rounded(0.000_012_3, 3)).toBe('1.23e-5');
  expect(rounded(-2.345, 2)).toBe('-2.3');
});

test('figures are those of the command, what was given is written as the platform writes it', () => {
  expect([0, 100, 1234, 12_345, -12_345, 2.5].map(given)).toEqual([
    '0',
    '100',
    '1,234',
    '12,345',
    '-12,345',
    '2.5',
  ]);
  const platform = (value: number, options: Intl.NumberFormatOptions) =>
    value.toLocaleString('en', options);
  fc.assert(
    fc.property(fc.maxSafeInteger(), (value) => {
      expect(given(value)).toBe(platform(value, { maximumFractionDigits: 0 }));
    }),
  );
  const plain = fc.double({ min: 1e-4, max: 900_000_000, noNaN: true });
  fc.assert(
    fc.property(plain, fc.integer({ min: 1, max: 12 }), fc.boolean(), (size, digits, isBelow) => {
      // Digits as people write them too, where a half may stand at the end.
      for (const value of [size, Number(size.toPrecision(digits))]) {
        const signed = isBelow ? -value : value;
        expect(shown(signed)).toBe(displayNumber(signed, 'en'));
        if (!Number.isInteger(signed))
          expect(given(signed)).toBe(platform(signed, { maximumSignificantDigits: 6 }));
      }
    }),
    { numRuns: 2000 },
  );
});
