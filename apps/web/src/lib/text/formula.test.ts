import { expect, test } from 'vitest';
import { formulaOf, operandOf, partsOf } from './formula.ts';

test('a formula comes apart into operands and signs', () => {
  expect(partsOf('8 chips x 400 W x 0.7 x 100 h / 1000')).toEqual([
    '8 chips',
    'x',
    '400 W',
    'x',
    '0.7',
    'x',
    '100 h',
    '/',
    '1000',
  ]);
  expect(partsOf('chip-embodied + server-embodied')).toEqual([
    'chip-embodied',
    '+',
    'server-embodied',
  ]);
});

test('an operand is a number with its unit, or words', () => {
  expect(operandOf('8 chips')).toEqual({ value: 8, words: 'chips' });
  expect(operandOf('1.5e-9 kWh of IT energy')).toEqual({
    value: 1.5e-9,
    words: 'kWh of IT energy',
  });
  expect(operandOf('0.7')).toEqual({ value: 0.7, words: '' });
  expect(operandOf('rounded to 2 decimals')).toEqual({
    value: null,
    words: 'rounded to 2 decimals',
  });
});

test('a formula is written with names, signs and numbers of the page', () => {
  const show = {
    number: (value: number) => value.toFixed(1),
    step: (id: string) => `[${id}]`,
    words: (words: string) => words.toUpperCase(),
  };
  expect(
    formulaOf({ formula: 'chip-made + server-made', from: ['chip-made', 'server-made'] }, show),
  ).toBe('[chip-made] + [server-made]');
  expect(formulaOf({ formula: '8 chips x 400 W / 1000', from: ['tdp'] }, show)).toBe(
    '8.0 CHIPS × 400.0 W / 1000.0',
  );
  expect(formulaOf({ formula: '', from: [] }, show)).toBe('');
});
