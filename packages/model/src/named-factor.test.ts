import { expect, test } from 'vitest';
import { given } from './factor.ts';
import { listed, named } from './named-factor.ts';
import { factor } from './testing.ts';

test('only an exact number of the user stands in the formula alone', () => {
  const exact = given(5, 'hours');
  expect(named('hours', 'h', exact).inline).toBe(true);
  expect(named('hours', 'h', { ...exact, gsd: 1.2 }).inline).toBe(false);
  expect(named('hours', 'h', { ...exact, gsdUp: 1.2 }).inline).toBe(false);
  expect(named('tdp', 'W', factor(400)).inline).toBe(false);
  expect(listed('hours', 'h', exact).inline).toBe(false);
});

test('where it stands in the run, and what it is a quantity of', () => {
  const exact = given(5, 'hours');
  expect(named('hours', 'h', exact)).toMatchObject({ field: '', quantity: null });
  expect(listed('hours', 'h', exact, { field: '/hours' })).toMatchObject({ field: '/hours' });
});
