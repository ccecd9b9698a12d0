import { stat } from 'node:fs/promises';
import {
  Batcher,
  busyOf,
  type JobState,
  type LoggedJob,
  meanOf,
  type NoteCode,
  type PowerOverTime,
  type ReadBatch,
  UNTOLD,
} from '@ml-emissions/logs';
import { databaseRuns, folderRuns, type MlflowRun } from './mlflow-runs.ts';

// MLflow's runs, of its database or its folder, 3.17.2. Power is that of the metrics table, over time: the last value of
// a metric, which its summary shows, is one sample.

const MS_PER_HOUR = 3_600_000;

const STATES: Readonly<Record<string, JobState>> = {
  FINISHED: 'completed',
  FAILED: 'failed',
  KILLED: 'cancelled',
  RUNNING: 'running',
};

/**
 * Reads MLflow's runs. Where system metrics were on, the mean power of an accelerator over time is that of the run; else
 * only its time is known. A run that others lie in is a part of them, or it would count them again.
 *
 * @param path of `mlflow.db` or of a folder `mlruns`
 * @returns runs; lines are their place in the order of their start (database) or of their folders
 * Errors: throws `LedgerFault` where SQLite cannot be read.
 * Source: what MLflow 3.17.2 wrote; mlflow/system_metrics/metrics/gpu_monitor.py.
 * @example for await (const { jobs } of readMlflow('mlruns')) console.log(jobs.length);
 */
export async function* readMlflow(path: string): AsyncGenerator<ReadBatch> {
  const isFolder = (await stat(path)).isDirectory();
  const batch = new Batcher();
  let line = 0;
  for await (const run of isFolder ? folderRuns(path) : databaseRuns(path)) {
    line += 1;
    const state = STATES[run.status];
    if (run.hasChildren) batch.part();
    else if (run.status === 'SCHEDULED') batch.leftOut();
    else if (state === undefined || run.startMs === null)
      batch.reject({
        line,
        field: state === undefined ? 'status' : 'start_time',
        value: state === undefined ? run.status : '',
        reason: state === undefined ? 'it is no status of MLflow' : 'it has no start',
        remedy: 'the run as MLflow wrote it',
      });
    else batch.job(line, jobOf(run, state, run.startMs));
    if (batch.isFull) yield batch.take();
  }
  yield batch.take();
}

interface Span {
  readonly firstMs: number;
  readonly lastMs: number;
}

/** From the first reading to the last; null where there is none. */
function spanOf(chips: readonly PowerOverTime[]): Span | null {
  const [first, last] = [chips.map((one) => one.firstMs), chips.map((one) => one.lastMs)];
  const firstMs = Math.min(...first.flatMap((ms) => ms ?? []));
  const lastMs = Math.max(...last.flatMap((ms) => ms ?? []));
  return Number.isFinite(firstMs) && Number.isFinite(lastMs) ? { firstMs, lastMs } : null;
}

/** A reading that was taken while a short run ended is none of another time. */
function isOutside(read: Span, startMs: number, endMs: number | null): boolean {
  const isElsewhere = read.lastMs < startMs || (endMs !== null && read.firstMs > endMs);
  return isElsewhere && read.lastMs - read.firstMs > (endMs ?? startMs) - startMs;
}

/**
 * A run that a tool copied from another store starts and ends when it was copied, while its readings keep their times
 * (mlflow-export-import 1.2.0; `findings/mlflow-runs-that-were-copied-took-no-time.sh`).
 */
function jobOf(
  { id, name, experiment, user, endMs, power, use }: MlflowRun,
  state: JobState,
  startMs: number,
): LoggedJob {
  const chips = [...power.values()];
  const read = spanOf(chips);
  const isCopied = read !== null && isOutside(read, startMs, endMs);
  const from = isCopied ? read.firstMs : startMs;
  const lastMs = isCopied ? read.lastMs : (endMs ?? Math.max(read?.lastMs ?? startMs, startMs));
  const { watts, isPart } = meanOf(chips, lastMs - from);
  const notes: NoteCode[] = [
    ...(isCopied ? (['time-of-readings'] as const) : []),
    ...(isPart ? (['power-part'] as const) : []),
  ];
  return {
    ...UNTOLD,
    identity: `mlflow ${id}`,
    jobId: id,
    user,
    project: experiment,
    name,
    state,
    startMs: from,
    endMs: isCopied ? lastMs : endMs,
    hours: lastMs > from ? (lastMs - from) / MS_PER_HOUR : null,
    chips: chips.length > 0 ? [{ name: null, count: chips.length }] : [],
    powerW: watts,
    busy: busyOf([...use.values()]),
    notes: chips.length > 0 ? notes : ['no-chips-recorded'],
  };
}
