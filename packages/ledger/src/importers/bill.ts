import {
  Batcher,
  type Cells,
  type LoggedJob,
  type ReadBatch,
  type Reject,
  UNTOLD,
} from '@ml-emissions/logs';
import { rowsOfTable } from '../read/table-rows.ts';

// What bills of clouds have in common: a row is the use of one kind of machine in one place for some hours.

const MS_PER_S = 1000;
const S_PER_HOUR = 3600;

/** Use of a machine as a row of a bill tells it. */
interface Use {
  /** As our tables call the provider. */
  readonly provider: string;
  readonly region: string;
  readonly instance: string;
  /** Machines times hours. */
  readonly hours: number;
  readonly start: unknown;
  readonly end: unknown;
  /** The machine that ran; null where the bill does not tell it. */
  readonly resource: string | null;
  /** Account, subscription or project. */
  readonly project: string | null;
  /** What else tells rows of one machine and time apart, such as how it was paid for. */
  readonly apart: readonly unknown[];
}

/** What a row is: use of a machine, no such thing, a part of a row before it, or something wrong. */
export type BillRow =
  | Use
  | 'left-out'
  | 'part'
  | {
      readonly field: string;
      readonly value: unknown;
      readonly reason: string;
      readonly remedy: string;
    };

/**
 * Reads a bill: a job a row that is the use of a machine.
 *
 * A row is known by machine, time and how it was paid for; rows without a machine of their own that agree in all of it are
 * told apart by their order, so that two equal ones in one file are two, and the same two in another export are the same.
 *
 * @param source names the bill in identities
 * @param path of a CSV, NDJSON or Parquet file
 * @param rowOf what a row is
 * @returns jobs; what is no use of a machine is left out and counted
 * Errors: those of reading the file.
 */
export async function* readBill(
  source: string,
  path: string,
  rowOf: (cells: Cells) => BillRow,
): AsyncGenerator<ReadBatch> {
  const batch = new Batcher();
  const seen = new Map<string, number>();
  for await (const { line, cells } of rowsOfTable(path)) {
    const row = cells ? rowOf(cells) : NO_OBJECT;
    if (row === 'left-out') batch.leftOut();
    else if (row === 'part') batch.part();
    else if ('reason' in row) batch.reject(rejectOf(line, row));
    else addUse(batch, line, row, source, seen);
    if (batch.isFull) yield batch.take();
  }
  yield batch.take();
}

const NO_OBJECT = {
  field: '',
  value: '',
  reason: 'it is no JSON object',
  remedy: 'one object a line',
};

const rejectOf = (
  line: number,
  { field, value, reason, remedy }: Exclude<BillRow, string | Use>,
): Reject => ({
  line,
  field,
  value: String(value ?? '').slice(0, 200),
  reason,
  remedy,
});

function addUse(
  batch: Batcher,
  line: number,
  use: Use,
  source: string,
  seen: Map<string, number>,
): void {
  const startMs = msOf(use.start);
  const endMs = msOf(use.end);
  if (startMs === null) {
    const remedy = 'the row as the cloud exported it';
    batch.reject(
      rejectOf(line, { field: 'start', value: use.start, reason: 'it is no time', remedy }),
    );
    return;
  }
  const key = [
    source,
    use.resource ?? '',
    use.instance,
    use.region,
    startMs,
    endMs ?? '',
    ...use.apart,
  ].join(' ');
  let order = 0;
  if (use.resource === null) {
    order = seen.get(key) ?? 0;
    seen.set(key, order + 1);
  }
  batch.job(line, jobOf(use, order === 0 ? key : `${key} ${order}`, startMs, endMs));
}

function jobOf(use: Use, identity: string, startMs: number, endMs: number | null): LoggedJob {
  return {
    ...UNTOLD,
    identity,
    jobId: use.resource ?? `${use.instance} ${new Date(startMs).toISOString()}`,
    project: use.project,
    startMs,
    endMs,
    hours: use.hours,
    instance: use.instance,
    place: { provider: use.provider, region: use.region },
  };
}

/** `2026-03-01T10:00:00Z`, the same with a blank and without a zone, which is UTC in bills, `3/1/2026`, or a Date. */
function msOf(value: unknown): number | null {
  if (value instanceof Date) return value.getTime();
  const text = textOf(value);
  if (text === null) return null;
  const [, month, day, year] = /^(\d\d?)\/(\d\d?)\/(\d{4})$/.exec(text) ?? [];
  if (year !== undefined) return Date.UTC(Number(year), Number(month) - 1, Number(day));
  const iso = text.replace(/ UTC$/, 'Z').replace(' ', 'T');
  const ms = Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(iso) ? iso : iso.length > 10 ? `${iso}Z` : iso);
  return Number.isNaN(ms) ? null : ms;
}

/**
 * Hours of an amount in a unit of time.
 *
 * @returns null where it is none: cores, GB
 */
export function hoursIn(amount: unknown, unit: string): number | null {
  const number = Number(textOf(amount) ?? Number.NaN);
  if (!Number.isFinite(number)) return null;
  if (/^(1 )?(hours?|hrs?)$/i.test(unit)) return number;
  return /^seconds?$/i.test(unit) ? number / S_PER_HOUR : null;
}

/** @returns null for what is empty, or the word that some exports write for it */
export const textOf = (value: unknown): string | null => {
  if (value === undefined || value === null || value === '' || value === 'NULL') return null;
  return value instanceof Date
    ? new Date(value.getTime() - (value.getTime() % MS_PER_S)).toISOString()
    : String(value);
};

/** An object, or the JSON text of one; empty where it is none. */
export function objectOf(value: unknown): Cells {
  if (typeof value === 'object' && value !== null) return value as Cells;
  if (typeof value !== 'string' || !value.trim().startsWith('{')) return {};
  try {
    return JSON.parse(value) as Cells;
  } catch {
    return {};
  }
}

/**
 * A machine in a usage type of AWS: `EUW1-BoxUsage:p4d.24xlarge`, `USW2-Train:ml.g5.xlarge`.
 *
 * @returns null for what is no use of a machine, such as a capacity that was reserved and not used
 */
export function instanceOfUsage(usage: string): string | null {
  const [, instance] =
    /^(?:[A-Z0-9-]+-)?(?:BoxUsage|SpotUsage|DedicatedUsage|HeavyUsage|NodeUsage|Train|Notebk|Host|Processing|Tsform)[\w-]*:(?:ml\.)?([\w-]+\.[\w-]+)$/.exec(
      usage,
    ) ?? [];
  return instance ?? null;
}
