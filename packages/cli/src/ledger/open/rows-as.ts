import { type Answer, asJson, LINES_TYPE } from '@ml-emissions/server';
import { stringify } from 'csv-stringify/sync';
import type { RowFormat } from './question.ts';

const CSV_TYPE = 'text/csv; charset=utf-8';

/**
 * Rows in the form that was asked for; all but JSON as a file.
 *
 * @param name of the file, without its ending
 * @param rows an answer, cells and lines of the same
 */
export function rowsAs(
  format: RowFormat,
  name: string,
  rows: {
    readonly json: object;
    readonly csv: readonly object[];
    readonly lines: readonly object[];
  },
): Answer {
  if (format === 'json') return asJson(rows.json);
  const headers = { 'content-disposition': `attachment; filename="${name}.${format}"` };
  if (format === 'csv') {
    const body = stringify([...rows.csv], { header: true, escape_formulas: true });
    return { mediaType: CSV_TYPE, body, headers };
  }
  const body = rows.lines.map((row) => `${JSON.stringify(row)}\n`).join('');
  return { mediaType: LINES_TYPE, body, headers };
}
