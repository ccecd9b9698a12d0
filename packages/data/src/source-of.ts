import type { Columns, Row } from './column.ts';
import { camelCase } from './read-table.ts';

/**
 * The source of one cell: a row names one for all of its cells, but for some a column names another.
 *
 * @param columns of the table that the row is of
 * @param row one of its rows, whole or in part
 * @param column the cell's column, as the file's header has it
 * @returns the id of a row in the edition's sources; null where the source is not known, or the table names none
 * Errors: none.
 * @example `sourceOf(acceleratorColumns, tpuV4, 'idle_w')` is `jouppi-2023`, though the row is of `google-tpu-docs`
 */
export function sourceOf<Spec extends Columns>(
  columns: Spec,
  row: Partial<Row<Spec>>,
  column: keyof Spec & string,
): string | null {
  const cells: Readonly<Record<string, unknown>> = row;
  const source = cells[camelCase(columns[column]?.source ?? 'source_id')];
  return typeof source === 'string' ? source : null;
}
