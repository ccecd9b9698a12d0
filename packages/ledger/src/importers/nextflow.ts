import {
  Batcher,
  type JobState,
  type LoggedChips,
  type LoggedJob,
  type NoteCode,
  type ReadBatch,
  UNTOLD,
} from '@ml-emissions/logs';
import { LedgerFault } from '../engine/duckdb.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { csvRows } from '../read/csv.ts';
import { createTimeReader } from '../read/local-time.ts';

// Nextflow's trace (`-with-trace`), 24.10.4: a task a row, tabs between cells; times and lengths for people, or in
// milliseconds with `trace.raw`. It has no accelerators. Rows of `-resume` are CACHED, have a new task_id, and their old
// hash and times.

const MS_PER_HOUR = 3_600_000;
const NEEDED = ['hash', 'status', 'submit', 'realtime'] as const;

/** States; null is what did not run. */
const STATES: Readonly<Record<string, JobState | null>> = {
  COMPLETED: 'completed',
  // It ran once, and is told again.
  CACHED: 'completed',
  FAILED: 'failed',
  ABORTED: 'cancelled',
  NEW: null,
  SUBMITTED: null,
  RUNNING: 'running',
};

/** Whether a first line is that of a trace. */
export const isNextflow = (line: string): boolean => {
  const names = line.split('\t');
  return names.includes('hash') && names.includes('realtime') && names.includes('status');
};

const HASH = /^[\da-f]{2}\/[\da-f]{6}$/;

type Cells = Readonly<Record<string, string>>;

/**
 * Reads a trace of Nextflow: a job a task.
 *
 * @param path of the file
 * @param mapping says in which zone its times are; its `processes` say which accelerators a process has
 * @returns tasks; one that `-resume` tells again is the same job
 * Errors: throws `LedgerFault` where a column is missing.
 * Source: what Nextflow 24.10.4 wrote; docs/reference/config of Nextflow, "trace".
 * @example for await (const { jobs } of readNextflow('trace.txt', mapping)) console.log(jobs.length);
 */
export async function* readNextflow(path: string, mapping: Mapping): AsyncGenerator<ReadBatch> {
  const timeOf = createTraceTimeReader(mapping.timeZone);
  const batch = new Batcher();
  let isFirst = true;
  let hasScripts = false;
  for await (const { line, cells } of csvRows(path, { delimiter: '\t' })) {
    const missing = isFirst ? NEEDED.filter((name) => !(name in cells)) : [];
    hasScripts ||= isFirst && 'script' in cells;
    isFirst = false;
    if (missing.length > 0)
      throw new LedgerFault(`the trace has no column ${missing.join(', ')}`, COLUMNS);
    // A script of several lines stands in the trace as it is: what follows its first line is no row.
    if (hasScripts && !HASH.test(cells.hash ?? '')) continue;
    addTask(batch, line, cells, mapping, timeOf);
    if (batch.isFull) yield batch.take();
  }
  yield batch.take();
}

const COLUMNS =
  "trace.fields = 'task_id,hash,process,name,status,exit,cpus,submit,start,complete,duration,realtime,queue,%cpu'";

function addTask(
  batch: Batcher,
  line: number,
  cells: Cells,
  mapping: Mapping,
  timeOf: (text: string) => number | null,
): void {
  const { hash = '', status = '', submit = '', realtime = '' } = cells;
  const state = Object.hasOwn(STATES, status) ? STATES[status] : undefined;
  const runMs = isTold(realtime) ? lengthOf(realtime) : 0;
  const submitMs = timeOf(submit);
  const wrong =
    state === undefined
      ? 'status'
      : !HASH.test(hash)
        ? 'hash'
        : runMs === null
          ? 'realtime'
          : submitMs === null
            ? 'submit'
            : null;
  if (wrong)
    batch.reject({
      line,
      field: wrong,
      value: (cells[wrong] ?? '').slice(0, 200),
      reason: `it has no ${wrong} that Nextflow writes`,
      remedy: 'the row as Nextflow wrote it',
    });
  else if (state === null || runMs === 0) batch.leftOut();
  else
    batch.job(
      line,
      jobOf(
        cells,
        { state: state ?? 'completed', runMs: runMs ?? 0, submitMs: submitMs ?? 0 },
        mapping,
        timeOf,
      ),
    );
}

interface Ran {
  readonly state: JobState;
  readonly runMs: number;
  readonly submitMs: number;
}

function jobOf(
  cells: Cells,
  { state, runMs, submitMs }: Ran,
  { processes }: Mapping,
  timeOf: (text: string) => number | null,
): LoggedJob {
  const process = told(cells.process) ?? (cells.name ?? '').replace(/ \(.*$/, '');
  // Time from the submission on, waiting among it.
  const duration = lengthOf(cells.duration ?? '');
  const endMs = timeOf(cells.complete ?? '') ?? (duration === null ? null : submitMs + duration);
  const startMs = timeOf(cells.start ?? '') ?? (endMs === null ? submitMs : endMs - runMs);
  const known = processes.get(process);
  const chips: LoggedChips[] = known ? [{ name: known.accelerator, count: known.count }] : [];
  const cpus = Number(told(cells.cpus) ?? Number.NaN);
  const load = Number((told(cells['%cpu']) ?? '').replace('%', '') || Number.NaN);
  const notes: NoteCode[] = [
    ...(chips.length === 0 ? (['no-chips-recorded'] as const) : []),
    ...(cpus > 0 ? [] : (['cores-by-load'] as const)),
  ];
  return {
    ...UNTOLD,
    // The hash is cut: with the time of submission it is the task's alone.
    identity: `nextflow ${cells.hash} ${submitMs}`,
    jobId: cells.hash ?? '',
    partition: told(cells.queue),
    project: null,
    name: told(cells.name) ?? process,
    nodes: told(cells.hostname),
    state,
    startMs,
    endMs,
    hours: runMs / MS_PER_HOUR,
    chips,
    cores: cpus > 0 ? cpus : Math.max(1, Math.ceil((load || 0) / 100)),
    notes,
  };
}

const isTold = (text: string): boolean => text !== '' && text !== '-';
const told = (text: string | undefined): string | null =>
  text !== undefined && isTold(text) ? text : null;

const MS_OF: Readonly<Record<string, number>> = {
  d: 86_400_000,
  h: MS_PER_HOUR,
  m: 60_000,
  s: 1000,
  ms: 1,
};

/** `2.3s`, `1h 2m 3s`, `3s 1000ms`, or milliseconds; null for what is no length. */
function lengthOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|[dhms])(?: |$)/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== text) return null;
  return parts.reduce(
    (sum, [, number, unit]) => sum + Number(number) * (MS_OF[unit ?? ''] ?? 0),
    0,
  );
}

/** `2026-11-30 04:17:00.431` in local time, or milliseconds since 1970. */
function createTraceTimeReader(timeZone: string): (text: string) => number | null {
  const timeOf = createTimeReader(timeZone);
  return (text) => {
    if (/^\d{12,14}$/.test(text)) return Number(text);
    const [, day, clock, part = '0'] = /^(\S+) (\d\d:\d\d:\d\d)(\.\d+)?$/.exec(text) ?? [];
    const ms = day === undefined ? null : timeOf(`${day}T${clock}`);
    return ms === null ? null : ms + Math.round(Number(part) * 1000);
  };
}
