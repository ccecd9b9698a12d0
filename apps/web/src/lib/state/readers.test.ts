import { afterEach, expect, test } from 'vitest';
import { readDecimalComma, readerOf } from './readers.ts';

afterEach(() => readDecimalComma(false));

test('a number that begins with a zero has no thousands', () => {
  const amount = readerOf('amount');
  expect(amount.read('1,240')).toBe(1240);
  // Whether a comma or a point was meant is asked, as it is of 1,23.
  for (const text of ['0,432', '0,500', '1,23']) expect(amount.read(text)).toBe(text);
  readDecimalComma(true);
  expect(amount.read('0,432')).toBe(0.432);
  expect(amount.read('1 240')).toBe(1240);
});
