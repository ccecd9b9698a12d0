import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { exp, expm1, hypot, ln, log1p, log2, pow, square } from './elementary.ts';

const CALLS = 20_000;

/** Numbers that are the same everywhere: the shared source of chance of old C libraries. */
function numbers(): () => number {
  let state = 2026;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 2 ** 32;
  };
}

/** A hash of the bytes of many answers. */
function bitsOf(answer: (next: () => number) => number): string {
  const next = numbers();
  const bytes = Buffer.alloc(8 * CALLS);
  for (let index = 0; index < CALLS; index++) bytes.writeDoubleLE(answer(next), 8 * index);
  return createHash('sha256').update(bytes).digest('hex').slice(0, 12);
}

// Of any engine; tests/browser/library.spec.ts asks a browser. A new version of a library may not move them unseen:
// published editions give their figures to the last bit.
test.each<[string, string, (next: () => number) => number]>([
  ['exp', '942734cbe251', (next) => exp(20 * next() - 10)],
  ['expm1', 'bdf50d70f31d', (next) => expm1(next())],
  ['ln', '144781ccf503', (next) => ln(10 * next())],
  ['log1p', '8a0583de92ae', (next) => log1p(next())],
  ['log2', 'a3b9e4c6fee1', (next) => log2(1000 * next())],
  ['pow', '7de2eef5ebc6', (next) => pow(10 * next(), 4 * next() - 2)],
  ['hypot', '3bb9ad541813', (next) => hypot(next(), 10 * next(), next())],
])('%s is the same to the last bit', (_, bits, answer) => {
  expect(bitsOf(answer)).toBe(bits);
});

test('they are the functions that they are named after', () => {
  const next = numbers();
  for (let index = 0; index < 1000; index++) {
    const [x, y] = [10 * next(), 4 * next() - 2];
    const close: readonly (readonly [number, number])[] = [
      [exp(x), Math.exp(x)],
      [expm1(x), Math.expm1(x)],
      [ln(x), Math.log(x)],
      [log1p(x), Math.log1p(x)],
      [log2(x), Math.log2(x)],
      [pow(x, y), x ** y],
      [hypot(x, y, 1), Math.hypot(x, y, 1)],
      [square(y), y ** 2],
    ];
    for (const [ours, theirs] of close)
      expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(4 * Number.EPSILON * Math.abs(theirs));
  }
});

test('at their ends', () => {
  expect([exp(0), ln(1), pow(7, 0), pow(0, 2), log2(8), hypot(), hypot(0, 0), hypot(3, 4)]).toEqual(
    [1, 0, 1, 0, 3, 0, 0, 5],
  );
  expect(hypot(1e300, 1e300)).toBeCloseTo(1.414e300, -298);
  expect([exp(-1e4), exp(1e4), ln(0)]).toEqual([0, Infinity, -Infinity]);
  expect([hypot(Number.NaN, 1), ln(-1)]).toEqual([Number.NaN, Number.NaN]);
});
