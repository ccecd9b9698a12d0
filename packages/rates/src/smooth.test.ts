import { expect, test } from 'vitest';
import { smoothly } from './smooth.ts';

test('a smooth function is the same between its nodes, and asked no more', () => {
  let asked = 0;
  const ends = (at: number) => {
    asked += 1;
    return { low: Math.exp(-Math.sqrt(0.4 + at)), high: Math.exp(Math.sqrt(0.4 + at)) };
  };
  const smooth = smoothly(ends, 0.5);
  const before = asked;
  for (let at = 0; at <= 0.5; at += 0.001) {
    const { low, high } = smooth(at);
    expect(Math.abs(low / Math.exp(-Math.sqrt(0.4 + at)) - 1)).toBeLessThan(1e-12);
    expect(Math.abs(high / Math.exp(Math.sqrt(0.4 + at)) - 1)).toBeLessThan(1e-12);
  }
  expect(asked).toBe(before);
});

test('one that bends too sharply is asked itself', () => {
  const ends = (at: number) => ({ low: Math.min(1, at), high: Math.max(1, at) });
  expect(smoothly(ends, 2)).toBe(ends);
});

test('one end that bends is enough', () => {
  const ends = (at: number) => ({ low: 0.5, high: Math.max(1, at) });
  expect(smoothly(ends, 2)).toBe(ends);
});
