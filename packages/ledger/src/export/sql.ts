import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Calculator } from '@ml-emissions/calculator';
import type { Engine } from '../engine/engine.ts';
import { priceLedger } from '../price/price.ts';
import type { Terms } from '../price/shapes.ts';
import type { Ledger } from '../store/ledger.ts';
import { writing } from '../store/writing.ts';
import { EXPORTED, openExports } from './exports.ts';
import { ONCE_SQL } from './once.ts';

/** What was written beside the exports. */
export interface Written {
  /** Shapes whose rates stand in the table. */
  readonly shapes: number;
  /** Jobs that the model alone can price, and has. */
  readonly modelled: number;
  readonly edition: string;
}

/** Tables that the texts read beside the jobs, by the folder that each is written to. */
const BESIDE = {
  frame: 'frame',
  rate: 'rate',
  shape: 'shape',
  pricing: 'pricing',
  modelled: 'priced',
};

/**
 * Writes what an engine needs that is not asked from here, Spark above all, beside the exports that it is for: the rates
 * as Parquet, and the texts that price by them, which are those that DuckDB and Trino are given.
 *
 * @param folder of exports; gets `frame`, `rate`, `shape`, `pricing`, `modelled` and `price.sql`
 * @param terms edition and method
 * Errors: throws `LedgerFault` where there is no export, or the folder cannot be written.
 */
export async function writeSql(
  folder: string,
  calculator: Calculator,
  terms: Terms = {},
): Promise<Written> {
  const ledger = await openExports(folder, EXPORTED);
  try {
    const texts = new Map<string, string>();
    const { shapes, priced, edition } = await priceLedger(
      recording(ledger.engine, texts),
      calculator,
      terms,
    );
    for (const [name, table] of Object.entries(BESIDE)) await copy(ledger, folder, name, table);
    await writeFile(join(folder, 'price.sql'), sparkSql(texts, await ledger.engine.jobs()));
    return { shapes, modelled: priced, edition };
  } finally {
    ledger.close();
  }
}

/** Prices nothing but what the model alone can, and keeps the texts. */
function recording(engine: Engine, texts: Map<string, string>): Engine {
  return {
    ...engine,
    work(table, sql, values) {
      texts.set(table, sql);
      return engine.work(table, sql, values);
    },
    keep(table, sql) {
      texts.set(table, sql);
      const isPriced = table === 'priced';
      return engine.keep(table, isPriced ? `SELECT * FROM (${sql}) AS priced WHERE 1 = 0` : sql);
    },
  };
}

async function copy({ connection }: Ledger, folder: string, name: string, table: string) {
  const path = join(folder, name, `${name}.parquet`);
  await mkdir(join(folder, name), { recursive: true });
  await writing(path, connection.run(`COPY ${table} TO ? (FORMAT parquet)`, [path]));
}

const FOLDER = '$' + '{folder}';

/** The texts as a script. */
function sparkSql(texts: ReadonlyMap<string, string>, jobs: string): string {
  const view = (name: string, sql: string) =>
    `CREATE OR REPLACE TEMPORARY VIEW ${name} AS ${sql.trim()};\n`;
  const read = (name: string) => view(name, `SELECT * FROM parquet.\`${FOLDER}/${name}\``);
  const text = (name: string) => (texts.get(name) ?? '').trim();
  return [
    '-- spark-sql --conf spark.sql.session.timeZone=UTC -d folder=s3a://BUCKET/FOLDER -f price.sql\n',
    ...['job', 'frame', 'rate', 'modelled'].map(read),
    ...(jobs === 'job' ? [] : [view(jobs, ONCE_SQL)]),
    view('shared', text('shared')),
    `INSERT OVERWRITE DIRECTORY '${FOLDER}/priced' USING parquet\nSELECT * FROM (${text('priced')}) AS closed\nUNION ALL SELECT * FROM modelled;\n`,
  ].join('\n');
}
