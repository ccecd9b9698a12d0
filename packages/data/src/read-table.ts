import type { Columns, Row } from './column.ts';

/** A table as text: the header, and the cells column by column, as the build writes them. */
export interface TextTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly cells: readonly (readonly string[])[];
}

/** `tdp_w` -> `tdpW` */
export function camelCase(column: string): string {
  return column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Reads one row of a table. */
type ReadRow<Spec extends Columns> = (index: number) => Row<Spec>;

function rowReader<Spec extends Columns>(table: TextTable, spec: Spec): ReadRow<Spec> {
  const fields = Object.entries(spec).map(([name, column]) => ({
    key: camelCase(name),
    cells: table.cells[table.columns.indexOf(name)] ?? [],
    read: column.read,
  }));
  return (index) => {
    const row: Record<string, unknown> = {};
    for (const { key, cells, read } of fields) {
      const value = read(cells[index] ?? '');
      row[key] = Array.isArray(value) ? Object.freeze(value) : value;
    }
    // An edition is a value: nobody changes a fact of it.
    return Object.freeze(row) as Row<Spec>;
  };
}

/**
 * The rows of a table, typed by its columns.
 *
 * @param table header and cells as text
 * @param spec what each column holds; a column that the text lacks reads as empty
 * @returns one object a row, in file order
 * Errors: none; `data:check` has proved that the cells fit before a table is released.
 */
export function readTable<Spec extends Columns>(table: TextTable, spec: Spec): Row<Spec>[] {
  const read = rowReader(table, spec);
  const [first = []] = table.cells;
  return first.map((_, index) => read(index));
}

/** Things by a key. */
export type Lookup<Item> = Pick<ReadonlyMap<string, Item>, 'get'>;

/**
 * The rows of some tables by the cell of one column, each group read when it is first asked for: a question about one
 * place needs a hundredth of the figures of all.
 *
 * @param tables of one kind; the rows of the first stand first
 * @param spec what each column holds
 * @param by the column
 */
export function readGroups<Spec extends Columns>(
  tables: readonly TextTable[],
  spec: Spec,
  by: keyof Spec & string,
): Lookup<readonly Row<Spec>[]> {
  const groups = new Map<string, (() => Row<Spec>)[]>();
  for (const table of tables) {
    const read = rowReader(table, spec);
    for (const [index, key] of (table.cells[table.columns.indexOf(by)] ?? []).entries()) {
      const row = () => read(index);
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
  }
  const made = new Map<string, readonly Row<Spec>[]>();
  return {
    get(key) {
      const group = groups.get(key);
      if (group && !made.has(key))
        made.set(
          key,
          group.map((row) => row()),
        );
      return made.get(key);
    },
  };
}
