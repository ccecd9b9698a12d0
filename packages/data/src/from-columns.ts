import type { TextTable } from './read-table.ts';

/** A table as the build writes it: cells by column. */
interface Columnar {
  readonly columns: readonly string[];
  readonly cells: readonly (readonly string[])[];
}

/** The table row by row; called by what the build makes of a CSV file. */
export function fromColumns(name: string, { columns, cells }: Columnar): TextTable {
  const [first = []] = cells;
  return { name, columns, rows: first.map((_, row) => cells.map((column) => column[row] ?? '')) };
}

/** In place of a table that an edition does not have yet. */
export const noTable = (): TextTable => ({ name: '', columns: [], rows: [] });
