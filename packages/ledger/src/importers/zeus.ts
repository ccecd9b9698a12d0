import { Batcher, type LoggedJob, type ReadBatch, UNTOLD } from '@ml-emissions/logs';
import { LedgerFault } from '../engine/duckdb.ts';
import { csvRows } from '../read/csv.ts';

// Zeus's log of windows (`ZeusMonitor(log_file=…)`), 0.16.0: joules of each accelerator; what it counts is these alone.
// A window is written when it ends, so that those within another one stand before it.

const S_PER_HOUR = 3600;
const MS_PER_S = 1000;
const J_PER_KWH = 3_600_000;
/** Windows beside each other that are kept until the end of a file. */
const MOST_WINDOWS = 1_000_000;
const ENERGY = /^gpu\d+_energy$/;
/** Windows that begin one after the other may be this much the other way round, in seconds. */
const CLOCK_S = 1e-3;

/** Whether a first line is that of Zeus's log. */
export const isZeus = (line: string): boolean =>
  line.startsWith('start_time,window_name,elapsed_time,');

interface Window {
  readonly startS: number;
  readonly seconds: number;
  readonly joules: number;
}

/**
 * Reads a log of Zeus: one job, of the windows that lie in no other.
 *
 * @param path of the file
 * @returns one job; windows after the first are parts of it, and those that overlap without lying in each other are
 * rejected, since their energy would be counted twice
 * Errors: throws `LedgerFault` where the file is no CSV or has too many windows.
 * Source: what 0.16.0 wrote; zeus/monitor/energy.py.
 * @example for await (const { jobs } of readZeus('zeus.csv')) console.log(jobs);
 */
export async function* readZeus(path: string): AsyncGenerator<ReadBatch> {
  const batch = new Batcher();
  const windows: Window[] = [];
  let first: { readonly line: number; readonly startS: number; readonly chips: number } | null =
    null;
  for await (const { line, cells } of csvRows(path)) {
    const chips = Object.keys(cells).filter((name) => ENERGY.test(name));
    const read = windowOf(cells, chips);
    const fault = typeof read === 'string' ? faultOf(line, read, cells[read] ?? '') : null;
    if (fault || typeof read === 'string') {
      if (fault) batch.reject(fault);
    } else if (!added(windows, read)) {
      batch.reject({
        line,
        field: 'start_time',
        value: cells.start_time ?? '',
        reason: 'the window overlaps another one, whose energy it would count again',
        remedy: 'windows beside or within each other',
      });
    } else {
      if (first) batch.part();
      else first = { line, startS: read.startS, chips: chips.length };
      if (windows.length > MOST_WINDOWS)
        throw new LedgerFault(
          `the log has more than ${MOST_WINDOWS} windows`,
          'import it in parts',
        );
    }
    if (batch.isFull) yield batch.take();
  }
  if (first) batch.job(first.line, jobOf(windows, first.startS, first.chips));
  yield batch.take();
}

/** A row's window, or the column that is wrong. */
function windowOf(
  cells: Readonly<Record<string, string>>,
  chips: readonly string[],
): Window | string {
  const startS = Number(cells.start_time || Number.NaN);
  const seconds = Number(cells.elapsed_time || Number.NaN);
  if (!(startS > 0)) return 'start_time';
  if (!(seconds >= 0)) return 'elapsed_time';
  const joules = chips.map((name) => Number(cells[name] || Number.NaN));
  const wrong = chips.find((_, at) => !((joules[at] ?? -1) >= 0));
  if (chips.length === 0) return 'gpu0_energy';
  return wrong ?? { startS, seconds, joules: joules.reduce((sum, one) => sum + one, 0) };
}

const faultOf = (line: number, field: string, value: string) => ({
  line,
  field,
  value: value.slice(0, 200),
  reason:
    field === 'gpu0_energy' && value === ''
      ? 'it has no accelerator, and Zeus counts nothing else'
      : `it has no ${field}`,
  remedy: 'the row as Zeus wrote it, of a machine with accelerators',
});

/** Takes a window in the place of those within it; false where it overlaps one. */
function added(windows: Window[], window: Window): boolean {
  let kept = windows.length;
  while (kept > 0 && (windows[kept - 1]?.startS ?? 0) >= window.startS - CLOCK_S) kept -= 1;
  const before = windows[kept - 1];
  if (before && before.startS + before.seconds > window.startS + CLOCK_S) return false;
  windows.splice(kept, windows.length - kept, window);
  return true;
}

function jobOf(windows: readonly Window[], firstS: number, chips: number): LoggedJob {
  const sumOf = (of: (window: Window) => number) => windows.reduce((sum, one) => sum + of(one), 0);
  const startS = Math.min(...windows.slice(0, 1).map((one) => one.startS));
  const last = windows.at(-1);
  return {
    ...UNTOLD,
    // The first row stays the first as a log grows.
    identity: `zeus ${firstS}`,
    jobId: new Date(startS * MS_PER_S).toISOString(),
    startMs: Math.round(startS * MS_PER_S),
    endMs: last ? Math.round((last.startS + last.seconds) * MS_PER_S) : null,
    hours: sumOf(({ seconds }) => seconds) / S_PER_HOUR,
    chips: [{ name: null, count: chips }],
    energy: {
      kWh: sumOf(({ joules }) => joules) / J_PER_KWH,
      scope: 'accelerators',
      from: 'windows',
    },
  };
}
