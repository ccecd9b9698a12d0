import { stringify } from 'csv-stringify/sync';
import { type Io, say } from '../io.ts';
import type { Flags } from './guarded.ts';

/** An answer in each form that may be asked for. */
interface Answer {
  readonly json: unknown;
  /** Rows whose fields are columns. */
  readonly csv: readonly object[];
  readonly text: string;
}

/** Prints what was asked for. */
export function answered(io: Io, { json, csv }: Flags, answer: Answer): void {
  if (json) io.stdout.write(`${JSON.stringify(answer.json, null, 2)}\n`);
  else if (csv)
    io.stdout.write(stringify([...answer.csv], { header: true, escape_formulas: true }));
  else say(io, answer.text);
}
