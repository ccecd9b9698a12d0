import type { Columns, Row } from './column.ts';

/** A table as text: the header and the cells. */
export interface TextTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** `tdp_w` -> `tdpW` */
export function camelCase(column: string): string {
  return column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
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
  const fields = Object.entries(spec).map(([name, column]) => ({
    key: camelCase(name),
    index: table.columns.indexOf(name),
    read: column.read,
  }));
  return table.rows.map((cells) => {
    const row: Record<string, unknown> = {};
    for (const { key, index, read } of fields) {
      const value = read(cells[index] ?? '');
      row[key] = Array.isArray(value) ? Object.freeze(value) : value;
    }
    // An edition is a value: nobody changes a fact of it.
    return Object.freeze(row) as Row<Spec>;
  });
}
