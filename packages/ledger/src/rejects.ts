import type { Reject } from '@ml-emissions/logs';
import { rowsOf } from './engine/rows.ts';
import type { Ledger } from './store/ledger.ts';

/** A row of a file that is no job, with what would mend it. */
export interface RejectedRow extends Reject {
  readonly file: string;
}

/**
 * Rows that were rejected, each as its file was last read.
 *
 * @returns by file and line
 */
export async function rejectsOf({ connection }: Ledger): Promise<RejectedRow[]> {
  const rows = await rowsOf(
    connection,
    `SELECT file.name AS file, line, field, value, reason, remedy
     FROM reject JOIN file ON reject.file = file.id ORDER BY file.name, line`,
  );
  return rows as unknown as RejectedRow[];
}
