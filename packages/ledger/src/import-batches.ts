import type { DuckDBConnection } from '@duckdb/node-api';
import type { Calculator } from '@ml-emissions/calculator';
import type { JobState, LoggedJob, ReadBatch, Reject } from '@ml-emissions/logs';
import { OPEN_STATES, type Source } from './job.ts';
import { type Assigned, createAssign } from './mapping/assign.ts';
import type { Mapping } from './mapping/mapping.ts';
import type { Ledger } from './store/ledger.ts';
import { doubledJob, isOfChips } from './store/overlap.ts';
import { createSeen, isOneRowAJob, type Seen } from './store/seen.ts';
import { createStaging, type Staging, type StoredJob } from './store/staging.ts';
import { beginFile, createTemplates, writeBatch } from './store/write.ts';

/** Rows of a transaction: one of the engine's groups of rows, which is packed once. */
const ROWS = 122_880;
/** Rejects of one are held here until it is written. */
const MOST_REJECTS = 20_000;

/** What became of a file. Rows = jobs + parts + left out + rejected; jobs = added + changed + same. */
export interface Imported {
  readonly source: Source;
  rows: number;
  jobs: number;
  parts: number;
  leftOut: number;
  rejected: number;
  added: number;
  changed: number;
  same: number;
}

export interface BatchOptions {
  readonly mapping: Mapping;
  /** Called after each part of the file that is safe on the disk. */
  readonly onProgress?: (so: Imported) => void;
  /** Of such a part, about how many rows it has. */
  readonly rows?: number;
}

/** What an importer read of a file. */
interface Log {
  readonly source: Source;
  readonly name: string;
  readonly batches: AsyncIterable<ReadBatch>;
}

/** A part of a file on its way into the ledger. */
interface Part {
  readonly connection: DuckDBConnection;
  readonly staged: Staging;
  /** Where each staged job begins, by its place there. */
  readonly lines: number[];
  readonly rejects: Reject[];
  parts: number;
  leftOut: number;
}

const beginPart = async (connection: DuckDBConnection): Promise<Part> => ({
  connection,
  staged: await createStaging(connection),
  lines: [],
  rejects: [],
  parts: 0,
  leftOut: 0,
});

/**
 * Writes what an importer reads into a ledger, many rows at a time: one part of the file is written while the next one
 * is read, by another connection.
 */
export async function importBatches(
  { connection, connect }: Pick<Ledger, 'connection' | 'connect'>,
  calculator: Calculator,
  { source, name, batches }: Log,
  { mapping, onProgress, rows = ROWS }: BatchOptions,
): Promise<Imported> {
  const assign = createAssign(calculator, mapping);
  const templates = await createTemplates(connection);
  const file = await beginFile(connection, name, source);
  const done: Imported = { source, ...NOTHING };
  const seen = isOneRowAJob(source) ? await createSeen(connection) : null;
  const write = async (
    { connection: own, staged, lines, rejects, parts, leftOut }: Part,
    newTemplates: ReturnType<typeof templates.takeNew>,
  ) => {
    await staged.finish();
    if (seen) rejects.push(...(await repeatedRows(seen, own, lines)));
    const written = await writeBatch(own, file, staged, rejects, newTemplates);
    const jobs = written.added + written.changed + written.same;
    done.rows += jobs + rejects.length + parts + leftOut;
    done.jobs += jobs;
    done.parts += parts;
    done.leftOut += leftOut;
    done.rejected += rejects.length;
    done.added += written.added;
    done.changed += written.changed;
    done.same += written.same;
    onProgress?.(done);
  };
  const second = await connect();
  let part = await beginPart(connection);
  let writing = Promise.resolve();
  try {
    for await (const batch of batches) {
      const { staged, rejects } = part;
      rejects.push(...batch.rejects);
      for (const { line, job } of batch.jobs) {
        const assigned = assign(job);
        if ('fault' in assigned) rejects.push({ line, ...assigned.fault });
        else {
          const kept = storedJob(source, job, assigned, templates.idOf);
          const double = isOfChips(source) ? await doubledJob(connection, kept) : null;
          if (double === null) {
            staged.add(kept);
            if (seen) part.lines.push(line);
          } else rejects.push({ line, ...twice(double) });
        }
      }
      part.parts += batch.parts;
      part.leftOut += batch.leftOut;
      if (staged.size + rejects.length < rows && rejects.length < MOST_REJECTS) continue;
      await writing;
      writing = write(part, templates.takeNew());
      // What went wrong is thrown when the next part is full, or at the end.
      writing.catch(() => undefined);
      part = await beginPart(part.connection === connection ? second : connection);
    }
    await writing;
    await write(part, templates.takeNew());
    return done;
  } finally {
    await writing.catch(() => undefined);
    part.staged.close();
    await seen?.close();
    second.closeSync();
  }
}

const twice = (job: string): Omit<Reject, 'line'> => ({
  field: 'timestamp',
  value: job,
  reason: 'another job of the ledger has the same accelerators at the same time',
  remedy: 'one log of both, without the rows that are in both',
});

/** Rows of jobs that an earlier row of the file tells: they are taken from the staged ones. */
async function repeatedRows(
  seen: Seen,
  connection: DuckDBConnection,
  lines: readonly number[],
): Promise<Reject[]> {
  return (await seen.takeRepeated(connection)).map(({ place, jobId }) => ({
    line: lines[place] ?? 0,
    field: 'id',
    value: jobId,
    reason: 'an earlier row of the file has this id, and that one counts',
    remedy:
      'mapping: columns: { id: the column that tells jobs apart }, or cluster: what ids are told apart by',
  }));
}

const NOTHING = {
  rows: 0,
  jobs: 0,
  parts: 0,
  leftOut: 0,
  rejected: 0,
  added: 0,
  changed: 0,
  same: 0,
};

const isOpen = (state: JobState) => OPEN_STATES.includes(state);

/** A job as it is kept. */
function storedJob(
  source: Source,
  job: LoggedJob,
  assigned: Assigned,
  idOf: (template: Assigned['template']) => number,
): StoredJob {
  const { template, unmetered, hours, chips, energyKwh, powerW, chipW, notes } = assigned;
  return {
    identity: job.identity,
    source,
    job_id: job.jobId,
    cluster: job.cluster,
    user_name: job.user,
    project: job.project,
    partition_name: job.partition,
    name: job.name,
    nodes: job.nodes,
    state: job.state,
    is_final: !isOpen(job.state),
    started: job.startMs,
    ended: job.endMs,
    template: idOf(template),
    template_unmetered: unmetered && idOf(unmetered),
    hours,
    chips,
    cores: job.cores,
    metered_kwh: energyKwh,
    power_w: powerW,
    chip_w: chipW,
    busy: job.busy,
    energy_from: energyKwh === null ? null : (job.energy?.from ?? null),
    notes: notes.length > 0 ? notes.join(' ') : null,
  };
}
