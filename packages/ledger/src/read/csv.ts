import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { LedgerFault } from '../engine/duckdb.ts';

/** A row of a table with the line that it begins at: cells by the name of their column. */
export interface CsvRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface CsvOptions {
  /** What is between cells; a comma where it is not told, and then cells may be quoted. */
  readonly delimiter?: string;
  /** Whether blanks around cells are none of them. */
  readonly trim?: boolean;
}

/** A cell or row that is longer is no row of a log. */
const LONGEST = 1_000_000;

/**
 * The rows of a CSV file.
 *
 * @param path of the file, UTF-8; its first line names the columns
 * @param options how it differs from a plain table
 * Errors: throws `LedgerFault` where it is no CSV, with the line.
 */
export async function* csvRows(path: string, options: CsvOptions = {}): AsyncGenerator<CsvRow> {
  const parser = createReadStream(path).pipe(
    parse({
      bom: true,
      columns: true,
      info: true,
      relax_column_count: true,
      max_record_size: LONGEST,
      skip_empty_lines: true,
      trim: options.trim ?? false,
      ...(options.delimiter === undefined ? {} : { delimiter: options.delimiter, quote: false }),
    }),
  );
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>)
      yield { line: info.lines, cells: record };
  } catch (error) {
    const { message, code = '' } = error as NodeJS.ErrnoException;
    if (!code.startsWith('CSV_')) throw error;
    throw new LedgerFault(`the file is no CSV: ${message}`, 'a table as the tool wrote it');
  }
}

interface Parsed {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}
