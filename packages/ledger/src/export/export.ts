import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LedgerFault } from '../engine/duckdb.ts';
import type { Columns } from '../engine/engine.ts';
import type { Ledger } from '../store/ledger.ts';
import { JOB_COLUMN_NAMES } from '../store/tables.ts';
import { writing } from '../store/writing.ts';
import { EXPORTED_JOB, EXPORTED_TEMPLATE } from './once.ts';

/** What was exported. */
export interface Exported {
  readonly jobs: number;
  readonly templates: number;
  /** Name of its files. */
  readonly name: string;
}

/** A whole number that is exact in JSON, of 52 bits: two of a million runs have the same once in 9,000 ledgers. */
const idOf = (run: string) => `CAST(md5_number(${run}) % 4503599627370496 AS BIGINT)`;

/** Digits of the greatest key: as texts they keep their order. */
const KEY_DIGITS = 39;

const JOB_SQL = `
SELECT lpad(CAST(job.key AS VARCHAR), ${KEY_DIGITS}, '0') AS key, ${JOB_COLUMN_NAMES.map((name) => {
  if (name === 'template') return `${idOf('metered.run')} AS template`;
  if (name === 'template_unmetered') return `${idOf('other.run')} AS template_unmetered`;
  return `job.${name}`;
}).join(', ')}, CAST($name AS VARCHAR) AS exported
FROM job LEFT JOIN template AS metered ON job.template = metered.id
LEFT JOIN template AS other ON job.template_unmetered = other.id`;

const TEMPLATE_SQL = `SELECT ${idOf('run')} AS id, run, accelerator FROM template`;

/**
 * Writes the jobs of a ledger and the runs that they refer to as Parquet, for a cluster's storage. Exports of several
 * ledgers, and later ones of the same, may lie side by side.
 *
 * @param folder gets the folders `job` and `template`, a file of this export in each, and `tables.sql`
 * @returns how much there was
 * Errors: throws `LedgerFault` where the folder cannot be written.
 */
export async function exportLedger({ connection }: Ledger, folder: string): Promise<Exported> {
  const name = `${new Date().toISOString().replaceAll(':', '-')}-${randomBytes(4).toString('hex')}`;
  const copy = async (table: string, sql: string, values: Record<string, string>) => {
    // Engines leave files alone that begin so; what is there under its name is whole.
    const [part, path] = [join(folder, table, `_${name}`), join(folder, table, `${name}.parquet`)];
    try {
      const { rowsChanged } = await writing(
        part,
        connection.run(`COPY (${sql}) TO $part (FORMAT parquet, COMPRESSION zstd)`, {
          ...values,
          part,
        }),
      );
      await rename(part, path);
      return rowsChanged;
    } finally {
      await rm(part, { force: true });
    }
  };
  try {
    for (const table of ['job', 'template']) await mkdir(join(folder, table), { recursive: true });
    await writeFile(join(folder, 'tables.sql'), tablesSql());
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new LedgerFault(`'${folder}' cannot be written`, 'another folder');
  }
  // Templates first: no job refers to one that is not there.
  const templates = await copy('template', TEMPLATE_SQL, {});
  const jobs = await copy('job', JOB_SQL, { name });
  return { jobs, templates, name };
}

const column = ([name, type]: readonly [string, string]) =>
  `  ${name} ${type === 'TIMESTAMP_MS' ? 'TIMESTAMP(3)' : type}`;

/** How Trino's Hive connector is told of the folders, once they lie in a cluster's storage. */
function tablesSql(): string {
  const table = (name: string, columns: Columns) =>
    `CREATE TABLE ${name} (\n${Object.entries(columns).map(column).join(',\n')}\n) WITH (format = 'PARQUET', external_location = 's3://BUCKET/FOLDER/${name}');\n`;
  return `-- Trino, Hive connector: where the folders job and template are stands in place of s3://BUCKET/FOLDER.\n${table('job', EXPORTED_JOB)}\n${table('template', EXPORTED_TEMPLATE)}`;
}
