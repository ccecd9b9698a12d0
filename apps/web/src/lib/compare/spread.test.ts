import { expect, test } from 'vitest';
import { spread } from './spread.ts';

test('dots on one spot end apart, and always the same way', () => {
  const dots = Array.from({ length: 30 }, (_, id) => ({ id, x: 50, y: 50 }));
  const placed = spread(dots, 8);
  for (const [index, a] of placed.entries()) {
    for (const b of placed.slice(index + 1)) {
      expect(Math.hypot(a.atX - b.atX, a.atY - b.atY)).toBeGreaterThanOrEqual(8 - 1e-9);
    }
  }
  expect(spread(dots, 8)).toEqual(placed);
});

test('of however many, none ends so far off that it would tell another place', () => {
  const dots = Array.from({ length: 200 }, (_, id) => ({ id, x: 50, y: 50 }));
  for (const { atX, atY } of spread(dots, 8)) {
    expect(Math.hypot(atX - 50, atY - 50)).toBeLessThan(4.5 * 8);
  }
});

test('dots that lie apart stay where they are', () => {
  const dots = [
    { x: 0, y: 0 },
    { x: 20, y: 0 },
  ];
  expect(spread(dots, 8).map(({ atX, atY }) => [atX, atY])).toEqual([
    [0, 0],
    [20, 0],
  ]);
});
