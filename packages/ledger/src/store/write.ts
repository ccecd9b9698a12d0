import type { DuckDBConnection } from '@duckdb/node-api';
import type { Reject } from '@ml-emissions/logs';
import { appendRows } from '../engine/append.ts';
import { inTransaction, rowsOf } from '../engine/rows.ts';
import type { Source } from '../job.ts';
import { STAGED_SQL, type Staging } from './staging.ts';
import { JOB_COLUMN_NAMES, STAGED_REJECTS, STAGED_TEMPLATES } from './tables.ts';

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

const NAMES = JOB_COLUMN_NAMES.join(', ');

/** Of each job the last of what is told of it; what has ended goes before what had not. */
const FRESH = `CREATE OR REPLACE TEMP TABLE fresh AS
SELECT seq, key FROM (SELECT seq, md5_number(identity) AS key, is_final FROM staged)
QUALIFY row_number() OVER (PARTITION BY key ORDER BY is_final DESC, seq DESC) = 1`;

/** Jobs of these that are in the ledger, and where. */
const KNOWN = `CREATE OR REPLACE TEMP TABLE known AS
SELECT fresh.seq AS seq, job.rowid AS place FROM job JOIN fresh ON job.key = fresh.key`;

/** Where in the ledger they are: one export after another lies together, and the rest of it is not read. */
const WHERE = 'SELECT min(place) AS first, max(place) AS last FROM known';

/** Everything but the file that a job stands in: an overlapping export changes nothing. */
const IS_OTHERWISE = JOB_COLUMN_NAMES.map((name) => `job.${name} IS DISTINCT FROM told.${name}`);

/** W&B tells a run in two exports, with power and without: what was measured stays. */
const IS_MORE = `job.source <> 'wandb' OR job.power_w IS NULL OR told.power_w IS NOT NULL`;

/** Those that are otherwise now. A job that has ended is never what an older export says of it while it ran. */
const changedSql = (first: number, last: number) => `CREATE OR REPLACE TEMP TABLE changed AS
SELECT known.seq AS seq, known.place AS place
FROM known JOIN (${STAGED_SQL}) AS told ON known.seq = told.seq JOIN job ON known.place = job.rowid
WHERE job.rowid BETWEEN ${first} AND ${last} AND (told.is_final OR NOT job.is_final) AND (${IS_MORE})
  AND (${IS_OTHERWISE.join(' OR ')})`;

const OUTDATED = 'DELETE FROM job WHERE rowid IN (SELECT place FROM changed)';

const INSERT = `INSERT INTO job (key, ${NAMES}, file) SELECT key, ${NAMES}, $file
FROM (${STAGED_SQL}) AS told JOIN fresh ON told.seq = fresh.seq`;
const IS_NEW = 'told.seq NOT IN (SELECT seq FROM known) OR told.seq IN (SELECT seq FROM changed)';

/**
 * Writes a batch in one transaction: once this returns, all of it is on the disk, and reading it again adds nothing.
 *
 * @param file id of the file that the batch is of
 * @param staged its jobs, finished; what was taken out of them since is not written
 * @param newTemplates ids with their runs, which jobs of the batch refer to
 */
export async function writeBatch(
  connection: DuckDBConnection,
  file: number,
  staged: Staging,
  rejects: readonly Reject[],
  newTemplates: readonly StoredTemplate[],
): Promise<Written> {
  await stageMore(connection, rejects, newTemplates);
  return inTransaction(connection, async () => {
    if (newTemplates.length > 0)
      await connection.run('INSERT INTO template SELECT * FROM staged_template');
    if (rejects.length > 0)
      await connection.run('INSERT INTO reject SELECT $file, staged_reject.* FROM staged_reject', {
        file,
      });
    if (staged.size === 0) return { added: 0, changed: 0, same: 0 };
    await connection.run(FRESH);
    await connection.run(KNOWN);
    const [{ first = null, last = null } = {}] = await rowsOf(connection, WHERE);
    const isAllNew = first === null;
    if (!isAllNew) await connection.run(changedSql(Number(first), Number(last)));
    const changed = isAllNew ? 0 : (await connection.run(OUTDATED)).rowsChanged;
    const insert = isAllNew ? INSERT : `${INSERT} WHERE ${IS_NEW}`;
    const { rowsChanged: put } = await connection.run(insert, { file });
    const [{ jobs = 0 } = {}] = await rowsOf(connection, 'SELECT count(*) AS jobs FROM staged');
    return { added: put - changed, changed, same: Number(jobs) - put };
  });
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
