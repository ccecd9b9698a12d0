import type { Batcher } from './batcher.ts';
import { type JobState, type LoggedChips, type LoggedJob, UNTOLD } from './job.ts';
import { busyOf, meanOf, PowerOverTime } from './power-over-time.ts';
import { type Cells, objectIn, type RowReader } from './row-reader.ts';

// Exports of Weights & Biases, of its library 0.31.0: system metrics (`run.history(stream="system")` and
// `runs.histories(stream="system")`, as CSV or a JSON list), the run table as CSV, and runs as a JSON list with the fields
// of the library's RunFragment.

const MS_PER_S = 1000;
const S_PER_HOUR = 3600;
/** How its offline log begins. */
const OFFLINE_MAGIC = ':W&B';
/** Watts, and percent of the time in which the accelerator had work to do. */
const METER = /^system[./]gpu\.(process\.)?(\d+)\.(powerWatts|gpu)$/;
const isWatts = (name: string): boolean => name.endsWith('.powerWatts');

const STATES: Readonly<Record<string, JobState>> = {
  finished: 'completed',
  failed: 'failed',
  crashed: 'failed',
  killed: 'cancelled',
  preempted: 'preempted',
  preempting: 'preempted',
  running: 'running',
};

/** Whether a file that begins so is an export of W&B, or its offline log. */
export const isWandb = (head: string): boolean =>
  head.startsWith(OFFLINE_MAGIC) ||
  /system[./]gpu\.(process\.)?\d+\.powerWatts/.test(head) ||
  /^\[\s*\{[\s\S]*"_runtime"[\s\S]*"_timestamp"/.test(head) ||
  (/^"?Name"?,/.test(head) && /"?Runtime"?,/.test(head) && /"?Created"?,/.test(head)) ||
  /^\[\s*\{[\s\S]*"(createdAt|displayName)"/.test(head);

/**
 * Reads rows of an export of Weights & Biases.
 *
 * Rows of system metrics give the mean power of an accelerator over time; a run of the run table gives its time alone.
 *
 * @param batch takes what became of the rows
 * @param file what the run is called where rows of system metrics have no `run_id`
 * @returns what takes rows; runs with system metrics are whole at the end
 * Errors: none; what is wrong with a row is a reject.
 * Source: wandb/apis/public/runs.py of 0.31.0.
 * @example const reader = createWandbReader(batch, 'system'); reader.add(2, cells); [...reader.rest()];
 */
export function createWandbReader(batch: Batcher, file: string): RowReader {
  const runs = new Map<string, Metered>();
  return {
    add(line, cells) {
      if (!cells) batch.reject(faultAt(line, '', '', 'it is no whole JSON object'));
      else if (cells._timestamp !== undefined) addReading(runs, batch, file, line, cells);
      else addRun(batch, line, cells);
    },
    open: () => runs.size,
    *rest() {
      for (const [id, run] of runs) yield { line: run.line, job: meteredJob(id, run) };
    },
  };
}

const faultAt = (line: number, field: string, value: unknown, reason: string) => ({
  line,
  field,
  value: String(value ?? '').slice(0, 200),
  reason,
  remedy: 'the row as W&B exported it',
});

/** A run as its system metrics tell it so far. */
interface Metered {
  readonly line: number;
  readonly cells: Cells;
  startMs: number;
  endMs: number;
  readonly meters: Map<string, PowerOverTime>;
}

function addReading(
  runs: Map<string, Metered>,
  batch: Batcher,
  file: string,
  line: number,
  cells: Cells,
): void {
  const id = textOf(cells.run_id) ?? file;
  const ms = numberOf(cells._timestamp) * MS_PER_S;
  if (!(ms > 0)) {
    batch.reject(faultAt(line, '_timestamp', cells._timestamp, 'it is no time'));
    return;
  }
  const since = numberOf(cells._runtime);
  const begun = since >= 0 ? ms - since * MS_PER_S : ms;
  const known = runs.get(id);
  const run = known ?? { line, cells, startMs: begun, endMs: ms, meters: new Map() };
  if (known) batch.part();
  else runs.set(id, run);
  run.startMs = Math.min(run.startMs, begun);
  run.endMs = Math.max(run.endMs, ms);
  for (const [name, value] of Object.entries(cells)) {
    const read = METER.test(name) ? numberOf(value) : Number.NaN;
    if (!(read >= 0)) continue;
    const meter = run.meters.get(name) ?? new PowerOverTime();
    run.meters.set(name, meter);
    meter.add(ms, read);
  }
}

function meteredJob(id: string, { cells, startMs, endMs, meters }: Metered): LoggedJob {
  // Where it tells the accelerators of the process, the others of the machine are not the run's.
  const own = [...meters].filter(([name]) => METER.exec(name)?.[1] !== undefined);
  const all = own.some(([name]) => isWatts(name)) ? own : [...meters];
  const used = all.filter(([name]) => isWatts(name)).map(([, power]) => power);
  const use = all.filter(([name]) => !isWatts(name)).map(([, percent]) => percent);
  const { watts, isPart } = meanOf(used, endMs - startMs);
  return {
    ...UNTOLD,
    ...toldOf(id, cells),
    startMs: Math.round(startMs),
    endMs: Math.round(endMs),
    hours: endMs > startMs ? (endMs - startMs) / MS_PER_S / S_PER_HOUR : null,
    chips: used.length > 0 ? [{ name: chipName(cells), count: used.length }] : [],
    powerW: watts,
    busy: busyOf(use),
    notes: used.length === 0 ? ['no-chips-recorded'] : isPart ? ['power-part'] : [],
  };
}

/** A run of the run table, or of the library's list of runs. */
function addRun(batch: Batcher, line: number, cells: Cells): void {
  const name = textOf(cells.displayName ?? cells.Name ?? cells.name);
  const created = textOf(cells.createdAt ?? cells.created_at ?? cells.Created);
  const startMs = created === null ? Number.NaN : Date.parse(created);
  const id =
    textOf(cells.ID) ?? (cells.displayName === undefined ? textOf(cells.id) : textOf(cells.name));
  const state = textOf(cells.state ?? cells.State)?.toLowerCase() ?? 'finished';
  const summary = objectOf(cells.summaryMetrics ?? cells.summary);
  const seconds = [cells.Runtime, cells.runtime, objectOf(summary._wandb).runtime, summary._runtime]
    .map(numberOf)
    .find((value) => value >= 0);
  const wrong = !Number.isFinite(startMs)
    ? 'created'
    : STATES[state] === undefined
      ? 'state'
      : null;
  if (wrong)
    batch.reject(
      faultAt(
        line,
        wrong,
        wrong === 'state' ? state : created,
        `it has no ${wrong} that W&B writes`,
      ),
    );
  else if (seconds === undefined || seconds === 0) batch.leftOut();
  else
    batch.job(line, {
      ...UNTOLD,
      ...toldOf(id ?? `${name} ${created}`, cells),
      startMs: Math.round(startMs),
      endMs: state === 'running' ? null : Math.round(startMs + seconds * MS_PER_S),
      hours: seconds / S_PER_HOUR,
      chips: chipsOf(cells),
      notes: chipsOf(cells).length === 0 ? ['no-chips-recorded'] : [],
    });
}

/** What any row says of its run. */
function toldOf(
  id: string,
  cells: Cells,
): Pick<LoggedJob, 'identity' | 'jobId' | 'user' | 'project' | 'name' | 'state'> {
  const user = cells.user ?? cells.User;
  const project = cells.project ?? cells.Project;
  return {
    identity: `wandb ${id}`,
    jobId: id,
    user: textOf(
      typeof user === 'object' ? (objectOf(user).username ?? objectOf(user).name) : user,
    ),
    project: textOf(typeof project === 'object' ? objectOf(project).name : project),
    name: textOf(cells.displayName ?? cells.Name ?? cells.name),
    state: STATES[textOf(cells.state ?? cells.State)?.toLowerCase() ?? 'finished'] ?? 'completed',
  };
}

function chipsOf(cells: Cells): LoggedChips[] {
  const count = numberOf(cells['GPU Count'] ?? objectOf(cells.metadata).gpu_count);
  return count > 0 ? [{ name: chipName(cells), count }] : [];
}

const chipName = (cells: Cells): string | null =>
  textOf(cells['GPU Type'] ?? cells.gpu ?? objectOf(cells.metadata).gpu);

function objectOf(value: unknown): Cells {
  const read = typeof value === 'string' && value.startsWith('{') ? objectIn(value) : value;
  return typeof read === 'object' && read !== null ? (read as Cells) : {};
}

const textOf = (value: unknown): string | null =>
  value === undefined || value === null || value === '' ? null : String(value);
const numberOf = (value: unknown): number =>
  value === undefined || value === null || value === '' ? Number.NaN : Number(value);
