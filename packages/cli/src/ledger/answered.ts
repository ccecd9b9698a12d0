import { SUMMARY_KEYS, writeRows } from '@ml-emissions/ledger';
import { stringify } from 'csv-stringify/sync';
import { type Io, say, tell } from '../io.ts';
import type { Flags } from './guarded.ts';
import { counted } from './text.ts';

/** An answer in each form that may be asked for. */
interface Answer {
  readonly json: unknown;
  /** Rows whose fields are columns. */
  readonly csv: readonly object[];
  /** For people, on a terminal of so many columns. */
  readonly text: (columns: number | null) => string;
}

/** Columns that hold texts; all others are numbers. */
const TEXTS: readonly string[] = [
  ...SUMMARY_KEYS,
  'key',
  'jobId',
  'id',
  'what',
  'how',
  'file',
  'field',
  'value',
  'reason',
  'remedy',
  'start',
];

/** Prints what was asked for, or writes it to a file. */
export async function answered(
  io: Io,
  { json, csv, parquet }: Flags,
  answer: Answer,
): Promise<void> {
  if (parquet !== undefined) {
    if (answer.csv.length > 0) await writeRows(parquet, TEXTS, answer.csv);
    tell(io, answer.csv.length > 0 ? `${counted(answer.csv.length, 'row')}\n` : NOTHING);
  } else if (json) io.stdout.write(`${JSON.stringify(answer.json, null, 2)}\n`);
  else if (csv)
    io.stdout.write(stringify([...answer.csv], { header: true, escape_formulas: true }));
  else say(io, answer.text(io.columns.stdout));
}

const NOTHING = 'no row: nothing was written\n';
