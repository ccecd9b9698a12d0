import type { JobAt } from './batcher.ts';

/** Cells of a row by the name of their column. */
export type Cells = Readonly<Record<string, unknown>>;

/** Takes the rows of one log, one after another; what they say goes into its batch. */
export interface RowReader {
  /**
   * Takes a row.
   *
   * @param line that it begins at
   * @param cells null where it cannot be read
   */
  readonly add: (line: number, cells: Cells | null) => void;
  /** How many jobs wait for the end of the log, as later rows may be theirs. */
  readonly open: () => number;
  /** These jobs, at its end. */
  readonly rest: () => Iterable<JobAt>;
}

/** A row that is written as a JSON object; null where it is none. */
export function objectIn(text: string): Cells | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Cells)
      : null;
  } catch {
    return null;
  }
}
