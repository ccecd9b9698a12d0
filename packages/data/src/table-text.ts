import type { TextTable } from './read-table.ts';

// A table as one text: its number of rows and its columns, then each column, whose cells stand one after the other. In a
// column most cells are that above: so many times again is a ditto mark and a number. Half the size of JSON, and read
// twice as fast. A table of which a question needs the rows of one zone or provider is written group by group, each of
// them so.
const GROUP = '\u001d';
const COLUMN = '\u001e';
const CELL = '\t';
const AGAIN = '\u001f';
/** Those four, and what ends a line of code, where the text stands in quotes. */
const SIGNS = [GROUP, COLUMN, CELL, AGAIN, '\n', '\r'];

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
    const isAgain = cell === cells[index - 1];
    if (!isAgain && again > 0) parts.push(`${AGAIN}${again}`);
    again = isAgain ? again + 1 : 0;
    if (!isAgain) parts.push(cell);
  }
  if (again > 0) parts.push(`${AGAIN}${again}`);
  return parts.join(CELL);
}

/**
 * The same, the rows with one first cell as a text of their own: who asks for these reads no others.
 *
 * Errors: throws as `tableText` does, and where rows with one first cell do not stand together.
 */
export function groupedText({ columns, cells }: WrittenColumns): string {
  const [keys = []] = cells;
  const starts = keys.flatMap((key, index) => (key === keys[index - 1] ? [] : [index]));
  if (new Set(keys).size !== starts.length)
    throw new Error(`groupedText(): the rows of one ${columns[0]} do not stand together`);
  const groups = starts.map((start, index) => {
    const part = cells.map((column) => column.slice(start, starts[index + 1]));
    return `${keys[start]}${CELL}${tableText({ columns: [], cells: part })}`;
  });
  return [[String(keys.length), ...columns].join(CELL), ...groups].join(GROUP);
}

/**
 * The table that a text says; a column is told apart when it is first asked for.
 *
 * @param name of the table
 * @param text of `tableText` or `groupedText`
 */
export function tableFrom(name: string, text: string): TextTable {
  const [whole = ''] = text.split(GROUP, 1);
  const [head = '', ...written] = whole.split(COLUMN);
  const [rows = '', ...columns] = head.split(CELL);
  return whole === text
    ? columnar(name, columns, Number(rows), written)
    : grouped(name, columns, Number(rows), text);
}

function columnar(
  name: string,
  columns: readonly string[],
  rowCount: number,
  written: readonly string[],
): TextTable {
  const known: (readonly string[] | undefined)[] = [];
  const cellsAt = (place: number) => {
    known[place] ??= cellsFrom(written[place], rowCount);
    return known[place];
  };
  return { name, columns, rowCount, cellsAt };
}

function grouped(
  name: string,
  columns: readonly string[],
  rowCount: number,
  text: string,
): TextTable {
  const [, ...parts] = text.split(GROUP);
  const groups = new Map(parts.map((part) => [part.slice(0, part.indexOf(CELL)), part]));
  const keys = () => [...groups.keys()];
  // A part is its key and its number of rows, then its columns.
  const tableOf = (part: string) => {
    const [head = '', ...written] = part.split(COLUMN);
    return columnar(name, columns, Number(head.split(CELL)[1]), written);
  };
  const of = (key: string) => {
    const part = groups.get(key);
    return part === undefined ? undefined : tableOf(part);
  };
  const cellsAt = (place: number) =>
    [...groups.values()].flatMap((part) => tableOf(part).cellsAt(place));
  return { name, columns, rowCount, cellsAt, groups: { of, keys } };
}

/** An empty table has no cell, though its text has an empty one. */
function cellsFrom(column: string | undefined, rowCount: number): readonly string[] {
  if (column === undefined || rowCount === 0) return [];
  if (!column.includes(AGAIN)) return column.split(CELL);
  const cells = new Array<string>(rowCount);
  let at = 0;
  let last = '';
  for (const part of column.split(CELL)) {
    if (part.startsWith(AGAIN)) {
      const end = at + Number(part.slice(1));
      cells.fill(last, at, end);
      at = end;
    } else {
      last = part;
      cells[at] = part;
      at += 1;
    }
  }
  return cells;
}

/** In place of a table that an edition does not have yet. */
export const noTable = (): TextTable => ({
  name: '',
  columns: [],
  rowCount: 0,
  cellsAt: () => [],
});
