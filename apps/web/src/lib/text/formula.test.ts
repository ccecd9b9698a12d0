import { expect, test } from 'vitest';
import { formulaOf } from './formula.ts';

const show = {
  number: (value: number) => value.toFixed(1),
  step: (id: string) => `[${id}]`,
  words: (words: string) => words.toUpperCase(),
};

test('a formula is written with names, signs and numbers of the page', () => {
  const made = (of: string) => ({ by: 'plus' as const, value: 3, unit: 'kg CO2e', of });
  expect(
    formulaOf({ formula: 'x', operands: [made('chip-made'), made('server-made')] }, show),
  ).toBe('[chip-made] + [server-made]');
  const factor = (by: 'times' | 'over', value: number, unit: string) => ({
    by,
    value,
    unit,
    of: null,
  });
  expect(
    formulaOf(
      {
        formula: 'x',
        operands: [
          factor('times', 8, 'chips'),
          factor('times', 400, 'W'),
          factor('over', 1000, '1'),
        ],
      },
      show,
    ),
  ).toBe('8.0 CHIPS × 400.0 W / 1000.0');
});

test('one in words is said in words; a number that was looked up has none', () => {
  expect(formulaOf({ formula: 'rounded to 2 decimals', operands: [] }, show)).toBe(
    'ROUNDED TO 2 DECIMALS',
  );
  expect(formulaOf({ formula: '', operands: [] }, show)).toBe('');
});
