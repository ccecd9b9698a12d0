import { expect, test } from 'vitest';
import { found, orderOf, sorted } from './tables.ts';

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

test('a name comes first, then the figure that is looked for, and the key last', () => {
  const columns = ['id', 'name', 'vendor', 'tdp_w', 'memory_gb'];
  expect(orderOf(columns).map((place) => columns[place])).toEqual([
    'name',
    'tdp_w',
    'vendor',
    'memory_gb',
    'id',
  ]);
  // Rows without a name are known by their key.
  expect(orderOf(['id', 'value'])).toEqual([0, 1]);
});

test('of equals what more is known of comes first', () => {
  const rows = [
    ['new', '2026', '', ''],
    ['known', '2026', '700', '80'],
  ];
  expect(sorted(rows, { column: 1, isDown: true }).map(([name]) => name)).toEqual(['known', 'new']);
});
