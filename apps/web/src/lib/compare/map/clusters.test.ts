import { expect, test } from 'vitest';
import { clustered, opened } from './clusters.ts';

const spot = (key: string, x: number, y: number) => ({ key, x, y });

test('what would cover each other is one mark in its middle, what lies apart stays where it is', () => {
  const marks = clustered([spot('a', 0, 0), spot('b', 4, 0), spot('c', 50, 50)], 10);
  expect(marks.map(({ key, x, y, items }) => [key, x, y, items.length])).toEqual([
    ['a', 2, 0, 2],
    ['c', 50, 50, 1],
  ]);
});

test('no two marks are nearer than the gap, even where one moved as it took in another', () => {
  const items = Array.from({ length: 300 }, (_, index) =>
    spot(String(index), (index * 37) % 300, (index * 61) % 150),
  );
  const marks = clustered(items, 24);
  for (const [index, one] of marks.entries()) {
    for (const other of marks.slice(index + 1)) {
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(24);
    }
  }
});

test('nothing is lost, however many there are', () => {
  const items = Array.from({ length: 400 }, (_, index) =>
    spot(String(index), (index * 37) % 300, (index * 61) % 200),
  );
  const marks = clustered(items, 20);
  expect(marks.flatMap(({ items: own }) => own.map(({ key }) => key)).sort()).toEqual(
    items.map(({ key }) => key).sort(),
  );
});

test('a mark that is opened shows each of its places apart, the others stay', () => {
  const marks = clustered(
    [spot('a', 10, 10), spot('b', 10, 10), spot('c', 10, 10), spot('d', 90, 90)],
    12,
  );
  const shown = opened(marks, 'a', 12);
  expect(shown.map(({ key }) => key)).toEqual(['a', 'b', 'c', 'd']);
  for (const [index, one] of shown.entries()) {
    for (const other of shown.slice(index + 1)) {
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(12 - 1e-9);
    }
  }
  expect(opened(marks, null, 12)).toEqual(marks);
});
