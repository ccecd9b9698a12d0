import type { Readable, Writable } from 'node:stream';

/** Where a command reads and writes: the process's own streams, or a test's. */
export interface Io {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly color: boolean;
}

/** 0 answered; 2 bad input; 3 over budget or a claim that does not hold; 1 anything else. */
export type ExitCode = 0 | 1 | 2 | 3;
