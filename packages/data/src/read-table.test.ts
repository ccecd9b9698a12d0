import { expect, test } from 'vitest';
import { list, number, optionalNumber, text } from './column.ts';
import { camelCase, joinedRows, readTable, rowGroups, rowsByKey, rowsOf } from './read-table.ts';
import { groupedText, noTable, tableFrom } from './table-text.ts';

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
  const seen: number[] = [];
  for (const key of ['FR', 'IT']) groups.peek(key, ({ gPerKwh }) => seen.push(gPerKwh));
  expect(seen).toEqual([50, 60, 61]);
  // Of two with one key the last.
  expect(rowsByKey(rows, ({ zone }) => zone).get('FR')?.gPerKwh).toBe(61);
});

test('a look at a row reads what is asked of it; one that was read is that row itself', () => {
  const rows = rowsOf(TABLE, SPEC);
  const { zone, names, lostW } = rows.peek(1);
  expect({ zone, names, lostW }).toEqual({ zone: 'DE', names: [], lostW: null });
  expect(rows.peek(0).gPerKwh).toBe(50);
  const read = rows.at(2);
  expect(rows.peek(2)).toBe(read);
  expect(rows.at(2)).toBe(read);
});

test('tables of one row and of none can be joined', () => {
  const one = rowsOf(table(['IT'], ['300'], ['']), SPEC);
  const none = rowsOf(noTable(), SPEC);
  expect(none.all()).toEqual([]);
  expect(joinedRows([none, one]).all()).toMatchObject([{ zone: 'IT' }]);
  expect(joinedRows([rowsOf(TABLE, SPEC), none, one]).all()).toHaveLength(4);
  expect(joinedRows([none, none]).length).toBe(0);
  expect(joinedRows<{ readonly zone: string }>([]).all()).toEqual([]);
});

const GROUPED = {
  columns: ['zone', 'g_per_kwh', 'names'],
  cells: [
    ['FR', 'FR', 'DE', 'IT'],
    ['50', '60', '400', '300'],
    ['a;b', '', '', 'c'],
  ],
};
const grouped = () => rowsOf(tableFrom('test.csv', groupedText(GROUPED)), SPEC);

test('of rows that are written by zone, those of one zone are read without the others', () => {
  const rows = grouped();
  expect(rows.length).toBe(4);
  expect(rows.of('FR').all()).toMatchObject([{ gPerKwh: 50 }, { gPerKwh: 60 }]);
  expect(rows.of('FR')).toBe(rows.of('FR'));
  expect(rows.of('XX').all()).toEqual([]);
  expect(rows.all().map(({ zone }) => zone)).toEqual(['FR', 'FR', 'DE', 'IT']);
  expect(rows.at(3)).toMatchObject({ zone: 'IT', gPerKwh: 300, names: ['c'] });
  expect(rows.at(0)).toBe(rows.of('FR').at(0));
  expect(rows.peek(2).gPerKwh).toBe(400);
});

test('rows by a key that begins with their group', () => {
  const byFigure = rowsByKey(
    grouped(),
    ({ zone, gPerKwh }) => `${zone}/${gPerKwh}`,
    (key) => key.slice(0, key.indexOf('/')),
  );
  expect(byFigure.get('FR/60')?.gPerKwh).toBe(60);
  expect(byFigure.has('FR/400')).toBe(false);
  expect(byFigure.has('DE/400')).toBe(true);
  expect([...byFigure.keys()]).toEqual(['FR/50', 'FR/60', 'DE/400', 'IT/300']);
});

test('joined tables are looked through once, however many keys are asked for; a group alone', () => {
  const keysOfAll = (rows: ReturnType<typeof grouped>) => {
    let looked = 0;
    const groups = rowGroups(rows, ({ zone }) => {
      looked += 1;
      return [zone];
    });
    for (const key of ['FR', 'DE', 'FR', 'XX']) groups.get(key);
    return looked;
  };
  const more = rowsOf(table(['DE'], ['401'], ['']), SPEC);
  const joined = joinedRows([rowsOf(TABLE, SPEC), more]);
  expect(joined.of('DE')).toBe(joined);
  expect(keysOfAll(joined)).toBe(4);
  // Two of France, one of Germany.
  expect(keysOfAll(grouped())).toBe(3);
  const mixed = joinedRows([grouped(), more]);
  expect(mixed.of('DE').all()).toMatchObject([{ gPerKwh: 400 }, { gPerKwh: 401 }]);
});
