import { expect, test } from 'vitest';
import { spread } from './spread.ts';

test('a hundred dots on one spot end apart, and always the same way', () => {
  const dots = Array.from({ length: 100 }, (_, id) => ({ id, x: 50, y: 50 }));
  const placed = spread(dots, 8);
  for (const [index, a] of placed.entries()) {
    for (const b of placed.slice(index + 1)) {
      expect(Math.hypot(a.atX - b.atX, a.atY - b.atY)).toBeGreaterThanOrEqual(8 - 1e-9);
    }
  }
  expect(spread(dots, 8)).toEqual(placed);
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
