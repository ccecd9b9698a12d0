import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { loadDuckDb } from './duckdb.ts';

/** Rows of a chunk: DuckDB's own size. */
const CHUNK = 2048;

/** Types of columns that are appended to; times in milliseconds since 1970. */
export type ColumnType = 'VARCHAR' | 'DOUBLE' | 'INTEGER' | 'BIGINT' | 'BOOLEAN' | 'TIMESTAMP_MS';
export type Cell = string | number | boolean | null;

/**
 * Appends rows to a temporary table, many at a time.
 *
 * @param types of its columns, in order
 * @param rows cells in that order
 */
export async function appendRows(
  connection: DuckDBConnection,
  table: string,
  types: readonly ColumnType[],
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  const duckdb = await loadDuckDb();
  const { DuckDBDataChunk, DuckDBTimestampMillisecondsValue } = duckdb;
  const of = (type: ColumnType, cell: Cell): DuckDBValue => {
    if (typeof cell !== 'number') return cell;
    if (type === 'BIGINT') return BigInt(cell);
    return type === 'TIMESTAMP_MS' ? new DuckDBTimestampMillisecondsValue(BigInt(cell)) : cell;
  };
  const appender = await connection.createAppender(table, 'main', 'temp');
  for (let from = 0; from < rows.length; from += CHUNK) {
    const some = rows.slice(from, from + CHUNK);
    const chunk = DuckDBDataChunk.create(
      types.map((type) => duckdb[type]),
      some.length,
    );
    for (const [at, type] of types.entries())
      chunk.setColumnValues(
        at,
        some.map((row) => of(type, row[at] ?? null)),
      );
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
