import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Calculator } from '@ml-emissions/calculator';
import { LedgerFault } from './engine/duckdb.ts';
import type { ReadBatch } from './importers/importer.ts';
import { IMPORTERS, sourceByHead } from './importers/importers.ts';
import {
  type JobState,
  type LoggedJob,
  OPEN_STATES,
  type Reject,
  SOURCES,
  type Source,
} from './job.ts';
import { type Assigned, createAssign } from './mapping/assign.ts';
import type { Mapping } from './mapping/mapping.ts';
import { headOf } from './read/head.ts';
import type { Ledger } from './store/ledger.ts';
import { doubledJob } from './store/overlap.ts';
import { beginFile, createTemplates, type StoredJob, writeBatch } from './store/write.ts';

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

export interface ImportOptions {
  /** What the file is; looked at where it is not told. */
  readonly as?: Source;
  readonly mapping: Mapping;
  /** Called after each part of the file that is safe on the disk. */
  readonly onProgress?: (so: Imported) => void;
}

/**
 * Reads a file into a ledger. What was read is safe at each call of `onProgress`; a file that is read again adds nothing.
 *
 * @param calculator says what names of hardware and places mean
 * @param path of the file
 * @returns counts, which always add up
 * Errors: throws `LedgerFault` where there is no such file, nobody can tell what it is, or it lacks what is needed.
 */
export async function importFile(
  ledger: Ledger,
  calculator: Calculator,
  path: string,
  options: ImportOptions,
): Promise<Imported> {
  const found = await stat(path).catch(() => null);
  const isFolder = found?.isDirectory() ?? false;
  if (!(found?.isFile() || isFolder))
    throw new LedgerFault(`there is no file '${path}'`, 'the path of an exported log');
  const source = options.as ?? (await (isFolder ? sourceOfFolder(path) : sourceOf(path)));
  if (isFolder && !IMPORTERS[source].takesFolders)
    throw new LedgerFault(
      `'${path}' is a folder, and ${source} is read from files`,
      'the files in it',
    );
  const batches = IMPORTERS[source].read(path, options.mapping);
  return importBatches(ledger, calculator, { source, name: resolve(path), batches }, options);
}

/** What an importer read of a file. */
interface Log {
  readonly source: Source;
  readonly name: string;
  readonly batches: AsyncIterable<ReadBatch>;
}

/** Writes what an importer reads into a ledger, batch by batch. */
export async function importBatches(
  { connection }: Ledger,
  calculator: Calculator,
  { source, name, batches }: Log,
  { mapping, onProgress }: Pick<ImportOptions, 'mapping' | 'onProgress'>,
): Promise<Imported> {
  const assign = createAssign(calculator, mapping);
  const templates = await createTemplates(connection);
  const file = await beginFile(connection, name, source);
  const done: Imported = { source, ...NOTHING };
  for await (const batch of batches) {
    const stored: StoredJob[] = [];
    const rejects: Reject[] = [...batch.rejects];
    for (const { line, job } of batch.jobs) {
      const assigned = assign(job);
      if ('fault' in assigned) rejects.push({ line, ...assigned.fault });
      else {
        const kept = storedJob(source, job, assigned, templates.idOf);
        const double = await doubledJob(connection, kept);
        if (double === null) stored.push(kept);
        else rejects.push({ line, ...twice(double) });
      }
    }
    const written = await writeBatch(connection, file, stored, rejects, templates.takeNew());
    done.rows += batch.jobs.length + batch.rejects.length + batch.parts + batch.leftOut;
    done.jobs += stored.length;
    done.parts += batch.parts;
    done.leftOut += batch.leftOut;
    done.rejected += rejects.length;
    done.added += written.added;
    done.changed += written.changed;
    done.same += written.same;
    onProgress?.(done);
  }
  return done;
}

const twice = (job: string): Omit<Reject, 'line'> => ({
  field: 'timestamp',
  value: job,
  reason: 'another job of the ledger has the same accelerators at the same time',
  remedy: 'one log of both, without the rows that are in both',
});

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

/** What a folder is, by what lies in it. */
async function sourceOfFolder(path: string): Promise<Source> {
  const names = await readdir(path);
  if (names.some((name) => name.endsWith('.wandb') || name.startsWith('offline-run-')))
    return 'wandb';
  const metas = names.map((name) => stat(join(path, name, 'meta.yaml')).catch(() => null));
  if ((await Promise.all(metas)).some((found) => found?.isFile())) return 'mlflow';
  throw new LedgerFault(
    `'${basename(path)}' is a folder, and none of MLflow's or W&B's`,
    'the files in it, or a folder mlruns',
  );
}

/** What a file is, by how it begins. */
async function sourceOf(path: string): Promise<Source> {
  const found = sourceByHead(await headOf(path));
  if (found) return found;
  throw new LedgerFault(
    `'${basename(path)}' is no log whose kind can be told by how it begins`,
    `--as says what it is: ${SOURCES.join(', ')}`,
  );
}

const isOpen = (state: JobState) => OPEN_STATES.includes(state);

const W_PER_KW = 1000;

/** What one chip drew on the mean, W, where anything but the whole machine's meter tells it. */
function chipWOf({ powerW, chipW, energy }: LoggedJob, { hours, chips }: Assigned): number | null {
  const told = powerW ?? chipW;
  if (told !== null || energy?.scope !== 'accelerators') return told;
  const chipHours = (hours ?? 0) * (chips ?? 0);
  return chipHours > 0 ? (energy.kWh * W_PER_KW) / chipHours : null;
}

/** A job as it is kept. */
function storedJob(
  source: Source,
  job: LoggedJob,
  assigned: Assigned,
  idOf: (template: Assigned['template']) => number,
): StoredJob {
  const { template, unmetered, hours, chips, energyKwh, powerW, notes } = assigned;
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
    chip_w: chipWOf(job, assigned),
    busy: job.busy,
    energy_from: energyKwh === null ? null : (job.energy?.from ?? null),
    notes: notes.length > 0 ? notes.join(' ') : null,
  };
}
