import {
  Batcher,
  type LoggedChips,
  type LoggedJob,
  type ReadBatch,
  UNTOLD,
} from '@ml-emissions/logs';
import type { Place } from '@ml-emissions/model';
import { LedgerFault } from '../engine/duckdb.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { csvRows } from '../read/csv.ts';
import { createTimeReader } from '../read/local-time.ts';

// eco2AI's emission.csv, 0.3.12: kWh and seconds of each start and stop, or of each epoch. A PUE that the tracker was
// given (1 where it was not) is in the kWh, and in no column: the mapping says it. CO2 is not read.

const S_PER_HOUR = 3600;
const MS_PER_S = 1000;
/** Runs of one file that are kept until its end: later rows of a run may stand anywhere. */
const MOST_RUNS = 1_000_000;
const COLUMNS = ['id', 'start_time', 'duration(s)', 'power_consumption(kWh)'] as const;

/** Whether a first line is that of eco2AI's file. */
export const isEco2ai = (line: string): boolean =>
  COLUMNS.every((name) => line.split(',').includes(name));

/** A run as its rows tell it so far. */
interface Run {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  kWh: number;
  seconds: number;
  startMs: number;
  endMs: number;
}

/**
 * Reads eco2AI's file. Rows of one id are parts of one run: they add up.
 *
 * @param path of the file
 * @param mapping says in which zone its times are, and which PUE the trackers were given (`trackerPue`)
 * Errors: throws `LedgerFault` where the file is no CSV or has too many runs.
 * Source: what 0.3.12 wrote; eco2ai/emission_track.py.
 * @example for await (const { jobs } of readEco2ai('emission.csv', mapping)) console.log(jobs.length);
 */
export async function* readEco2ai(
  path: string,
  { timeZone, trackerPue }: Mapping,
): AsyncGenerator<ReadBatch> {
  const timeOf = createTimeReader(timeZone);
  const runs = new Map<string, Run>();
  const batch = new Batcher();
  for await (const { line, cells } of csvRows(path)) {
    const { id = '' } = cells;
    const kWh = Number(cells['power_consumption(kWh)'] || Number.NaN);
    const seconds = Number(cells['duration(s)'] || Number.NaN);
    const startMs = timeOf((cells.start_time ?? '').replace(' ', 'T'));
    const wrong =
      id === ''
        ? 'id'
        : !(kWh >= 0)
          ? 'power_consumption(kWh)'
          : !(seconds >= 0)
            ? 'duration(s)'
            : null;
    if (wrong ?? startMs === null) {
      const field = wrong ?? 'start_time';
      batch.reject({
        line,
        field,
        value: (cells[field] ?? '').slice(0, 200),
        reason: `it has no ${field}`,
        remedy: 'the row as eco2AI wrote it',
      });
    } else {
      const begun = startMs ?? 0;
      const endMs = begun + seconds * MS_PER_S;
      const run = runs.get(id);
      if (run) {
        run.kWh += kWh;
        run.seconds += seconds;
        run.startMs = Math.min(run.startMs, begun);
        run.endMs = Math.max(run.endMs, endMs);
        batch.part();
      } else {
        if (runs.size >= MOST_RUNS)
          throw new LedgerFault(`the file has more than ${MOST_RUNS} runs`, 'import it in parts');
        runs.set(id, { line, cells, kWh, seconds, startMs: begun, endMs });
      }
    }
    if (batch.isFull) yield batch.take();
  }
  for (const [id, run] of runs) {
    batch.job(run.line, jobOf(id, run, trackerPue));
    if (batch.isFull) yield batch.take();
  }
  yield batch.take();
}

function jobOf(
  id: string,
  { cells, kWh, seconds, startMs, endMs }: Run,
  pue: number | null,
): LoggedJob {
  return {
    ...UNTOLD,
    identity: `eco2ai ${id}`,
    jobId: id,
    project: cells.project_name || null,
    name: cells.experiment_description || null,
    startMs: Math.round(startMs),
    endMs: Math.round(endMs),
    hours: seconds / S_PER_HOUR,
    chips: chipsOf(cells.GPU_name ?? ''),
    energy: { kWh: kWh / (pue ?? 1), scope: 'components', from: 'rows' },
    place: placeOf(cells['region/country'] ?? ''),
    pue: pue !== null && pue > 1 ? pue : null,
    notes: pue === null ? ['tracker-pue'] : [],
  };
}

/** `NVIDIA A100-SXM4-80GB 4 device(s)`; without any, a blank and `0 device(s)`. */
function chipsOf(text: string): LoggedChips[] {
  const [, name = '', count = '0'] = /^(.*) (\d+) device\(s\)$/.exec(text) ?? [];
  return Number(count) > 0 && name.trim() !== ''
    ? [{ name: name.trim(), count: Number(count) }]
    : [];
}

/** `PL`, or a region with its country; `XX` is a country that it did not know. */
function placeOf(text: string): Place | null {
  const [, country] = /(?:^|\/|\()([A-Z]{2})\)?$/.exec(text) ?? [];
  return country === undefined || country === 'XX' ? null : { country };
}
