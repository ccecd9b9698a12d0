import { createHash } from 'node:crypto';
import {
  Batcher,
  busyOf,
  type LoggedChips,
  type LoggedJob,
  PowerOverTime,
  type ReadBatch,
  UNTOLD,
} from '@ml-emissions/logs';
import { LedgerFault } from '../engine/duckdb.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { headOf } from '../read/head.ts';
import { createTimeReader } from '../read/local-time.ts';
import { GPU_ROWS, type GpuRow, gpuLogKind } from './gpu-rows.ts';

// Logs of power over time, one job a file: `nvidia-smi --query-gpu=… --format=csv -l`, `dcgmi dmon -e 155`,
// `rocm-smi --showpower --csv` and `amd-smi monitor --csv`. What they saw is the accelerators alone.

const S_PER_HOUR = 3600;
const MS_PER_S = 1000;
const J_PER_KWH = 3_600_000;
/** More chips than any log has. */
const MOST_CHIPS = 100_000;
/** Of a log without times, what tells it from others: its first lines, which stay as it grows. */
const TELLING = 2000;

/** Whether a file that begins so is a log of power. */
export const isGpuLog = (head: string): boolean => gpuLogKind(head) !== null;

/** A chip with what it drew. */
interface Chip {
  readonly row: GpuRow;
  readonly power: PowerOverTime;
  /** In percent. */
  readonly use: PowerOverTime;
  readings: number;
}

/**
 * Reads a log of power: one job, with the energy of its chips from the first reading to the last, without gaps.
 *
 * @param path of the file
 * @param mapping its `timeZone` is that of times without one; its `gpuLog` says what the log does not: how far readings
 * of `dcgmi` and `rocm-smi` are apart and when they began, whose they are
 * @returns one job; readings after the first are parts of it
 * Errors: throws `LedgerFault` where the log has no power, does not tell chips apart, or has no times and nobody says how
 * far its readings are apart.
 * Source: nvidia-smi(1) of driver 580; `dcgmi dmon` of DCGM 4.5; rocm_smi.py of ROCm 5.2.3; amdsmi_cli of
 * AMD SMI 24.7.
 * @example for await (const { jobs } of readGpuLog('gpu.csv', mapping)) console.log(jobs);
 */
export async function* readGpuLog(path: string, mapping: Mapping): AsyncGenerator<ReadBatch> {
  const head = await headOf(path);
  const kind = gpuLogKind(head);
  if (!kind)
    throw new LedgerFault(
      'the log has no column of power',
      'nvidia-smi --query-gpu=timestamp,index,uuid,name,power.draw --format=csv -l 1',
    );
  const timeOf = createGpuTimeReader(mapping.timeZone);
  const chips = new Map<string, Chip>();
  const batch = new Batcher();
  let first: GpuRow | null = null;
  let readings = 0;
  for await (const row of GPU_ROWS[kind](path)) {
    const watts = wattsOf(row.power);
    const chip = chips.get(row.chip) ?? {
      row,
      power: new PowerOverTime(),
      use: new PowerOverTime(),
      readings: 0,
    };
    const ms = row.time === null ? untimedMs(mapping, chip.readings) : timeOf(row.time);
    chip.readings += 1;
    // A second die of one module, whose power the first one tells.
    if (watts === 'of-other') batch.part();
    else if (watts === null)
      batch.reject(faultOf(row, 'power', row.power, 'it is no power in W', NO_POWER));
    else if (ms === null)
      batch.reject(
        faultOf(row, 'timestamp', row.time ?? '', 'it is no time', '2026/03/01 10:00:00.000'),
      );
    else {
      chips.set(row.chip, chip);
      if (chips.size > MOST_CHIPS)
        throw new LedgerFault('the log has too many chips', 'one log a machine');
      chip.power.add(ms, watts);
      const percent = percentOf(row.use);
      if (percent !== null) chip.use.add(ms, percent);
      first ??= row;
      if (readings > 0) batch.part();
      readings += 1;
    }
    if (batch.isFull) yield batch.take();
  }
  if (first) addJob(batch, first, jobOf(head, [...chips.values()], mapping));
  yield batch.take();
}

const NO_POWER = 'a chip and a driver that tell power.draw; those that do not cannot be read so';

const faultOf = (
  { line }: GpuRow,
  field: string,
  value: string,
  reason: string,
  remedy: string,
) => ({
  line,
  field,
  value: value.slice(0, 200),
  reason,
  remedy,
});

function addJob(batch: Batcher, first: GpuRow, job: LoggedJob): void {
  if (job.hours !== null && job.hours > 0) batch.job(first.line, job);
  else
    batch.reject(
      faultOf(
        first,
        'timestamp',
        first.time ?? '',
        'one reading of a chip lasts no time',
        'a log with -l 1',
      ),
    );
}

function jobOf(head: string, chips: readonly Chip[], { gpuLog }: Mapping): LoggedJob {
  const drawn = chips.map(({ power }) => power.drawn());
  const isTimed = chips[0]?.row.time !== null || gpuLog.startMs !== null;
  const startMs = isTimed
    ? Math.min(...chips.map(({ power }) => power.firstMs ?? Number.POSITIVE_INFINITY))
    : null;
  const endMs = isTimed ? Math.max(...chips.map(({ power }) => power.lastMs ?? 0)) : null;
  const ids = chips.map(({ row }) => row.chip).sort();
  const told = startMs === null ? hashOf(head.slice(0, TELLING)) : `${startMs}`;
  const [id = ''] = ids;
  const more = ids.length > 1 ? ` and ${ids.length - 1} more` : '';
  const joules = drawn.reduce((sum, one) => sum + one.joules, 0);
  return {
    ...UNTOLD,
    identity: `gpu-log ${ids.length > 1 ? hashOf(ids.join(' ')) : id} ${told}`,
    jobId: `${startMs === null ? told.slice(0, 12) : new Date(startMs).toISOString()} ${id}${more}`,
    user: gpuLog.user,
    project: gpuLog.project,
    nodes: chips.every(({ row }) => row.isUnique) ? ids.join(',') : null,
    startMs: startMs === null ? null : Math.round(startMs),
    endMs: endMs === null ? null : Math.round(endMs),
    hours: Math.max(...drawn.map(({ seconds }) => seconds)) / S_PER_HOUR,
    chips: kindsOf(chips),
    busy: busyOf(chips.flatMap(({ use }) => (use.firstMs === null ? [] : [use]))),
    energy: { kWh: joules / J_PER_KWH, scope: 'accelerators', from: 'power over time' },
    notes: drawn.some(({ gapSeconds }) => gapSeconds > 0) ? ['gaps'] : [],
  };
}

/** Chips by their kind. */
function kindsOf(chips: readonly Chip[]): LoggedChips[] {
  const counts = new Map<string | null, number>();
  for (const { row } of chips) counts.set(row.name, (counts.get(row.name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count }));
}

const hashOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 32);

/** `61.15 W` or `61.15`; null for `[N/A]` and the like. */
function wattsOf(text: string): number | 'of-other' | null {
  if (/secondary die/i.test(text)) return 'of-other';
  const [, watts] = /^(\d+(?:\.\d+)?)(?: W)?$/.exec(text) ?? [];
  return watts === undefined ? null : Number(watts);
}

/** `97 %` or `97`; null for `[N/A]` and the like. */
function percentOf(text: string | null): number | null {
  const [, percent] = /^(\d+)(?: %)?$/.exec(text ?? '') ?? [];
  return percent === undefined ? null : Number(percent);
}

function untimedMs({ gpuLog: { intervalSeconds, startMs } }: Mapping, reading: number): number {
  if (intervalSeconds === null)
    throw new LedgerFault(
      'the log has no times, and nobody says how far its readings are apart',
      'mapping: gpuLog: { intervalSeconds: 1, start: 2026-03-01T10:00:00Z }',
    );
  return (startMs ?? 0) + reading * intervalSeconds * MS_PER_S;
}

/** `2026/11/30 03:33:26.123`, which is local time; ISO 8601; or seconds since 1970 with parts of one. */
function createGpuTimeReader(timeZone: string): (text: string) => number | null {
  const timeOf = createTimeReader(timeZone);
  return (text) => {
    if (/^\d{9,11}\.\d+$/.test(text)) return Number(text) * MS_PER_S;
    const iso = text.replace(/^(\d{4})\/(\d\d)\/(\d\d) /, '$1-$2-$3T').replace(' ', 'T');
    const [, whole = '', part = '0'] = /^([^.]*)(\.\d+)?$/.exec(iso) ?? [];
    const ms = timeOf(whole) ?? timeOf(iso);
    return ms === null ? null : ms + (timeOf(whole) === null ? 0 : Number(part) * MS_PER_S);
  };
}
