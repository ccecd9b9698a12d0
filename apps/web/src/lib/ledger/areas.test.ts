import { expect, test } from 'vitest';
import { areasOf } from './areas.ts';

const cell = (state: string, user: string, kgCo2e: number) => ({
  keys: { state, user },
  jobs: 1,
  energyKwh: 1,
  kgCo2e,
});

test('areas are in proportion, fill the picture, and groups stay together, the largest first', () => {
  const cells = [
    cell('failed', 'a', 1),
    cell('timeout', 'a', 6),
    cell('failed', 'b', 2),
    cell('timeout', 'b', 3),
    cell('failed', 'c', 0),
  ];
  const areas = areasOf(cells, 'kgCo2e', ({ keys }) => keys.state ?? '', 2);
  expect(areas.map(({ outer, cell: { keys } }) => [outer, keys.state])).toEqual([
    [0, 'timeout'],
    [0, 'timeout'],
    [1, 'failed'],
    [1, 'failed'],
  ]);
  for (const { x1, x2, y1, y2, cell: one } of areas)
    expect((x2 - x1) * (y2 - y1)).toBeCloseTo((2 * one.kgCo2e) / 12, 12);
});

test('nothing is nothing', () => {
  expect(areasOf([], 'kgCo2e', () => '', 2)).toEqual([]);
});
