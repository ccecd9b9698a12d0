import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { LedgerFault } from '../engine/duckdb.ts';
import { type Ledger, openLedger } from '../store/ledger.ts';
import { ONCE_SQL } from './once.ts';

/** What may lie in a folder of exports: what was exported, and what `sql` and a cluster have made of it. */
const TABLES = ['job', 'template', 'priced', 'shape', 'pricing'] as const;

/** A text in SQL. */
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** What an export is. */
export const EXPORTED = ['job', 'template'] as const;

/**
 * The exports of a folder as a ledger that is only read: its Parquet files are its tables.
 *
 * @param tables of the folder that are of use
 * Errors: throws `LedgerFault` where the engine is not installed or there is no export.
 */
export async function openExports(
  folder: string,
  tables: readonly string[] = TABLES,
): Promise<Ledger> {
  const there = await Promise.all(tables.map((table) => hasParquet(join(folder, table))));
  if (EXPORTED.some((table) => !there[tables.indexOf(table)]))
    throw new LedgerFault(
      `there is no export in '${folder}'`,
      'the folder of `ml-emissions ledger export --to`',
    );
  const isThere = (table: string) => there[tables.indexOf(table)] === true;
  if (isThere('pricing') && tables.includes('priced') && !isThere('priced'))
    throw new LedgerFault(
      `the exports in '${folder}' are not priced yet`,
      'spark-sql -f price.sql, which ledger sql wrote there: docs/ledger.md, "Beyond one machine"',
    );
  const ledger = await openLedger(':memory:');
  const { connection, engine } = ledger;
  try {
    for (const table of EXPORTED) await connection.run(`DROP TABLE ${table}`);
    for (const [at, table] of tables.entries()) {
      const files = literal(join(folder, table, '*.parquet'));
      if (there[at])
        await connection.run(`CREATE VIEW ${table} AS SELECT * FROM read_parquet(${files})`);
    }
    return { ...ledger, engine: { ...engine, jobs: () => onceOf(ledger) } };
  } catch (error) {
    ledger.close();
    throw error;
  }
}

/** What is told twice counts once. */
async function onceOf({ connection, engine }: Ledger): Promise<string> {
  const [found] = await engine.rows('SELECT count(DISTINCT exported) AS exports FROM job');
  if (Number(found?.exports) < 2) return 'job';
  await connection.run(`CREATE OR REPLACE TEMP VIEW one_job AS ${ONCE_SQL}`);
  return 'one_job';
}

async function hasParquet(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  return names.some((name) => name.endsWith('.parquet') && !/^[._]/.test(name));
}
