import { expect, test } from 'vitest';
import { asShare, asTyped } from './number-text.ts';

test.each([
  ['8', 8],
  [' 0.5 ', 0.5],
  ['.5', 0.5],
  ['1e6', 1e6],
  ['-3', -3],
  ['1,5', '1,5'],
  ['1_000', '1_000'],
  ['0x10', '0x10'],
  ['NaN', 'NaN'],
  ['Infinity', 'Infinity'],
  ['', ''],
  ['8 GPUs', '8 GPUs'],
  ['1/7', 1 / 7],
  ['3 / 4', 0.75],
  ['1/0', '1/0'],
  ['2026/11/29', '2026/11/29'],
])('%s', (text, value) => {
  expect(asTyped(text)).toBe(value);
});

test.each([
  ['50%', 0.5],
  ['50 %', 0.5],
  ['0.5', 0.5],
  ['250%', 2.5],
  ['x%', 'x%'],
  ['%', '%'],
])('%s as a share', (text, value) => {
  expect(asShare(text)).toBe(value);
});
