import type { Engine } from './engine/engine.ts';
import { pricedEdition } from './priced-table.ts';

/** How much of a ledger its sums hold. */
export interface LedgerCounts {
  /** Of the data that prices are of. */
  readonly edition: string;
  readonly jobs: number;
  /** Of these, those that sums hold. */
  readonly priced: number;
  /** Rows of logs that are no job. */
  readonly rejected: number;
  /** The first and the last day on which one of them began, UTC; null where none tells. */
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * Counts of jobs that were read, priced and rejected.
 *
 * Errors: throws `LedgerFault` where nothing is priced yet.
 */
export async function ledgerCounts(engine: Engine): Promise<LedgerCounts> {
  const edition = await pricedEdition(engine);
  const [counts] = await engine.rows(
    `SELECT job_count.jobs AS jobs, priced_count.jobs AS priced,
       reject_count.jobs AS rejected, priced_count.first_day AS "from", priced_count.last_day AS "to"
     FROM (SELECT count(*) AS jobs FROM job) AS job_count
       CROSS JOIN (
         SELECT count(*) AS jobs, substr(CAST(min(started) AS VARCHAR), 1, 10) AS first_day,
           substr(CAST(max(started) AS VARCHAR), 1, 10) AS last_day
         FROM priced
       ) AS priced_count
       CROSS JOIN (SELECT count(*) AS jobs FROM reject) AS reject_count`,
  );
  return { edition, ...counts } as unknown as LedgerCounts;
}
