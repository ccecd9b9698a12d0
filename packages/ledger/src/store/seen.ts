import type { DuckDBConnection } from '@duckdb/node-api';
import { appendRows } from '../engine/append.ts';
import { rowsOf } from '../engine/rows.ts';
import type { Source } from '../job.ts';

/** Sources in which a row is a whole job: of two rows with one id nobody knows which one is meant. */
export const isOneRowAJob = (source: Source): boolean => source === 'table';

/** A row whose job an earlier row of the file tells. */
interface Repeated {
  /** Of the row, among the staged ones. */
  readonly place: number;
  readonly jobId: string;
}

/** Jobs that a file has told so far. */
export interface Seen {
  /** Takes from the staged jobs of a connection those that were told before. */
  readonly takeRepeated: (connection: DuckDBConnection) => Promise<Repeated[]>;
  readonly close: () => Promise<void>;
}

/** Beside the ledger, for all its connections; what does not fit into memory goes to the disk. */
const ASIDE = 'aside';

const REPEATED = `SELECT seq, job_id FROM (
  SELECT seq, job_id, key, row_number() OVER (PARTITION BY key ORDER BY seq) AS nth
  FROM (SELECT seq, job_id, md5_number(identity) AS key FROM staged)
) WHERE nth > 1 OR key IN (SELECT key FROM ${ASIDE}.seen) ORDER BY seq`;

/** Remembers which jobs a file has told, from its beginning on. */
export async function createSeen(connection: DuckDBConnection): Promise<Seen> {
  await connection.run(`ATTACH ':memory:' AS ${ASIDE}`);
  await connection.run(`CREATE TABLE ${ASIDE}.seen (key UHUGEINT)`);
  return {
    async takeRepeated(own) {
      const rows = await rowsOf(own, REPEATED);
      await own.run(`INSERT INTO ${ASIDE}.seen SELECT DISTINCT md5_number(identity) FROM staged`);
      if (rows.length > 0) {
        await own.run('CREATE OR REPLACE TEMP TABLE repeated (seq INTEGER)');
        await appendRows(
          own,
          'repeated',
          ['INTEGER'],
          rows.map(({ seq }) => [Number(seq)]),
        );
        await own.run('DELETE FROM staged WHERE seq IN (SELECT seq FROM repeated)');
      }
      return rows.map(({ seq, job_id: jobId }) => ({ place: Number(seq), jobId: String(jobId) }));
    },
    async close() {
      await connection.run(`DETACH ${ASIDE}`);
    },
  };
}
