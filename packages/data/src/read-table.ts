import type { Columns, Row } from './column.ts';

/** A table as text: the header, and the cells column by column, as the build writes them. */
export interface TextTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rowCount: number;
  /** The cells of the column at a place, in file order; none where there is no such place. */
  readonly cellsAt: (place: number) => readonly string[];
  /** Where the text is written group by group: the rows whose first cell is this, and all of them. */
  readonly groups?: {
    readonly of: (key: string) => TextTable | undefined;
    readonly keys: () => readonly string[];
  };
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
  /** Rows among which are all whose first cell is this: as few as can be told without reading the others. */
  readonly of: (key: string) => Rows<Item>;
}

/** Rows that are at hand. */
export function rowsAtHand<Item>(items: readonly Item[]): Rows<Item> {
  const at = (index: number) => items[index] as Item;
  const rows: Rows<Item> = { length: items.length, at, peek: at, all: () => items, of: () => rows };
  return rows;
}

/** The rows of several tables of one kind, one after the other. */
export function joinedRows<Item>(parts: readonly Rows<Item>[]): Rows<Item> {
  const tables = parts.filter(({ length }) => length > 0);
  const [only] = tables;
  if (only && tables.length === 1) return only;
  let places: { readonly rows: Rows<Item>; readonly index: number }[] | undefined;
  const pick = (way: 'at' | 'peek') => (index: number) => {
    places ??= tables.flatMap((rows) =>
      Array.from({ length: rows.length }, (_, one) => ({ rows, index: one })),
    );
    const place = places[index];
    return place?.rows[way](place.index) as Item;
  };
  let all: readonly Item[] | undefined;
  const joined: Rows<Item> = {
    length: tables.reduce((sum, { length }) => sum + length, 0),
    at: pick('at'),
    peek: pick('peek'),
    all() {
      all ??= tables.flatMap((rows) => rows.all());
      return all;
    },
    of(key) {
      const some = tables.map((rows) => rows.of(key));
      return some.every((rows, index) => rows === tables[index]) ? joined : joinedRows(some);
    },
  };
  return joined;
}

/** How a table's rows are read. */
interface Reader<Item> {
  /** The cells of the columns that a row has, in its order. */
  readonly cellsOf: (table: TextTable) => readonly (readonly string[])[];
  readonly row: (cells: readonly (readonly string[])[], index: number) => Item;
  /** One object that stands for each row in turn, and reads a cell when it is asked for it. */
  readonly glance: (table: TextTable, index: number) => Item;
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
  const reader = readerOf(table.columns, spec);
  return table.groups ? groupedRows(table.groups, table.rowCount, reader) : rowsIn(table, reader);
}

function readerOf<Spec extends Columns>(columns: readonly string[], spec: Spec): Reader<Row<Spec>> {
  const fields = Object.entries(spec).map(([name, { read }]) => ({
    key: camelCase(name),
    place: columns.indexOf(name),
    read,
  }));
  let [now, at]: [TextTable | undefined, number] = [undefined, 0];
  let glance: object | undefined;
  const makeGlance = () => {
    const made = {};
    for (const { key, place, read } of fields)
      Object.defineProperty(made, key, { get: () => read(now?.cellsAt(place)[at] ?? '') });
    return made;
  };
  return {
    cellsOf: (table) => fields.map(({ place }) => table.cellsAt(place)),
    row(cells, index) {
      const row: Record<string, unknown> = {};
      for (let place = 0; place < fields.length; place += 1) {
        const { key, read } = fields[place] as (typeof fields)[number];
        const value = read(cells[place]?.[index] ?? '');
        row[key] = Array.isArray(value) ? Object.freeze(value) : value;
      }
      // An edition is a value: nobody changes a fact of it.
      return Object.freeze(row) as Row<Spec>;
    },
    glance(table, index) {
      glance ??= makeGlance();
      [now, at] = [table, index];
      return glance as Row<Spec>;
    },
  };
}

function rowsIn<Item>(table: TextTable, { cellsOf, row, glance }: Reader<Item>): Rows<Item> {
  const length = table.rowCount;
  const made = new Array<Item | undefined>(length);
  let cells: readonly (readonly string[])[] | undefined;
  const at = (index: number): Item => {
    cells ??= cellsOf(table);
    made[index] ??= row(cells, index);
    return made[index] as Item;
  };
  let all: readonly Item[] | undefined;
  const rows: Rows<Item> = {
    length,
    at,
    peek: (index) => made[index] ?? glance(table, index),
    all() {
      all ??= Array.from({ length }, (_, index) => at(index));
      return all;
    },
    of: () => rows,
  };
  return rows;
}

function groupedRows<Item>(
  groups: NonNullable<TextTable['groups']>,
  length: number,
  reader: Reader<Item>,
): Rows<Item> {
  const none = rowsAtHand<Item>([]);
  const made = new Map<string, Rows<Item>>();
  const of = (key: string): Rows<Item> => {
    const known = made.get(key);
    if (known) return known;
    const group = groups.of(key);
    if (!group) return none;
    const rows = rowsIn(group, reader);
    made.set(key, rows);
    return rows;
  };
  let joined: Rows<Item> | undefined;
  const whole = () => {
    joined ??= joinedRows(groups.keys().map(of));
    return joined;
  };
  return {
    length,
    at: (index) => whole().at(index),
    peek: (index) => whole().peek(index),
    all: () => whole().all(),
    of,
  };
}

/** The same, each of them read. */
export const readTable = <Spec extends Columns>(table: TextTable, spec: Spec) =>
  rowsOf(table, spec).all();

/** Things by a key. */
export type Lookup<Item> = Pick<ReadonlyMap<string, Item>, 'get' | 'has' | 'keys'>;

/** Rows by keys that several of them share. */
export interface Groups<Item> extends Lookup<readonly Item[]> {
  /** Shows each row with a key: to be read at once, and not to be kept. */
  readonly peek: (key: string, see: (row: Item) => void) => void;
}

/** Which group of rows those with a key are in, by the first cell of a row. */
type GroupOf = (key: string) => string;
const sameAsKey: GroupOf = (key) => key;

/**
 * Rows by a key; of two with one key the last.
 *
 * @param rows of one kind
 * @param keyOf a row's key
 * @param groupOf the first cell of the rows with a key
 */
export function rowsByKey<Item>(
  rows: Rows<Item>,
  keyOf: (row: Item) => string,
  groupOf: GroupOf = sameAsKey,
): Lookup<Item> {
  const groups = rowGroups(rows, (row) => [keyOf(row)], groupOf);
  return { get: (key) => groups.get(key)?.at(-1), has: groups.has, keys: groups.keys };
}

/**
 * Rows by keys that several of them share, in their order.
 *
 * @param rows of one kind
 * @param keysOf what a row is found by; nothing where it is not to be found
 * @param groupOf the first cell of the rows with a key
 */
export function rowGroups<Item>(
  rows: Rows<Item>,
  keysOf: (row: Item) => readonly string[],
  groupOf: GroupOf = sameAsKey,
): Groups<Item> {
  const indexes = new WeakMap<Rows<Item>, ReadonlyMap<string, readonly number[]>>();
  const indexOf = (group: Rows<Item>) => {
    const known = indexes.get(group) ?? indexedBy(group, keysOf);
    indexes.set(group, known);
    return known;
  };
  const found = new Map<string, readonly Item[]>();
  const get = (key: string): readonly Item[] | undefined => {
    const known = found.get(key);
    if (known) return known;
    const group = rows.of(groupOf(key));
    const items = indexOf(group).get(key)?.map(group.at);
    // What is asked for may be anything, and is kept where it is there.
    if (items) found.set(key, items);
    return items;
  };
  return {
    get,
    has: (key) => get(key) !== undefined,
    keys: () => indexOf(rows).keys(),
    peek(key, see) {
      const group = rows.of(groupOf(key));
      for (const index of indexOf(group).get(key) ?? []) see(group.peek(index));
    },
  };
}

/** Where in some rows each key is. */
function indexedBy<Item>(
  rows: Rows<Item>,
  keysOf: (row: Item) => readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (let index = 0; index < rows.length; index += 1) {
    for (const key of keysOf(rows.peek(index))) {
      const group = places.get(key);
      if (group) group.push(index);
      else places.set(key, [index]);
    }
  }
  return places;
}
