import { expect, test } from 'vitest';
import { clockRows } from './clock.ts';

test('UTC is ahead of itself by nothing', () => {
  expect(clockRows('UTC', '2024-12-31 23:00:00', '2025-12-31 23:00:00')).toEqual([
    ['0000', '9999', 0],
  ]);
});

test('summer time begins and ends at its hour', () => {
  expect(clockRows('Europe/Berlin', '2025-01-01 05:00:00', '2025-12-31 23:00:00')).toEqual([
    ['0000', '2025-03-30 01', 1],
    ['2025-03-30 01', '2025-10-26 01', 2],
    ['2025-10-26 01', '9999', 1],
  ]);
});

test('half hours', () => {
  expect(clockRows('Asia/Kolkata', '2025-01-01 05:00:00', null)).toEqual([['0000', '9999', 5.5]]);
});

test('no jobs, no changes', () => {
  expect(clockRows('Europe/Berlin', null, null)).toEqual([['0000', '9999', 1]]);
});
