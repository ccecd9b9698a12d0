import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Bytes } from './bytes.ts';

const bytes = new Bytes();
const numberText = (value: number) => {
  bytes.number(value);
  return bytes.take().toString('utf8');
};

test.each([
  [0, '0'],
  [1, '1'],
  [320, '320'],
  [100.5, '100.5'],
  [0.1, '0.1'],
  [0.25, '0.25'],
  [0.001_02, '0.00102'],
  [1e-6, '0.000001'],
  [1.5e-8, '1.5e-8'],
  [1 / 3, '0.333333333333'],
  [2 / 3, '0.666666666667'],
  [0.999_999_999_999_9, '1'],
  [9.999_999_999_999_9, '10'],
  [999_999_999_999.9, '1000000000000'],
  [120_000_000_000, '120000000000'],
  [123_456_789_012, '123456789012'],
  [1e15, '1000000000000000'],
  [1.024_029_505_31e80, '1.02402950531e+80'],
  [5e-324, '5e-324'],
])('%d is written %s', (value, text) => {
  expect(numberText(value)).toBe(text);
});

test('any number is JSON, as near as twelve digits are, and no longer than it must be', () => {
  const number = fc.oneof(
    fc.double({ min: 1e-7, max: 1e13, noNaN: true }),
    fc.double({ min: -7, max: 13, noNaN: true }).map((power) => 10 ** power),
    fc.nat().map((whole) => whole / 1000),
    fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
  );
  fc.assert(
    fc.property(number, (value) => {
      const text = numberText(value);
      const wanted = Number(value.toPrecision(12));
      if (value < 1e-300) expect(JSON.parse(text)).toBe(wanted);
      else expect(Math.abs(JSON.parse(text) - value) / value).toBeLessThanOrEqual(5.000_01e-12);
      expect(text).not.toMatch(/\.\d*0$|\.$|^0\d/);
    }),
    { numRuns: 5000 },
  );
});

test('any texts and numbers stand one after the other, however many', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ minLength: 100, maxLength: 900 }),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(text, fc.nat()), { maxLength: 40 }),
      fc.nat(30),
      (parts, times) => {
        let wanted = '';
        for (let turn = 0; turn <= times; turn++) {
          for (const [some, whole] of parts) {
            bytes.text(some);
            bytes.number(whole);
            wanted += some + whole;
          }
        }
        const { length } = bytes;
        const taken = bytes.take();
        expect(taken.toString('utf8')).toBe(Buffer.from(wanted).toString('utf8'));
        expect(length).toBe(taken.length);
      },
    ),
    { numRuns: 100 },
  );
});

test('what was taken stays as it was', () => {
  bytes.text('first');
  const taken = bytes.take();
  bytes.text('other');
  expect(taken.toString()).toBe('first');
  bytes.take();
});
