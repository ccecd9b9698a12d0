import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayNumber } from '../../calculator/src/index.ts';
import {
  energy,
  given,
  mass,
  meanAside,
  rounded,
  shown,
  unitOf,
  volume,
  withRange,
} from './figure.ts';

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

test.each([
  [0, '0'],
  [142.385, '142'],
  [9999.4, '9,999'],
  [9990, '9,990'],
  [10_000, '10,000'],
  [123_456, '123,456'],
  [-12_345, '-12,345'],
  [1e12, '1.00e+12'],
  [999_000_000, '999,000,000'],
  [1e-4, '0.0001'],
  [9.99e-5, '9.99e-5'],
])('%d is shown as %s', (value, text) => {
  expect(shown(value)).toBe(text);
});

test.each([
  [0, '0'],
  [16_020, '16,020'],
  [9999, '9,999'],
  [10_000, '10,000'],
  [1335.5, '1,335.5'],
  [12_345.678, '12,345.7'],
  [0.123_456_78, '0.123457'],
  [1e-4, '0.0001'],
  [5e-5, '5.00e-5'],
  [123_456_789_012, '123,456,789,012'],
  [Number.MAX_SAFE_INTEGER, '9,007,199,254,740,991'],
  [1e16, '1.00e+16'],
])('%d was given as %s', (value, text) => {
  expect(given(value)).toBe(text);
});

test.each([
  [1e12, '1.00e+12'],
  [9999, '10,000'],
  [10_000, '10,000'],
  [9990, '9,990'],
  [1e-4, '0.000100'],
])('%d in three digits is %s', (value, text) => {
  expect(rounded(value, 3)).toBe(text);
});

test('the units of reports: mg and Wh are the smallest', () => {
  expect(mass({ value: 1e-6 })).toMatchObject({ number: '1', unit: 'mg' });
  expect(mass({ value: 2e-9 })).toMatchObject({ number: '0.002', unit: 'mg' });
  expect(mass({ value: 1000 })).toMatchObject({ number: '1', unit: 't' });
  expect(energy({ value: 0.001 })).toMatchObject({ number: '1', unit: 'Wh' });
  expect(energy({ value: 2e-6 })).toMatchObject({ number: '0.002', unit: 'Wh' });
  expect(energy({ value: 1e6 })).toMatchObject({ number: '1', unit: 'GWh' });
  expect(volume({ value: 0.5, low: 0.25, high: 1 })).toEqual({
    number: '0.5',
    unit: 'L',
    low: '0.25',
    high: '1',
  });
});

test('litres have three digits, however many there are', () => {
  expect(volume({ value: 236_412, low: 37_687, high: 1_768_871 })).toEqual({
    number: '236,000',
    unit: 'L',
    low: '37,700',
    high: '1,770,000',
  });
});

test('one unit: the least of it is itself, less than the smallest is the plain one', () => {
  expect(unitOf([{ value: 1000 }], 'mass').name).toBe('t');
  expect(unitOf([{ value: 1e-9 }], 'mass')).toEqual({ factor: 1, name: 'kg' });
  expect(unitOf([{ value: 0.5 }], 'energy')).toEqual({ factor: 1e-3, name: 'Wh' });
});

test('one end is no range', () => {
  expect(mass({ value: 3, low: 2 })).toMatchObject({ low: null, high: null });
  expect(mass({ value: 3, high: 4 })).toMatchObject({ low: null, high: null });
});

test('in words, with what it is of, and with its range', () => {
  expect(withRange(mass({ value: 190, low: 110, high: 360 }), 'CO2e')).toBe(
    '190 kg CO2e (90 % range 110 to 360 kg)',
  );
  expect(withRange(energy({ value: 5 }))).toBe('5 kWh');
});

test('a mean stands aside where it is more than half a percent above', () => {
  expect(meanAside({ value: 100, mean: 109 })).toBe(109);
  expect(meanAside({ value: 1000, mean: 1004 })).toBeNull();
  expect(meanAside({ value: 1000, mean: 1006 })).toBe(1006);
  expect(meanAside({ value: 100, mean: 90 })).toBeNull();
  expect(meanAside({ value: 100 })).toBeNull();
});
