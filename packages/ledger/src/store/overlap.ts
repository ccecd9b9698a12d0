import type { DuckDBConnection } from '@duckdb/node-api';
import { rowsOf } from '../engine/rows.ts';
import type { Source } from '../job.ts';
import type { StoredJob } from './write.ts';

/** Sources whose `nodes` are chips: two of their jobs cannot have one chip at one time. */
const OF_CHIPS: readonly Source[] = ['gpu-log'];

/**
 * The job of the ledger that tells the same chips at the same time as a new one, which would count them twice.
 *
 * @param job as it would be kept
 * @returns its name; null where there is none, or it is the same job
 * Errors: none of its own.
 */
export async function doubledJob(
  connection: DuckDBConnection,
  { identity, source, nodes, started, ended }: StoredJob,
): Promise<string | null> {
  if (!OF_CHIPS.includes(source as Source) || nodes === null || started === null || ended === null)
    return null;
  const [found] = await rowsOf(
    connection,
    `SELECT job_id FROM job
     WHERE source = $source AND key <> md5_number($identity)
       AND started < epoch_ms(CAST($ended AS BIGINT)) AND ended > epoch_ms(CAST($started AS BIGINT))
       AND len(list_intersect(string_split(nodes, ','), string_split($nodes, ','))) > 0
     LIMIT 1`,
    { source, identity, nodes, started, ended },
  );
  return found ? String(found.job_id) : null;
}
