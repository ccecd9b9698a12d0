import { appendRows, type Cell, type ColumnType } from './engine/append.ts';
import { loadDuckDb } from './engine/duckdb.ts';
import { wholeFile } from './store/writing.ts';

/** Columns that count things; all other numbers have a fraction, or may. */
const COUNTS: readonly string[] = ['jobs', 'line'];

/**
 * Writes rows to a new Parquet file.
 *
 * @param path of the file
 * @param texts columns that hold texts; '' is not told
 * @param rows each with the same fields in the same order; at least one
 * Errors: throws `LedgerFault` where the file cannot be written.
 */
export async function writeRows(
  path: string,
  texts: readonly string[],
  rows: readonly object[],
): Promise<void> {
  const names = Object.keys(rows[0] ?? {});
  const types = names.map((name): ColumnType => {
    if (texts.includes(name)) return 'VARCHAR';
    return COUNTS.includes(name) ? 'BIGINT' : 'DOUBLE';
  });
  const { DuckDBInstance } = await loadDuckDb();
  const instance = await DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '144MB' });
  const connection = await instance.connect();
  try {
    const columns = names.map((name, at) => `"${name}" ${types[at]}`).join(', ');
    await connection.run(`CREATE TEMP TABLE told (${columns})`);
    const cells = rows.map((row) => Object.values(row).map((one: Cell | undefined) => one ?? null));
    const told = cells.map((row) => row.map((cell) => (cell === '' ? null : cell)));
    await appendRows(connection, 'told', types, told);
    await wholeFile(path, (part) =>
      connection.run('COPY told TO $part (FORMAT parquet, COMPRESSION zstd)', { part }),
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
