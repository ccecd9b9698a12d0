import { expect, test } from 'vitest';
import { LAST_KG, placed, placeOf } from './ruler.ts';

test('a mass stands by its logarithm, and never beyond the ends', () => {
  expect(placeOf(1e-3)).toBe(0);
  expect(placeOf(100)).toBeCloseTo(0.5, 12);
  expect(placeOf(LAST_KG)).toBe(1);
  expect(placeOf(1e-9)).toBe(0);
  expect(placeOf(1e12)).toBe(1);
  expect(placeOf(0)).toBe(0);
});

test('labels in one row never touch', () => {
  const landmarks = [1, 2, 3, 5, 1e6, 1e7].map((kg) => ({
    id: `${kg}`,
    kg,
    name: 'x',
    sourceId: 'x',
  }));
  const width = 0.2;
  const all = placed(landmarks, () => width);
  const rows = new Map(all.map(({ row }) => [row, all.filter((one) => one.row === row)]));
  for (const row of rows.values()) {
    const starts = row.map(({ at }) => Math.max(0, Math.min(1 - width, at - width / 2)));
    for (const [index, start] of starts.entries()) {
      if (index > 0) expect(start - (starts[index - 1] ?? 0)).toBeGreaterThanOrEqual(width - 1e-12);
    }
  }
});
