import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import { linesOf, textOf } from '@ml-emissions/answers';
import { type Cells, objectIn } from '@ml-emissions/logs';
import { LedgerFault, loadDuckDb } from '../engine/duckdb.ts';
import { csvRows } from './csv.ts';

const LONGEST_LINE = 1_000_000;

/** A row of a table; null in place of cells where it is no object. */
export interface TableRow {
  readonly line: number;
  readonly cells: Cells | null;
}

/**
 * The rows of a table, by the ending of its name.
 *
 * @param path ends in `.csv`, `.ndjson`, `.jsonl`, `.json` (one object a line) or `.parquet`
 * @returns rows with their lines; of Parquet, their places
 * Errors: throws `LedgerFault` where the ending tells no kind of table.
 */
export function rowsOfTable(path: string): AsyncIterable<TableRow> {
  switch (extname(path).toLowerCase()) {
    case '.csv':
      return csvRows(path);
    case '.ndjson':
    case '.jsonl':
    case '.json':
      return ndjsonRows(path);
    case '.parquet':
      return parquetRows(path);
    default:
      throw new LedgerFault(
        'the name of the file does not tell what table it is',
        'a name that ends in .csv, .ndjson or .parquet',
      );
  }
}

async function* ndjsonRows(path: string): AsyncGenerator<TableRow> {
  let line = 0;
  for await (const lines of linesOf(createReadStream(path), LONGEST_LINE)) {
    for (const one of lines) {
      line += 1;
      const text = 'fault' in one ? null : textOf(one);
      if (text?.trim() === '') continue;
      yield { line, cells: text === null ? null : objectIn(text) };
    }
  }
}

/** Stars and brackets stand for several files there. */
const PATTERN = /[*?[\]{}]/;

async function* parquetRows(path: string): AsyncGenerator<TableRow> {
  if (PATTERN.test(path))
    throw new LedgerFault(
      'the path has one of * ? [ ] { }',
      'a file without these in its name and folders',
    );
  const { DuckDBInstance } = await loadDuckDb();
  const instance = await DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '256MB' });
  const connection = await instance.connect();
  try {
    const result = await connection.stream('SELECT * FROM read_parquet($path)', { path });
    let line = 0;
    for await (const rows of result.yieldRowObjectJs())
      for (const cells of rows) {
        line += 1;
        yield { line, cells: cells as Cells };
      }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
