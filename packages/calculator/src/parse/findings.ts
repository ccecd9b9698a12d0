import type { Problem, Reading } from '@ml-emissions/model';

/** Where problems and readings are gathered while the names of a run are resolved. */
export interface Findings {
  /** The edition that the run names, for messages; '' where it names none. */
  readonly edition: string;
  readonly problems: Problem[];
  readonly readings: Reading[];
}
