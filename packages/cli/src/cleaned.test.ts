import { expect, test } from 'vitest';
import { cleaned } from './cleaned.ts';

test.each([
  ['red \u001b[31m', 'red \ufffd[31m'],
  ['\u0007bell', '\ufffdbell'],
  ['\u009b2J', '\ufffd2J'],
  ['two\nlines\r\n and\ttabs', 'two lines  and tabs'],
  ['\u202etxt.exe', '\ufffdtxt.exe'],
  ['大規模 é', '大規模 é'],
])('%j', (text, shown) => expect(cleaned(text)).toBe(shown));

test('every text of a value, and nothing else of it', () => {
  const value = { a: ['\u001b', 1, null, true], b: { '\u001bkey': 'x' } };
  expect(cleaned(value)).toEqual({ a: ['\ufffd', 1, null, true], b: { '\ufffdkey': 'x' } });
});
