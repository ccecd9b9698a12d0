import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import type { Row } from './engine.ts';

/** All or nothing. */
export async function inTransaction<Of>(
  connection: DuckDBConnection,
  work: () => Promise<Of>,
): Promise<Of> {
  await connection.run('BEGIN TRANSACTION');
  try {
    const done = await work();
    await connection.run('COMMIT');
    return done;
  } catch (error) {
    await connection.run('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** A query's rows, counts as numbers. Values are bound, never written into the text. */
export async function rowsOf(
  connection: DuckDBConnection,
  sql: string,
  values: Record<string, DuckDBValue> | DuckDBValue[] = [],
): Promise<Row[]> {
  const reader = await connection.runAndReadAll(sql, values);
  const rows = reader.getRowObjectsJS();
  const counts = reader.columnNames().filter((name) => rows.some((row) => isCount(row[name])));
  for (const name of counts)
    for (const row of rows) if (isCount(row[name])) row[name] = Number(row[name]);
  return rows;
}

/** Counts and sums of counts come as BigInt. */
const isCount = (cell: unknown): cell is bigint => typeof cell === 'bigint';
