import { expect, test } from 'vitest';
import { list, number, optionalNumber, text } from './column.ts';
import { camelCase, joinedRows, readTable, rowGroups, rowsByKey, rowsOf } from './read-table.ts';

const SPEC = {
  zone: text('which'),
  g_per_kwh: number('how much'),
  names: list('other names'),
  lost_w: optionalNumber('not in the file'),
};
const table = (zones: readonly string[], figures: readonly string[], names: readonly string[]) => ({
  name: 'test.csv',
  columns: ['g_per_kwh', 'zone', 'names'],
  rowCount: zones.length,
  cellsAt: (place: number) => [figures, zones, names][place] ?? [],
});
const TABLE = table(['FR', 'DE', 'FR'], ['50', '400', '60'], ['a;b', '', '']);

test('names of columns as names of fields', () => {
  expect(['tdp_w', 'carbon_intensity_g_per_kwh', 'gwp_100', 'id'].map(camelCase)).toEqual([
    'tdpW',
    'carbonIntensityGPerKwh',
    'gwp100',
    'id',
  ]);
});

test('a row a line, by the names of its columns; a column that is not there is empty', () => {
  expect(readTable(TABLE, SPEC)).toEqual([
    { zone: 'FR', gPerKwh: 50, names: ['a', 'b'], lostW: null },
    { zone: 'DE', gPerKwh: 400, names: [], lostW: null },
    { zone: 'FR', gPerKwh: 60, names: [], lostW: null },
  ]);
  expect(readTable(table([], [], []), SPEC)).toEqual([]);
});

test('nobody changes a fact', () => {
  const [row] = readTable(TABLE, SPEC);
  expect(Object.isFrozen(row)).toBe(true);
  expect(Object.isFrozen(row?.names)).toBe(true);
});

test('rows of several tables by one column, those of the first table first', () => {
  const more = table(['DE', 'FR'], ['401', '61'], ['', '']);
  const rows = joinedRows([rowsOf(TABLE, SPEC), rowsOf(more, SPEC)]);
  const groups = rowGroups(rows, ({ zone }) => [zone]);
  expect(groups.get('FR')?.map(({ gPerKwh }) => gPerKwh)).toEqual([50, 60, 61]);
  expect(groups.get('DE')?.map(({ gPerKwh }) => gPerKwh)).toEqual([400, 401]);
  expect(groups.get('IT')).toBeUndefined();
  expect(groups.get('FR')).toBe(groups.get('FR'));
  expect([...groups.keys()]).toEqual(['FR', 'DE']);
  // Of two with one key the last.
  expect(rowsByKey(rows, ({ zone }) => zone).get('FR')?.gPerKwh).toBe(61);
});
