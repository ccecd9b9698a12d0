import type { DuckDBConnection } from '@duckdb/node-api';
import { appendRows } from './append.ts';
import type { Engine } from './engine.ts';
import { inTransaction, rowsOf } from './rows.ts';

/** A ledger's own file. */
export function duckDbEngine(connection: DuckDBConnection): Engine {
  const run = async (sql: string): Promise<void> => {
    await connection.run(sql);
  };
  return {
    rows: (sql, values = []) => rowsOf(connection, sql, [...values]),
    run,
    async has(table) {
      const found = await rowsOf(
        connection,
        `SELECT table_name FROM information_schema.tables
         WHERE table_name = ? AND table_type <> 'LOCAL TEMPORARY'`,
        [table],
      );
      return found.length > 0;
    },
    async put(table, columns, rows) {
      const all = Object.entries(columns);
      const told = all.map(([name, type]) => `${name} ${type}`).join(', ');
      await run(`CREATE OR REPLACE TEMP TABLE ${table} (${told})`);
      const types = all.map(([, type]) => type);
      for await (const some of rows) await appendRows(connection, table, types, some);
    },
    async work(table, sql, values = []) {
      await connection.run(`CREATE OR REPLACE TEMP TABLE ${table} AS ${sql}`, [...values]);
    },
    keep: (table, sql) => run(`CREATE OR REPLACE TABLE ${table} AS ${sql}`),
    jobs: async () => 'job',
    whole: (work) => inTransaction(connection, work),
  };
}
