import type { Engine } from './engine/engine.ts';
import { pricedProducts } from './priced-table.ts';

/** One of the jobs that emitted most. */
export interface TopJob {
  readonly jobId: string;
  readonly user: string | null;
  readonly project: string | null;
  readonly state: string;
  readonly accelerator: string | null;
  readonly count: number | null;
  readonly hours: number | null;
  readonly energyKwh: number;
  readonly kgCo2e: number;
  readonly kgCo2eLow: number | null;
  readonly kgCo2eHigh: number | null;
}

/**
 * The jobs that emitted most.
 *
 * @param most how many
 * @returns largest first
 * Errors: throws `LedgerFault` where nothing is priced yet.
 */
export async function topJobs(engine: Engine, most: number): Promise<TopJob[]> {
  const count = Math.trunc(most);
  await pricedProducts(engine);
  const rows = await engine.rows(
    `SELECT job_id AS "jobId", user_name AS "user", project, state, shape.accelerator AS accelerator,
       chips AS count, hours, energy_kwh AS "energyKwh", kg_co2e AS "kgCo2e",
       kg_co2e_low AS "kgCo2eLow", kg_co2e_high AS "kgCo2eHigh"
     FROM priced JOIN shape ON priced.template = shape.template AND priced.kind = shape.kind
     ORDER BY kg_co2e DESC NULLS LAST, job_id LIMIT ${count}`,
  );
  return rows as unknown as TopJob[];
}
