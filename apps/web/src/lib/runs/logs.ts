import {
  Batcher,
  type Cells,
  chipsOf,
  createCodeCarbonReader,
  createSacctJsonReader,
  createWandbReader,
  isCodeCarbon,
  isSacctJson,
  isWandb,
  type ReadBatch,
  type RowReader,
  secondsOf,
  stateOf,
  tresOf,
  UNTOLD,
} from '@ml-emissions/logs';
import type { Telling } from './from-job.ts';

// Files of tools, read as the ledger reads them. The command reads many more, and larger ones (`ml-emissions ledger`).

/** Jobs of a log, and what is to be known of it. */
export interface Log {
  readonly read: ReadBatch;
  readonly telling: Telling;
}

const S_PER_HOUR = 3600;

/** A log's own clock, whose zone nobody tells. */
function timeOf(text: string): number | null {
  const ms = Date.parse(`${text}Z`);
  return Number.isNaN(ms) ? null : ms;
}

/** Rows of text, as CSV has them. */
type Row = Readonly<Record<string, string>>;

/** `sacct -P` with few columns: rows of jobs without their steps; chips are those that were allocated. */
function createSlurmReader(batch: Batcher): RowReader {
  const add = (line: number, row: Row): void => {
    const id = row.JobIDRaw ?? row.JobID ?? '';
    const elapsed = row.ElapsedRaw ?? row.Elapsed;
    const seconds = elapsed === undefined ? null : secondsOf(elapsed);
    if (id.includes('.')) batch.part();
    else if (elapsed !== undefined && seconds === null)
      batch.reject({ line, field: 'Elapsed', value: elapsed, reason: '', remedy: '' });
    else if (seconds === 0 || stateOf(row.State ?? '') === null) batch.leftOut();
    else
      batch.job(line, {
        ...UNTOLD,
        identity: id,
        jobId: row.JobID || id,
        name: row.JobName || null,
        startMs: timeOf(row.Start ?? ''),
        hours: seconds === null ? null : seconds / S_PER_HOUR,
        chips: chipsOf(tresOf(row.AllocTRES ?? '')),
      });
  };
  return { add: (line, cells) => add(line, (cells ?? {}) as Row), open: () => 0, rest: () => [] };
}

interface Known {
  /** @param heads of its columns; of JSON how the text begins */
  readonly is: (heads: string) => boolean;
  /** @param file its name, without the ending */
  readonly create: (batch: Batcher, file: string) => RowReader;
  readonly telling: Telling;
}

const SLURM: Telling = { name: ({ name }) => name, tellsChips: true };
const WANDB: Known = {
  is: isWandb,
  create: createWandbReader,
  telling: { name: ({ name }) => name, tellsChips: false },
};
const TABLES: readonly Known[] = [
  {
    is: isCodeCarbon,
    create: (batch) => createCodeCarbonReader(batch, timeOf),
    telling: { name: ({ name, project }) => name ?? project, tellsChips: true },
  },
  { is: (heads) => heads.includes('AllocTRES'), create: createSlurmReader, telling: SLURM },
  WANDB,
];
const SACCT_JSON: Known = { is: isSacctJson, create: createSacctJsonReader, telling: SLURM };

function logOf({ create, telling }: Known, rows: readonly unknown[], file: string): Log {
  const batch = new Batcher();
  const reader = create(batch, file);
  for (const [at, row] of rows.entries())
    reader.add(at + 1, typeof row === 'object' ? (row as Cells | null) : null);
  for (const { line, job } of reader.rest()) batch.job(line, job);
  return { read: batch.take(), telling };
}

/** Rows of a table that a tool wrote; null where none is known to write such. */
export function logOfRows(rows: readonly Row[], file: string): Log | null {
  const heads = `${Object.keys(rows[0] ?? {}).join(',')},`;
  const known = TABLES.find(({ is }) => is(heads));
  return known ? logOf(known, rows, file) : null;
}

/** What a file's kind is told by. */
const HEAD = 100_000;

/**
 * JSON that a tool wrote; null where none is known to write such.
 *
 * Errors: throws a `SyntaxError` where it is no JSON.
 */
export function logOfJson(text: string, file: string): Log | null {
  const value: unknown = JSON.parse(text);
  const head = text.slice(0, HEAD);
  if (Array.isArray(value)) return WANDB.is(head) ? logOf(WANDB, value, file) : null;
  if (!SACCT_JSON.is(head)) return null;
  const { jobs } = value as { readonly jobs?: unknown };
  return Array.isArray(jobs) ? logOf(SACCT_JSON, jobs, file) : null;
}

/** Whether a text is JSON of more than one job, not a run or project of this calculator. */
export const isJsonLog = (text: string): boolean =>
  text.trimStart().startsWith('[') || isSacctJson(text.slice(0, HEAD));
