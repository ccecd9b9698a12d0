import type { LoggedJob, Reject } from './job.ts';

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

/** Rows of a batch: what is in memory at a time as objects. */
const ROWS = 500;

/** Collects what became of rows until a batch is full. */
export class Batcher {
  #jobs: JobAt[] = [];
  #rejects: Reject[] = [];
  #parts = 0;
  #leftOut = 0;

  job(line: number, job: LoggedJob): void {
    this.#jobs.push({ line, job });
  }

  reject(reject: Reject): void {
    this.#rejects.push(reject);
  }

  part(): void {
    this.#parts += 1;
  }

  leftOut(): void {
    this.#leftOut += 1;
  }

  get isFull(): boolean {
    return this.#jobs.length + this.#rejects.length + this.#parts + this.#leftOut >= ROWS;
  }

  /** What was collected; begins anew. */
  take(): ReadBatch {
    const batch = {
      jobs: this.#jobs,
      rejects: this.#rejects,
      parts: this.#parts,
      leftOut: this.#leftOut,
    };
    this.#jobs = [];
    this.#rejects = [];
    this.#parts = 0;
    this.#leftOut = 0;
    return batch;
  }
}
