import { expect, test } from 'vitest';
import { calendarOf } from './days.ts';

test('a year is one piece of weeks that begin on Monday', () => {
  const { days, pieces, weeks } = calendarOf('2025-01-01', '2025-12-31', 12);
  expect(days).toHaveLength(365);
  expect(days[0]).toEqual({ day: '2025-01-01', row: 0, week: 0, weekday: 2 });
  expect(days.at(-1)).toEqual({ day: '2025-12-31', row: 0, week: 52, weekday: 2 });
  expect(days.find(({ day }) => day === '2025-01-06')).toMatchObject({ week: 1, weekday: 0 });
  expect([pieces.length, weeks]).toEqual([1, 53]);
  expect(pieces[0]?.months).toHaveLength(12);
});

test('where there is no room, halves of years; leap days are days', () => {
  const { days, pieces } = calendarOf('2023-11-15', '2024-08-02', 6);
  expect(days.map(({ day }) => day)).toContain('2024-02-29');
  expect(pieces.map(({ row, year, months }) => [row, year, months.length])).toEqual([
    [0, 2023, 1],
    [1, 2024, 6],
    [2, 2024, 2],
  ]);
  expect(days.find(({ day }) => day === '2024-07-01')).toEqual({
    day: '2024-07-01',
    row: 2,
    week: 0,
    weekday: 0,
  });
});

test('a last week alone is no piece of its own', () => {
  const { days, pieces, weeks } = calendarOf('2025-01-01', '2026-01-01', 12);
  expect(pieces).toHaveLength(1);
  expect(weeks).toBe(53);
  expect(days.at(-1)).toEqual({ day: '2026-01-01', row: 0, week: 52, weekday: 3 });
  expect(calendarOf('2025-01-01', '2026-01-08', 12).pieces).toHaveLength(2);
});
