import { LedgerFault } from './engine/duckdb.ts';
import { pricedProducts } from './priced-table.ts';
import type { Ledger } from './store/ledger.ts';
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
/** What people typed: a spreadsheet would take `=…` for a formula. */
const TYPED: readonly string[] = ['jobId', 'user', 'project'];

const OPTIONS: Readonly<Record<JobFormat, string>> = {
  csv: 'FORMAT csv, HEADER true',
  parquet: 'FORMAT parquet, COMPRESSION zstd',
  ndjson: 'FORMAT json',
};

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
    const isTime = format !== 'parquet' && (name === 'start' || name === 'end');
    if (isTime) return `strftime(${sql}, '%Y-%m-%dT%H:%M:%SZ') AS "${name}"`;
    const value = isTyped
      ? `CASE WHEN regexp_matches(${sql}, '^[=+\\-@\\t\\r]') THEN '''' || ${sql} ELSE ${sql} END`
      : sql;
    return `${value} AS "${name}"`;
  });
  const { sql, values } = conditionOf(where);
  // Where a file's name is a parameter too, question marks are not counted in the order in which they stand.
  let at = 0;
  const numbered = sql.replaceAll('?', () => `$${++at}`);
  const result = await writing(
    path,
    ledger.connection.run(
      `COPY (SELECT ${columns.join(', ')}
      FROM priced JOIN shape ON priced.template = shape.template AND priced.kind = shape.kind
      WHERE ${numbered})
     TO $${at + 1} (${OPTIONS[format]})`,
      [...values, path],
    ),
  );
  return result.rowsChanged;
}

/** Why a file cannot be written is the user's to mend. */
async function writing<Of>(path: string, done: Promise<Of>): Promise<Of> {
  try {
    return await done;
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('IO Error')) throw error;
    throw new LedgerFault(`'${path}' cannot be written`, 'another path, in a folder that is there');
  }
}
