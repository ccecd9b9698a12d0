import type { Engine } from './engine/engine.ts';
import { PRICED, WITH_SHAPE } from './price/cube.ts';
import { pricedProducts } from './priced-table.ts';
import { conditionOf, type Where } from './summary/keys.ts';

/** One of the jobs that emitted most. */
export interface TopJob {
  /** Its identity in this ledger. */
  readonly key: string;
  readonly jobId: string;
  readonly user: string | null;
  readonly project: string | null;
  readonly state: string;
  /** When it began, UTC; null = not told. */
  readonly start: string | null;
  readonly accelerator: string | null;
  readonly count: number | null;
  readonly hours: number | null;
  readonly energyKwh: number;
  readonly kgCo2e: number;
  readonly kgCo2eLow: number | null;
  readonly kgCo2eHigh: number | null;
}

const START = 'CAST(started AS VARCHAR)';

/** What is told of a job, by its public names; a key as a text takes DuckDB a third of a millisecond, so of few jobs. */
export const JOB_FIELDS = `CAST(priced.key AS VARCHAR) AS "key", job_id AS "jobId", user_name AS "user", project, state,
  substr(${START}, 1, 10) || 'T' || substr(${START}, 12, 8) || 'Z' AS "start", shape.accelerator AS accelerator,
  chips AS count, hours, energy_kwh AS "energyKwh", kg_co2e AS "kgCo2e", kg_co2e_low AS "kgCo2eLow",
  kg_co2e_high AS "kgCo2eHigh"`;

/**
 * The jobs that emitted most.
 *
 * @param most how many
 * @param where of which jobs; all of them by default
 * @returns largest first
 * Errors: throws `LedgerFault` where nothing is priced yet.
 */
export async function topJobs(engine: Engine, most: number, where: Where = {}): Promise<TopJob[]> {
  const count = Math.trunc(most);
  const { sql, values } = conditionOf(where);
  await pricedProducts(engine);
  const rows = await engine.rows(
    `SELECT ${JOB_FIELDS}
     FROM (
       SELECT priced.* FROM ${PRICED}
       WHERE ${sql}
       ORDER BY kg_co2e DESC NULLS LAST, job_id LIMIT ${count}
     ) AS priced ${WITH_SHAPE}
     ORDER BY kg_co2e DESC NULLS LAST, job_id`,
    values,
  );
  // Tables of a cluster have keys with noughts before them, so that texts keep the order of numbers.
  return rows.map((row) => ({
    ...row,
    key: String(row.key).replace(/^0+(?=\d)/, ''),
  })) as unknown as TopJob[];
}
