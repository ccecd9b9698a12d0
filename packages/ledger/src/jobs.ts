import type { Row } from './engine/engine.ts';
import type { Cluster } from './engine/trino.ts';
import { PRICED } from './price/cube.ts';
import { pricedProducts } from './priced-table.ts';
import type { Ledger } from './store/ledger.ts';
import { wholeFile } from './store/writing.ts';
import { conditionOf, type Where } from './summary/keys.ts';

/** How jobs can be written. */
export const JOB_FORMATS = ['csv', 'parquet', 'ndjson'] as const;
export type JobFormat = (typeof JOB_FORMATS)[number];

/** What is written of a job, under its public name. */
const COLUMNS = {
  jobId: 'job_id',
  source: 'source',
  user: 'user_name',
  project: 'project',
  start: 'started',
  end: 'ended',
  state: 'state',
  accelerator: 'shape.accelerator',
  count: 'chips',
  deviceHours: 'hours * chips',
  energyKwh: 'energy_kwh',
  energyKwhLow: 'energy_kwh_low',
  energyKwhHigh: 'energy_kwh_high',
  kgCo2e: 'kg_co2e',
  kgCo2eLow: 'kg_co2e_low',
  kgCo2eHigh: 'kg_co2e_high',
  embodiedKgCo2e: 'embodied_kg_co2e',
  zone: 'shape.zone',
  rung: 'shape.rung',
} as const;
/** Names of what is written of a job, in order. */
export const JOB_ROW = Object.keys(COLUMNS);
/** What people typed: a spreadsheet would take `=…` for a formula. */
const TYPED: readonly string[] = ['jobId', 'user', 'project'];

const OPTIONS: Readonly<Record<JobFormat, string>> = {
  csv: 'FORMAT csv, HEADER true',
  parquet: 'FORMAT parquet, COMPRESSION zstd',
  ndjson: 'FORMAT json',
};

const isTime = (name: string) => name === 'start' || name === 'end';

/** A time in UTC, to the second, as all engines write it. */
const timeSql = (column: string) =>
  `replace(substr(CAST(${column} AS VARCHAR(30)), 1, 19), ' ', 'T') || 'Z'`;

/**
 * Priced jobs of a cluster, one row each under its public name, some at a time.
 *
 * @param where which jobs; all of them by default
 * Errors: throws `LedgerFault` where nothing is priced yet.
 */
export async function* jobPages(
  { engine, pages }: Pick<Cluster, 'engine' | 'pages'>,
  where: Where = {},
): AsyncGenerator<Row[]> {
  await pricedProducts(engine);
  const columns = Object.entries(COLUMNS).map(
    ([name, sql]) => `${isTime(name) ? timeSql(sql) : sql} AS "${name}"`,
  );
  const { sql, values } = conditionOf(where);
  yield* pages(
    `SELECT ${columns.join(', ')}
     FROM ${PRICED} WHERE ${sql}`,
    values,
  );
}

/**
 * Writes priced jobs to a file, one row each.
 *
 * @param path of the new file
 * @param where which jobs; all of them by default
 * @returns how many there were
 * Errors: throws `LedgerFault` where nothing is priced yet.
 */
export async function writeJobs(
  ledger: Ledger,
  format: JobFormat,
  path: string,
  where: Where = {},
): Promise<number> {
  await pricedProducts(ledger.engine);
  const columns = Object.entries(COLUMNS).map(([name, sql]) => {
    const isTyped = format === 'csv' && TYPED.includes(name);
    if (format !== 'parquet' && isTime(name)) return `${timeSql(sql)} AS "${name}"`;
    const value = isTyped
      ? `CASE WHEN regexp_matches(${sql}, '^[=+\\-@\\t\\r]') THEN '''' || ${sql} ELSE ${sql} END`
      : sql;
    return `${value} AS "${name}"`;
  });
  const { sql, values } = conditionOf(where);
  // Where a file's name is a parameter too, question marks are not counted in the order in which they stand.
  let at = 0;
  const numbered = sql.replaceAll('?', () => `$${++at}`);
  return wholeFile(path, async (part) => {
    const { rowsChanged } = await ledger.connection.run(
      `COPY (SELECT ${columns.join(', ')}
      FROM ${PRICED}
      WHERE ${numbered})
     TO $${at + 1} (${OPTIONS[format]})`,
      [...values, part],
    );
    return rowsChanged;
  });
}
