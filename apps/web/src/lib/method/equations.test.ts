import { expect, test } from 'vitest';
import { EQUATIONS, inLanguage } from './equations.ts';

test('a French equation has a comma in its numbers', () => {
  const [, ends] = EQUATIONS.one;
  expect(inLanguage(ends, 'fr')).toContain('g^{1{,}645}');
  expect(inLanguage(ends, 'en')).toBe(ends);
});
