import type { FileText } from './finding.ts';

/** One row by column name, with its line. */
export interface NamedRow {
  readonly line: number;
  readonly cell: (column: string) => string;
  /** The cell as a number; null where it is empty. */
  readonly number: (column: string) => number | null;
}

/** The rows of a file, cells by name. */
export function namedRows(text: FileText | undefined): NamedRow[] {
  if (!text) return [];
  const at = new Map(text.columns.map((name, index) => [name, index]));
  return text.rows.map(({ line, cells }) => {
    const cell = (column: string) => cells[at.get(column) ?? -1] ?? '';
    return { line, cell, number: (column) => (cell(column) === '' ? null : Number(cell(column))) };
  });
}
