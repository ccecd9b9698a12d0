import type { Columns, Row } from './column.ts';

/** A table as text: the header, and the cells column by column, as the build writes them. */
export interface TextTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rowCount: number;
  /** The cells of a column, in file order; none where the table has no such column. */
  readonly cellsOf: (column: string) => readonly string[];
}

/** `tdp_w` -> `tdpW` */
export function camelCase(column: string): string {
  return column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Rows of one kind. A question needs few of them, so that each is read when it is first asked for. */
export interface Rows<Item> {
  readonly length: number;
  /** The row at a place; the same object whenever it is asked for. */
  readonly at: (index: number) => Item;
  /** What some of its columns hold, for whoever looks through all rows: to be read at once, and not to be kept. */
  readonly peek: (index: number) => Item;
  readonly all: () => readonly Item[];
}

/** Rows that are at hand. */
export function rowsAtHand<Item>(items: readonly Item[]): Rows<Item> {
  const at = (index: number) => items[index] as Item;
  return { length: items.length, at, peek: at, all: () => items };
}

/** The rows of several tables of one kind, one after the other. */
export function joinedRows<Item>(tables: readonly Rows<Item>[]): Rows<Item> {
  const [first, ...others] = tables;
  if (!first) return rowsAtHand<Item>([]);
  if (others.length === 0) return first;
  const rest = joinedRows(others);
  const { length } = first;
  const pick = (way: 'at' | 'peek') => (index: number) =>
    index < length ? first[way](index) : rest[way](index - length);
  let all: readonly Item[] | undefined;
  return {
    length: length + rest.length,
    at: pick('at'),
    peek: pick('peek'),
    all() {
      all ??= [...first.all(), ...rest.all()];
      return all;
    },
  };
}

interface Field {
  readonly key: string;
  readonly cells: readonly string[];
  readonly read: (cell: string) => unknown;
}

/**
 * The rows of a table, typed by its columns.
 *
 * @param table header and cells as text
 * @param spec what each column holds; a column that the text lacks reads as empty
 * @returns one row a line, in file order
 * Errors: none; `data:check` has proved that the cells fit before a table is released.
 */
export function rowsOf<Spec extends Columns>(table: TextTable, spec: Spec): Rows<Row<Spec>> {
  const { rowCount } = table;
  const made = new Array<Row<Spec> | undefined>(rowCount);
  let fields: readonly Field[] | undefined;
  const read = (index: number): Row<Spec> => {
    fields ??= Object.entries(spec).map(([name, column]) => ({
      key: camelCase(name),
      cells: table.cellsOf(name),
      read: column.read,
    }));
    return readRow(fields, index) as Row<Spec>;
  };
  const at = (index: number): Row<Spec> => {
    made[index] ??= read(index);
    return made[index] as Row<Spec>;
  };
  let all: readonly Row<Spec>[] | undefined;
  const glance = glanceAt(table, spec);
  return {
    length: rowCount,
    at,
    peek: (index) => made[index] ?? glance(index),
    all() {
      all ??= Array.from({ length: rowCount }, (_, index) => at(index));
      return all;
    },
  };
}

function readRow(fields: readonly Field[], index: number): object {
  const row: Record<string, unknown> = {};
  for (const { key, cells, read } of fields) {
    const value = read(cells[index] ?? '');
    row[key] = Array.isArray(value) ? Object.freeze(value) : value;
  }
  // An edition is a value: nobody changes a fact of it.
  return Object.freeze(row);
}

/** One object that stands for each row in turn, and reads a cell when it is asked for it. */
function glanceAt<Spec extends Columns>(
  table: TextTable,
  spec: Spec,
): (index: number) => Row<Spec> {
  let at = 0;
  let glance: Row<Spec> | undefined;
  const make = () => {
    const made = {};
    for (const [name, { read }] of Object.entries(spec)) {
      let cells: readonly string[] | undefined;
      const get = () => {
        cells ??= table.cellsOf(name);
        return read(cells[at] ?? '');
      };
      Object.defineProperty(made, camelCase(name), { get });
    }
    return made as Row<Spec>;
  };
  return (index) => {
    glance ??= make();
    at = index;
    return glance;
  };
}

/** The same, each of them read. */
export const readTable = <Spec extends Columns>(table: TextTable, spec: Spec) =>
  rowsOf(table, spec).all();

/** Things by a key. */
export type Lookup<Item> = Pick<ReadonlyMap<string, Item>, 'get' | 'has' | 'keys'>;

/**
 * Rows by a key; of two with one key the last.
 *
 * @param rows of one kind
 * @param keyOf a row's key
 */
export function rowsByKey<Item>(rows: Rows<Item>, keyOf: (row: Item) => string): Lookup<Item> {
  const places = new Map<string, number>();
  for (let index = 0; index < rows.length; index += 1) places.set(keyOf(rows.peek(index)), index);
  return {
    get(key) {
      const index = places.get(key);
      return index === undefined ? undefined : rows.at(index);
    },
    has: (key) => places.has(key),
    keys: () => places.keys(),
  };
}

/**
 * Rows by keys that several of them share, in their order.
 *
 * @param rows of one kind
 * @param keysOf what a row is found by; nothing where it is not to be found
 */
export function rowGroups<Item>(
  rows: Rows<Item>,
  keysOf: (row: Item) => readonly string[],
): Lookup<readonly Item[]> {
  const places = new Map<string, number[]>();
  for (let index = 0; index < rows.length; index += 1) {
    for (const key of keysOf(rows.peek(index))) {
      const group = places.get(key);
      if (group) group.push(index);
      else places.set(key, [index]);
    }
  }
  const made = new Map<string, readonly Item[]>();
  return {
    get(key) {
      const group = made.get(key) ?? places.get(key)?.map(rows.at);
      if (group) made.set(key, group);
      return group;
    },
    has: (key) => places.has(key),
    keys: () => places.keys(),
  };
}
