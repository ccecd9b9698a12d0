import { expect, test } from 'vitest';
import { french } from './fr/index.ts';
import { amount, english, formula, stepName } from './index.ts';

const plain = { of: null, unit: '1' } as const;

test('a product is told with its units', () => {
  const operands = [
    { ...plain, by: 'times', value: 8, unit: 'chips' },
    { ...plain, by: 'times', value: 0.7 },
    { ...plain, by: 'over', value: 1000 },
  ] as const;
  expect(formula({ operands }, english)).toBe('8 chips × 0.7 / 1,000');
  expect(formula({ operands }, french)).toBe('8 puces × 0,7 / 1\u202f000');
});

test('a sum is told by the names of its steps', () => {
  const operands = [
    { by: 'plus', value: 1, unit: 'kg CO2e', of: 'chip-2-embodied' },
    { by: 'plus', value: 2, unit: 'kg CO2e', of: 'server-embodied' },
  ] as const;
  expect(formula({ operands }, english)).toBe(
    'share of making the chips 2 + share of making the rest',
  );
});

test('what was looked up has no formula', () => {
  expect(formula({ operands: [] }, english)).toBe('');
});

test('a plain number has no unit', () => {
  expect(amount(0.5, '1', french)).toBe('0,5');
  expect(amount(64, 'GB', french)).toBe('64 Go');
  expect(amount(64, 'GB', english)).toBe('64 GB');
});

test('a step is told by its name, the index of one of several at the end', () => {
  expect(stepName('tdp', english)).toBe('rated power of one chip');
  expect(stepName('tdp-2', french)).toBe('puissance nominale d’une puce 2');
  expect(stepName('chip-12-made', english)).toBe('making one chip 12');
  expect(stepName('new-line-3', english)).toBe('new line 3');
});
