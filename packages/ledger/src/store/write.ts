import type { DuckDBConnection } from '@duckdb/node-api';
import { appendRows, type Cell } from '../engine/append.ts';
import { inTransaction, rowsOf } from '../engine/rows.ts';
import type { Reject, Source } from '../job.ts';
import {
  JOB_COLUMN_NAMES,
  JOB_COLUMNS,
  type JobColumn,
  STAGED,
  STAGED_REJECTS,
  STAGED_TEMPLATES,
} from './tables.ts';

/** A job as it is kept; times in milliseconds since 1970. */
export type StoredJob = Readonly<Record<JobColumn, Cell>> & {
  readonly identity: string;
};

/** A run whose quantities are all one, which jobs refer to. */
interface StoredTemplate {
  readonly id: number;
  readonly run: string;
  readonly accelerator: string | null;
}

/** Ids of templates: those of the ledger, and new ones until they are written. */
export interface Templates {
  readonly idOf: (template: Omit<StoredTemplate, 'id'>) => number;
  /** Those that are not written yet. */
  readonly takeNew: () => StoredTemplate[];
}

/** The templates of a ledger. */
export async function createTemplates(connection: DuckDBConnection): Promise<Templates> {
  const rows = await rowsOf(connection, 'SELECT id, run FROM template');
  const ids = new Map(rows.map(({ id, run }) => [String(run), Number(id)]));
  let fresh: StoredTemplate[] = [];
  return {
    idOf({ run, accelerator }) {
      const known = ids.get(run);
      if (known !== undefined) return known;
      const id = ids.size;
      ids.set(run, id);
      fresh.push({ id, run, accelerator });
      return id;
    },
    takeNew() {
      const taken = fresh;
      fresh = [];
      return taken;
    },
  };
}

/** The id of a file that is read, anew or again: what was rejected of it is told anew. */
export async function beginFile(
  connection: DuckDBConnection,
  name: string,
  source: Source,
): Promise<number> {
  return inTransaction(connection, async () => {
    const [known] = await rowsOf(
      connection,
      'SELECT id FROM file WHERE name = $name AND source = $source',
      { name, source },
    );
    if (known) {
      const id = Number(known.id);
      await connection.run('DELETE FROM reject WHERE file = $id', { id });
      return id;
    }
    const [next] = await rowsOf(connection, 'SELECT count(*) AS id FROM file');
    const id = Number(next?.id ?? 0);
    await connection.run('INSERT INTO file VALUES ($id, $name, $source)', { id, name, source });
    return id;
  });
}

/** What became of the jobs of a batch. */
export interface Written {
  readonly added: number;
  /** Known before, and otherwise now. */
  readonly changed: number;
  /** Known before as they are, or older than what is known. */
  readonly same: number;
}

/** Everything but the file that a job stands in: an overlapping export changes nothing. */
const CONTENT = JOB_COLUMN_NAMES.map((name) => `COALESCE(CAST(${name} AS VARCHAR), '')`).join(', ');
const NAMES = JOB_COLUMN_NAMES.join(', ');

/** The last of what a batch tells of each job; what has ended goes before what had not. */
const FRESH = `CREATE OR REPLACE TEMP TABLE fresh AS
SELECT md5_number(identity) AS key, md5_number(concat_ws(chr(31), ${CONTENT})) AS content, ${NAMES}
FROM staged
QUALIFY row_number() OVER (PARTITION BY identity ORDER BY is_final DESC, seq DESC) = 1`;

/** W&B tells a run in two exports, with power and without: what was measured stays. */
const IS_MORE = `job.source <> 'wandb' OR job.power_w IS NULL OR fresh.power_w IS NOT NULL`;

/** A job that has ended is never what an older export says of it while it ran. */
const OUTDATED = `DELETE FROM job USING fresh
WHERE job.key = fresh.key AND job.content <> fresh.content AND (fresh.is_final OR NOT job.is_final) AND (${IS_MORE})`;

const INSERT = `INSERT INTO job (key, content, ${NAMES}, file)
SELECT key, content, ${NAMES}, $file
FROM fresh WHERE NOT EXISTS (SELECT 1 FROM job WHERE job.key = fresh.key)`;

/**
 * Writes a batch in one transaction: once this returns, all of it is on the disk, and reading it again adds nothing.
 *
 * @param file id of the file that the batch is of
 * @param newTemplates ids with their runs, which jobs of the batch refer to
 */
export async function writeBatch(
  connection: DuckDBConnection,
  file: number,
  jobs: readonly StoredJob[],
  rejects: readonly Reject[],
  newTemplates: readonly StoredTemplate[],
): Promise<Written> {
  await stage(connection, jobs);
  await stageMore(connection, rejects, newTemplates);
  return inTransaction(connection, async () => {
    if (newTemplates.length > 0)
      await connection.run('INSERT INTO template SELECT * FROM staged_template');
    if (rejects.length > 0)
      await connection.run('INSERT INTO reject SELECT $file, staged_reject.* FROM staged_reject', {
        file,
      });
    if (jobs.length === 0) return { added: 0, changed: 0, same: 0 };
    await connection.run(FRESH);
    const [gone] = await rowsOf(connection, OUTDATED);
    const [put] = await rowsOf(connection, INSERT, { file });
    const changed = Number(gone?.Count ?? 0);
    const added = Number(put?.Count ?? 0) - changed;
    return { added, changed, same: jobs.length - added - changed };
  });
}

/** Puts jobs beside the ledger, in memory. */
async function stage(connection: DuckDBConnection, jobs: readonly StoredJob[]): Promise<void> {
  await connection.run(STAGED);
  const types = ['INTEGER', 'VARCHAR', ...Object.values(JOB_COLUMNS)] as const;
  const rows = jobs.map((job, at) => [
    at,
    job.identity,
    ...JOB_COLUMN_NAMES.map((name) => job[name]),
  ]);
  await appendRows(connection, 'staged', types, rows);
}

/** Puts rejects and templates beside the ledger: thousands of rows one by one take the engine's memory. */
async function stageMore(
  connection: DuckDBConnection,
  rejects: readonly Reject[],
  templates: readonly StoredTemplate[],
): Promise<void> {
  if (rejects.length > 0) {
    await connection.run(STAGED_REJECTS);
    const types = ['BIGINT', 'VARCHAR', 'VARCHAR', 'VARCHAR', 'VARCHAR'] as const;
    const rows = rejects.map(({ line, field, value, reason, remedy }) => [
      line,
      field,
      value,
      reason,
      remedy,
    ]);
    await appendRows(connection, 'staged_reject', types, rows);
  }
  if (templates.length > 0) {
    await connection.run(STAGED_TEMPLATES);
    const rows = templates.map(({ id, run, accelerator }) => [id, run, accelerator]);
    await appendRows(connection, 'staged_template', ['INTEGER', 'VARCHAR', 'VARCHAR'], rows);
  }
}
