import { expect, test } from 'vitest';
import { fitted } from './fit.ts';

const at = (coefficients: readonly number[], t: number) =>
  coefficients.reduceRight((sum, one) => one + t * sum, 0);

test('a smooth function is followed to 1e-11 everywhere', () => {
  const of = (t: number) => Math.exp(Math.sqrt(0.04 + 0.01 * (1 + t / 8)));
  const coefficients = fitted(of);
  for (let t = -1; t <= 1; t += 0.01)
    expect(Math.abs(at(coefficients ?? [], t) / of(t) - 1)).toBeLessThan(1e-11);
});

test('a constant has one coefficient that counts', () => {
  expect(fitted(() => 1.75)).toEqual([1.75, 0, 0, 0, 0, 0, 0]);
});

test('a kink, a pole or what is not known is no polynomial', () => {
  expect(fitted((t) => 1 + Math.abs(t - 0.3))).toBeNull();
  expect(fitted((t) => 1 / (t - 1.05))).toBeNull();
  expect(fitted((t) => (t > 0.9 ? null : 1))).toBeNull();
});
