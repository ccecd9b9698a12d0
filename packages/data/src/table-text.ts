import type { TextTable } from './read-table.ts';

// A table as one text: its number of rows and its columns, then each column, whose cells stand one after the other. In a
// column most cells are that above: so many times again is a ditto mark and a number. Half the size of JSON, and read
// twice as fast.
const COLUMN = '\u001e';
const CELL = '\t';
const AGAIN = '\u001f';
/** Those three, and what ends a line of code, where the text stands in quotes. */
const SIGNS = [COLUMN, CELL, AGAIN, '\n', '\r'];

/** A table as it is written: the header, and the cells column by column. */
interface WrittenColumns {
  readonly columns: readonly string[];
  readonly cells: readonly (readonly string[])[];
}

/**
 * Writes a table as one text; the build does.
 *
 * Errors: throws where a cell holds a sign that stands for something here.
 */
export function tableText({ columns, cells }: WrittenColumns): string {
  const [first = []] = cells;
  return [[String(first.length), ...columns].join(CELL), ...cells.map(columnText)].join(COLUMN);
}

function columnText(cells: readonly string[]): string {
  const parts: string[] = [];
  let again = 0;
  for (const [index, cell] of cells.entries()) {
    if (SIGNS.some((sign) => cell.includes(sign)))
      throw new Error(`tableText(): ${JSON.stringify(cell)} cannot be written`);
    const isAgain = index > 0 && cell === cells[index - 1];
    if (!isAgain && again > 0) parts.push(`${AGAIN}${again}`);
    again = isAgain ? again + 1 : 0;
    if (!isAgain) parts.push(cell);
  }
  if (again > 0) parts.push(`${AGAIN}${again}`);
  return parts.join(CELL);
}

/**
 * The table that a text says; a column is told apart when it is first asked for.
 *
 * @param name of the table
 * @param text of `tableText`
 */
export function tableFrom(name: string, text: string): TextTable {
  const [head = '', ...written] = text.split(COLUMN);
  const [rows = '', ...columns] = head.split(CELL);
  const rowCount = Number(rows);
  const known = new Map<string, readonly string[]>();
  return {
    name,
    columns,
    rowCount,
    cellsOf(column) {
      const cells = known.get(column) ?? cellsFrom(written[columns.indexOf(column)], rowCount);
      known.set(column, cells);
      return cells;
    },
  };
}

/** An empty table has no cell, though its text has an empty one. */
function cellsFrom(column: string | undefined, rowCount: number): readonly string[] {
  if (column === undefined || rowCount === 0) return [];
  if (!column.includes(AGAIN)) return column.split(CELL);
  const cells: string[] = [];
  let last = '';
  for (const part of column.split(CELL)) {
    if (part.startsWith(AGAIN)) {
      for (let left = Number(part.slice(1)); left > 0; left -= 1) cells.push(last);
    } else {
      last = part;
      cells.push(part);
    }
  }
  return cells;
}

/** In place of a table that an edition does not have yet. */
export const noTable = (): TextTable => ({
  name: '',
  columns: [],
  rowCount: 0,
  cellsOf: () => [],
});
