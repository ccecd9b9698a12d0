import { createReadStream } from 'node:fs';
import { linesOf, textOf } from '@ml-emissions/answers';
import { LedgerFault } from '../engine/duckdb.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { createTimeReader } from '../read/local-time.ts';
import { Batcher } from './batcher.ts';
import type { ReadBatch } from './importer.ts';
import {
  chipsOf,
  joulesOf,
  loggedJob,
  nodesOf,
  type SlurmJob,
  type SlurmStep,
  stateOf,
  tresOf,
} from './slurm.ts';

// `sacct -P`, Slurm 22.05.8 (Debian 12): fields with `|` between them, the first line their names, columns in any order.

/** What prints all that is read here; times in UTC, so that none of them is told twice in autumn. */
const SACCT_COMMAND =
  'TZ=UTC sacct -a -D -P -S 2024-01-01 --noconvert -o JobIDRaw,JobID,Cluster,User,Account,Partition,State,Submit,Start,End,ElapsedRaw,Suspended,AllocTRES,AllocCPUS,NNodes,NodeList,ConsumedEnergyRaw';

/** A line that is longer is no row of sacct. */
const MOST_BYTES = 100_000;

/** Columns without which nothing can be said of a row, each in one of its names. */
const NEEDED: readonly (readonly string[])[] = [
  ['JobIDRaw', 'JobID'],
  ['State'],
  ['Submit'],
  ['ElapsedRaw', 'Elapsed'],
  ['AllocTRES'],
];

/** Columns that hold what people wrote: the separator may stand in them. */
const FREE = [
  'JobName',
  'Comment',
  'AdminComment',
  'SystemComment',
  'WorkDir',
  'SubmitLine',
  'WCKey',
];

/** Cells of a row by the name of their column. */
type Cells = (name: string) => string;

interface Header {
  readonly separator: string;
  readonly places: ReadonlyMap<string, number>;
  /** The one column that may hold the separator; -1 where there is none, or several. */
  readonly free: number;
  readonly width: number;
}

/** Whether a first line is that of `sacct -P`. */
export const isSacct = (line: string): boolean =>
  /(^|[^\w])(JobIDRaw|JobID)([^\w]|$)/.test(line) && /[^\w]State([^\w]|$)/.test(line);

function headerOf(line: string): Header {
  const [, separator = '|'] = /^\w+([^\w]+)/.exec(line) ?? [];
  const names = line.split(separator).filter((name) => name !== '');
  const missing = NEEDED.filter((some) => !some.some((name) => names.includes(name)));
  if (missing.length > 0)
    throw new LedgerFault(
      `the file has no column ${missing.map(([first]) => first).join(', ')}`,
      SACCT_COMMAND,
    );
  const free = names.filter((name) => FREE.includes(name));
  return {
    separator,
    places: new Map(names.map((name, at) => [name, at])),
    free: free.length === 1 ? names.indexOf(free[0] ?? '') : -1,
    width: names.length,
  };
}

/** A row's cells; null where there are more or fewer than the first line has. */
function cellsOf(line: string, { separator, places, free, width }: Header): Cells | null {
  let cells = line.split(separator);
  // `-p` writes one separator more at the end.
  if (cells.length === width + 1 && cells[width] === '') cells.pop();
  const more = cells.length - width;
  if (more > 0 && free >= 0) {
    const name = cells.slice(free, free + more + 1).join(separator);
    cells = [...cells.slice(0, free), name, ...cells.slice(free + more + 1)];
  }
  if (cells.length !== width) return null;
  return (name) => {
    const place = places.get(name);
    return place === undefined ? '' : (cells[place] ?? '');
  };
}

/**
 * Reads `sacct -P`.
 *
 * @param path of the file
 * @param mapping says in which zone its times are
 * Errors: throws `LedgerFault` where a column is missing.
 */
export async function* readSacct(path: string, { timeZone }: Mapping): AsyncGenerator<ReadBatch> {
  const timeOf = createTimeReader(timeZone);
  const batch = new Batcher();
  let header: Header | null = null;
  let line = 0;
  let open: Open | null = null;
  const close = () => {
    if (open)
      batch.job(
        open.line,
        loggedJob({ ...open.job, steps: open.steps, isEnergyBroken: open.isBroken }),
      );
    open = null;
  };
  for await (const lines of linesOf(createReadStream(path), MOST_BYTES)) {
    for (const one of lines) {
      line += 1;
      if ('fault' in one) {
        batch.reject(unreadable(line, one.fault));
        continue;
      }
      const text = textOf(one);
      if (text === '' || text === '\r') continue;
      const bare = text.endsWith('\r') ? text.slice(0, -1) : text;
      if (!header) {
        header = headerOf(bare.replace('\ufeff', ''));
        continue;
      }
      const cells = cellsOf(bare, header);
      if (!cells) {
        batch.reject({
          line,
          field: '',
          value: bare.slice(0, 200),
          reason: `it has ${bare.split(header.separator).length} fields, the first line ${header.width}`,
          remedy: 'print it without JobName and other free texts, or with --delimiter=@@',
        });
        continue;
      }
      const id = cells('JobIDRaw') || cells('JobID');
      const [job = '', step] = id.split('.', 2);
      if (step !== undefined) {
        const current: Open | null = open;
        if (current && current.job.rawId === job) addStep(current, step, cells, timeOf);
        batch.part();
        continue;
      }
      close();
      open = openJob(cells, job, line, timeOf, batch);
    }
    if (batch.isFull) yield batch.take();
  }
  close();
  yield batch.take();
}

/** A job whose steps are still to come. */
interface Open {
  readonly line: number;
  readonly job: Omit<SlurmJob, 'steps' | 'isEnergyBroken'>;
  readonly steps: SlurmStep[];
  isBroken: boolean;
}

function addStep(
  open: Open,
  name: string,
  cells: Cells,
  timeOf: (text: string) => number | null,
): void {
  const joules = joulesOf(cells('ConsumedEnergyRaw'));
  if (joules === 'broken') {
    open.isBroken = true;
    return;
  }
  open.steps.push({ name, joules, startMs: timeOf(cells('Start')), endMs: timeOf(cells('End')) });
}

/** A job's own row; null where it never ran or cannot be read. */
function openJob(
  cells: Cells,
  rawId: string,
  line: number,
  timeOf: (text: string) => number | null,
  batch: Batcher,
): Open | null {
  const reject = (field: string, reason: string, remedy: string) => {
    batch.reject({ line, field, value: cells(field).slice(0, 200), reason, remedy });
    return null;
  };
  const state = stateOf(cells('State'));
  if (state === undefined)
    return reject('State', 'it is no state of Slurm', 'the column as sacct prints it');
  const elapsedS = secondsOf(cells('ElapsedRaw') || cells('Elapsed'));
  if (elapsedS === null)
    return reject(
      cells('ElapsedRaw') ? 'ElapsedRaw' : 'Elapsed',
      'it is no time',
      'seconds, as ElapsedRaw prints them',
    );
  if (state === null || elapsedS === 0) {
    batch.leftOut();
    return null;
  }
  const submitMs = timeOf(cells('Submit'));
  if (submitMs === null)
    return reject('Submit', 'it is no time', '2026-03-01T10:00:00, or seconds since 1970');
  const number = (name: string) => (/^\d+$/.test(cells(name)) ? Number(cells(name)) : null);
  const text = (name: string) => cells(name) || null;
  return {
    line,
    steps: [],
    isBroken: joulesOf(cells('ConsumedEnergyRaw')) === 'broken',
    job: {
      rawId,
      id: cells('JobID') || rawId,
      submitMs,
      cluster: text('Cluster'),
      user: text('User'),
      account: text('Account'),
      partition: text('Partition'),
      name: text('JobName'),
      nodes: nodesOf(cells('NodeList')),
      nodeCount: number('NNodes') ?? number('AllocNodes'),
      cores: number('AllocCPUS') ?? number('NCPUS'),
      state,
      startMs: timeOf(cells('Start')),
      endMs: timeOf(cells('End')),
      elapsedS,
      isSuspended: (secondsOf(cells('Suspended')) ?? 0) > 0,
      chips: chipsOf(tresOf(cells('AllocTRES'))),
    },
  };
}

const CLOCK = /^(?:(\d+)-)?(?:(\d+):)?(\d+):(\d+)(?:\.\d+)?$/;

/** `3600`, `1:00:00`, `2-03:04:05`; null for what is no time. */
export function secondsOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const found = CLOCK.exec(text);
  if (!found) return null;
  const [, days = 0, hours = 0, minutes, seconds] = found;
  return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
}

const unreadable = (line: number, fault: 'too-long' | 'not-utf8') => ({
  line,
  field: '',
  value: '',
  reason:
    fault === 'too-long' ? `the line has more than ${MOST_BYTES} bytes` : 'the line is no UTF-8',
  remedy: 'the file as sacct wrote it',
});
