import type { Readable, Writable } from 'node:stream';
import { fit } from './text/fit.ts';

/** Where a command reads and writes: the process's own streams, or a test's. */
export interface Io {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Whether standard output takes colour. */
  readonly color: boolean;
  /** Columns of the terminal that each stream goes to; null where it goes to none. */
  readonly columns: { readonly stdout: number | null; readonly stderr: number | null };
}

/** 0 answered; 2 bad input; 3 over budget or a claim that does not hold; 1 anything else. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Writes an answer for people. */
export function say(io: Io, text: string): void {
  io.stdout.write(fit(text, io.columns.stdout));
}

/** Writes for people beside the answer. */
export function tell(io: Io, text: string): void {
  io.stderr.write(fit(text, io.columns.stderr));
}
