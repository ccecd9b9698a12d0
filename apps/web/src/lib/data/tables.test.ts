import { expect, test } from 'vitest';
import { found, sorted } from './tables.ts';

const table = {
  columns: ['id', 'w'],
  rows: [
    ['São Paulo', '10'],
    ['b', ''],
    ['c', '9'],
  ],
};

test('rows are found by all words, whatever their case and accents', () => {
  expect(found(table, 'SAO  paulo')).toEqual([['São Paulo', '10']]);
  expect(found(table, '')).toEqual(table.rows);
  expect(found(table, 'x')).toEqual([]);
});

test('numbers sort as numbers, and what is not known comes last either way', () => {
  expect(sorted(table.rows, { column: 1, isDown: false }).map(([, w]) => w)).toEqual([
    '9',
    '10',
    '',
  ]);
  expect(sorted(table.rows, { column: 1, isDown: true }).map(([, w]) => w)).toEqual([
    '10',
    '9',
    '',
  ]);
});
