import type { LoggedJob, Reject } from '../job.ts';
import type { Mapping } from '../mapping/mapping.ts';

/** A job with the line that it begins at. */
export interface JobAt {
  readonly line: number;
  readonly job: LoggedJob;
}

/** A part of a file as it was read. Rows are jobs, parts of jobs, left out or rejected: these always add up. */
export interface ReadBatch {
  readonly jobs: readonly JobAt[];
  readonly rejects: readonly Reject[];
  /** Rows that say more about a job: steps, later readings. */
  readonly parts: number;
  /** Rows of jobs that never ran, and of bills that are no use of a machine. */
  readonly leftOut: number;
}

/** Reads one file. Yields as it goes, so that a file of any length takes little memory. */
export type Importer = (path: string, mapping: Mapping) => AsyncGenerator<ReadBatch>;
