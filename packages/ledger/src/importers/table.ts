import {
  Batcher,
  type Cells,
  JOB_STATES,
  type JobState,
  type LoggedJob,
  type ReadBatch,
} from '@ml-emissions/logs';
import { ENERGY_SCOPES, type EnergyScope, type Place } from '@ml-emissions/model';
import { LedgerFault } from '../engine/duckdb.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { createTimeReader } from '../read/local-time.ts';
import { rowsOfTable } from '../read/table-rows.ts';

// Any table of jobs: CSV, NDJSON or Parquet by the name's ending; the mapping says which of its columns is what.

/** What a column may be, in our units. */
const COLUMNS = [
  'id',
  'cluster',
  'user',
  'project',
  'partition',
  'name',
  'nodes',
  'state',
  'start',
  'end',
  'hours',
  'seconds',
  'accelerator',
  'count',
  'cores',
  'energyKwh',
  'energyJ',
  'energyScope',
  'powerW',
  'busyShare',
  'pue',
  'country',
  'zone',
  'provider',
  'region',
  'site',
] as const;
type Column = (typeof COLUMNS)[number];

const PERCENT = 100;
const S_PER_HOUR = 3600;
const DAY = /^\d{4}-\d\d-\d\d$/;
const J_PER_KWH = 3_600_000;

/**
 * Reads a table of jobs.
 *
 * @param path ends in `.csv`, `.ndjson`, `.jsonl` or `.parquet`
 * @param mapping its `columns` say which of theirs each of ours is; one of the same name needs no word
 * Errors: throws `LedgerFault` where the mapping names a column that is none of ours, the ending tells no kind of table,
 * or there is no column for `id`.
 */
export async function* readTable(path: string, mapping: Mapping): AsyncGenerator<ReadBatch> {
  const { columns, timeZone } = mapping;
  const wrong = [...columns.keys()].find((name) => !(COLUMNS as readonly string[]).includes(name));
  if (wrong !== undefined)
    throw new LedgerFault(
      `the mapping names a column '${wrong}'`,
      `columns: one of ${COLUMNS.join(', ')}`,
    );
  const timeOf = createTimeReader(timeZone);
  const batch = new Batcher();
  for await (const { line, cells } of rowsOfTable(path)) {
    if (!cells) {
      batch.reject({
        line,
        field: '',
        value: '',
        reason: 'it is no JSON object',
        remedy: 'one object a line',
      });
      continue;
    }
    const read = jobOf(cells, columns, timeOf);
    if ('fault' in read) batch.reject({ line, ...read.fault });
    else batch.job(line, read.job);
    if (batch.isFull) yield batch.take();
  }
  yield batch.take();
}

interface Fault {
  readonly field: string;
  readonly value: string;
  readonly reason: string;
  readonly remedy: string;
}

type Read = { readonly job: LoggedJob } | { readonly fault: Fault };

function jobOf(
  cells: Cells,
  columns: Mapping['columns'],
  timeOf: (text: string) => number | null,
): Read {
  const cellOf = (name: Column): unknown => {
    const theirs = columns.get(name) ?? name;
    return Object.hasOwn(cells, theirs) ? cells[theirs] : null;
  };
  const text = (name: Column): string | null => {
    const cell = cellOf(name);
    return cell === undefined || cell === null || cell === '' ? null : String(cell);
  };
  let fault: Fault | null = null;
  const wrong = (name: Column, reason: string, remedy: string): null => {
    fault ??= {
      field: columns.get(name) ?? name,
      value: (text(name) ?? '').slice(0, 200),
      reason,
      remedy,
    };
    return null;
  };
  const number = (name: Column): number | null => {
    const told = text(name);
    if (told === null) return null;
    const value = Number(told);
    return Number.isFinite(value)
      ? value
      : wrong(name, 'it is no number', 'a number with a point, as 1.5');
  };
  const share = (name: Column): number | null => {
    const told = text(name);
    if (told === null) return null;
    const [, digits = '', percent] = /^([\d.]+) ?(%)?$/.exec(told) ?? [];
    const value = Number(digits || Number.NaN) / (percent === undefined ? 1 : PERCENT);
    return value <= 1
      ? value
      : wrong(name, 'it is no share', 'from 0 to 1, or with %: 0.35 or 35%');
  };
  const time = (name: Column): number | null => {
    const cell = cellOf(name);
    if (cell instanceof Date) return cell.getTime();
    const told = text(name);
    if (told === null) return null;
    return (
      timeOf(DAY.test(told) ? `${told}T00:00:00` : told.replace(' ', 'T')) ??
      wrong(name, 'it is no time', '2026-03-01T10:00:00, or seconds since 1970')
    );
  };
  const one = <Of extends string>(name: Column, of: readonly Of[]): Of | null => {
    const told = text(name);
    if (told === null) return null;
    const found = of.find((known) => known === told.toLowerCase());
    return found ?? wrong(name, 'it is none of ours', `one of ${of.join(', ')}`);
  };
  const id =
    text('id') ?? wrong('id', 'it has no id', 'columns: { id: the column that tells jobs apart }');
  const cluster = text('cluster');
  const seconds = number('seconds');
  const joules = number('energyJ');
  const kWh = number('energyKwh') ?? (joules === null ? null : joules / J_PER_KWH);
  const scope = one<EnergyScope>('energyScope', ENERGY_SCOPES);
  const name = text('accelerator');
  const count = number('count');
  const job: LoggedJob = {
    identity: `table ${cluster ?? ''} ${id ?? ''}`,
    jobId: id ?? '',
    cluster,
    user: text('user'),
    project: text('project'),
    partition: text('partition'),
    name: text('name'),
    nodes: text('nodes'),
    state: one<JobState>('state', JOB_STATES) ?? 'completed',
    startMs: time('start'),
    endMs: time('end'),
    hours: number('hours') ?? (seconds === null ? null : seconds / S_PER_HOUR),
    chips: name === null && count === null ? [] : [{ name, count: count ?? 1 }],
    instance: null,
    cores: number('cores'),
    memoryGb: null,
    energy: kWh === null ? null : { kWh, scope, from: joules === null ? 'energyKwh' : 'energyJ' },
    powerW: number('powerW'),
    chipW: null,
    busy: share('busyShare'),
    place: placeOf(text),
    pue: number('pue'),
    notes: [],
  };
  return fault ? { fault } : { job };
}

function placeOf(text: (name: Column) => string | null): Place | null {
  const place = {
    country: text('country'),
    zone: text('zone'),
    provider: text('provider'),
    region: text('region'),
    site: text('site'),
  };
  const told = Object.entries(place).filter(([, value]) => value !== null);
  return told.length > 0 ? (Object.fromEntries(told) as unknown as Place) : null;
}
