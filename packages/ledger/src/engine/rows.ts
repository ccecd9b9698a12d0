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
  return reader.getRowObjectsJS().map(plain);
}

/** Counts and sums of counts come as BigInt. */
const plain = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'bigint' ? Number(value) : value,
    ]),
  );
