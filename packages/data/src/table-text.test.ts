import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCommons } from '../vite/read-commons.ts';
import { groupedText, tableFrom, tableText } from './table-text.ts';

const columnar = (columns: readonly string[], rows: readonly (readonly string[])[]) => ({
  columns,
  cells: columns.map((_, index) => rows.map((row) => row[index] ?? '')),
});

/** A table's text, read. */
function readBack(text: string) {
  const { columns, rowCount, cellsAt } = tableFrom('x', text);
  return { columns, rowCount, cells: columns.map((_, place) => cellsAt(place)) };
}

const withCount = (table: ReturnType<typeof columnar>) => ({
  ...table,
  rowCount: table.cells[0]?.length ?? 0,
});

test('each table of the commons is read as it was written', () => {
  for (const { file, columns, rows } of readCommons()) {
    const table = columnar(
      columns,
      rows.map(({ cells }) => cells),
    );
    expect(readBack(tableText(table)), file).toEqual(withCount(table));
  }
});

test('and any other', () => {
  const cell = fc.constantFrom('', 'a', "it's", '"7"', '\\', 'é');
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 3 })
        .chain((width) =>
          fc
            .array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 })
            .map((rows) => columnar(['one', 'two', 'three'].slice(0, width), rows)),
        ),
      (table) => {
        expect(readBack(tableText(table))).toEqual(withCount(table));
      },
    ),
  );
});

test('rows with one first cell can be written, and read, as a group', () => {
  const table = columnar(
    ['zone', 'year', 'note'],
    [
      ['FR', '2023', ''],
      ['FR', '2024', ''],
      ['DE', '2024', 'a'],
    ],
  );
  const text = groupedText(table);
  expect(readBack(text)).toEqual(withCount(table));
  const { groups } = tableFrom('x', text);
  expect(groups?.keys()).toEqual(['FR', 'DE']);
  expect([0, 1, 2].map((place) => groups?.of('FR')?.cellsAt(place))).toEqual([
    ['FR', 'FR'],
    ['2023', '2024'],
    ['', ''],
  ]);
  expect(groups?.of('FR')?.rowCount).toBe(2);
  expect(groups?.of('F')).toBeUndefined();
  const apart = columnar(['zone'], [['FR'], ['DE'], ['FR']]);
  expect(groups?.of('DE')?.rowCount).toBe(1);
  expect(() => groupedText(apart)).toThrow('do not stand together');
});

test('cells like that above are told once', () => {
  const table = columnar(
    ['zone', 'year'],
    [
      ['FR', '2023'],
      ['FR', '2024'],
      ['FR', '2024'],
    ],
  );
  expect(tableText(table)).toBe('3\tzone\tyear\u001eFR\t\u001f2\u001e2023\t2024\t\u001f1');
  const unlike = columnar(['zone'], [['FR'], ['FR'], ['DE'], ['IT']]);
  expect(tableText(unlike)).toBe('4\tzone\u001eFR\t\u001f1\tDE\tIT');
});

test('a sign that stands for something else is refused', () => {
  for (const cell of ['\u001f2', 'a\tb', 'a\nb'])
    expect(() => tableText(columnar(['one'], [[cell]]))).toThrow('cannot be written');
});
