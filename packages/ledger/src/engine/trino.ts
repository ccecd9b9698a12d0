import { ONCE_SQL } from '../export/once.ts';
import { LedgerFault } from './duckdb.ts';
import type { Cell, Engine, Row } from './engine.ts';
import { connectTrino, type TrinoServer } from './trino-client.ts';
import { literal, quoted, rowQueries } from './trino-text.ts';

type Values = readonly (string | number)[];

/** Jobs of a cluster. */
export interface Cluster {
  readonly engine: Engine;
  /** Rows of a query, some at a time; values are bound. */
  readonly pages: (sql: string, values?: Values) => AsyncGenerator<Row[]>;
  /** Takes the tables away that were only worked with. */
  readonly close: () => Promise<void>;
}

/** Stands at each table that is made, so that no other one is ever dropped. */
const OURS = 'made by ml-emissions ledger';

/**
 * Jobs that were exported to tables `job` and `template` of a cluster, asked through Trino.
 *
 * A cluster's tables know no transaction: `pricing` goes first and comes last, so that what was left half done counts
 * as not priced.
 *
 * Errors: throws `LedgerFault` where the client is not installed or what was told cannot be used.
 */
export async function openTrino(where: TrinoServer): Promise<Cluster> {
  const ask = await connectTrino(where);
  const pages = (sql: string, values: Values = []) =>
    ask(values.length === 0 ? sql : bound(sql, values));
  const rows = (sql: string, values?: Values) => allOf(pages(sql, values));
  const run = async (sql: string, values?: Values): Promise<void> => {
    await rows(sql, values);
  };
  const worked = new Set<string>();

  const drop = async (table: string): Promise<void> => {
    const [found] = await rows(
      `SELECT comment FROM system.metadata.table_comments WHERE catalog_name = ${literal(where.catalog.toLowerCase())}
       AND schema_name = ${literal(where.schema.toLowerCase())} AND table_name = ${literal(table)}`,
    );
    if (!found) return;
    if (found.comment !== OURS)
      throw new LedgerFault(
        `the table '${table}' in ${where.catalog}.${where.schema} is not of this command's making`,
        'a schema that holds nothing but an export',
      );
    await run(`DROP TABLE ${quoted(table)}`);
  };
  const keep = async (table: string, sql: string, values?: Values): Promise<void> => {
    await drop(table);
    await run(`CREATE TABLE ${quoted(table)} COMMENT ${literal(OURS)} AS ${sql}`, values);
  };
  const work = async (table: string, sql: string, values?: Values): Promise<void> => {
    await keep(table, sql, values);
    worked.add(table);
  };
  const jobs = async (): Promise<string> => {
    const [found] = await rows('SELECT count(DISTINCT exported) AS exports FROM job');
    if (Number(found?.exports) < 2) return 'job';
    await work('one_job', ONCE_SQL);
    return 'one_job';
  };
  const engine: Engine = {
    rows,
    run,
    async has(table) {
      const found = await rows(
        `SELECT table_name FROM information_schema.tables
         WHERE table_schema = ${literal(where.schema.toLowerCase())} AND table_name = ${literal(table)}`,
      );
      return found.length > 0;
    },
    async put(table, columns, batches) {
      let isMade = false;
      const add = async (rows: readonly (readonly Cell[])[]) => {
        for (const sql of rowQueries(columns, rows)) {
          if (isMade) await run(`INSERT INTO ${quoted(table)} ${sql}`);
          else await work(table, sql);
          isMade = true;
        }
      };
      for await (const rows of batches) if (rows.length > 0) await add(rows);
      if (!isMade) await add([]);
    },
    work,
    keep,
    async whole(working) {
      await drop('pricing');
      return working();
    },
    jobs,
  };
  return {
    engine,
    pages,
    async close() {
      for (const table of worked) await drop(table);
      worked.clear();
    },
  };
}

async function allOf(pages: AsyncGenerator<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const page of pages) for (const row of page) rows.push(row);
  return rows;
}

/** A text with the values of its question marks beside it. */
function bound(sql: string, values: Values): string {
  const told = values.map((value) =>
    typeof value === 'string'
      ? literal(value)
      : Number.isSafeInteger(value)
        ? String(value)
        : value.toExponential(),
  );
  return `EXECUTE IMMEDIATE ${literal(sql)} USING ${told.join(', ')}`;
}
