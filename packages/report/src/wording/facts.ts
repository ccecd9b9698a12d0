import type { Part, PlanRung } from '@ml-emissions/model';

/** What ran: names and numbers as a language writes them. */
export interface Ran {
  readonly runs: number;
  /** Of the runs, how many are planned. */
  readonly plans: number;
  readonly hardware: readonly string[];
  readonly places: readonly string[];
  /** With its unit. */
  readonly chipHours: string | null;
  /** Of the only run, without its unit. */
  readonly hours: string | null;
  /** How often; null for once. */
  readonly times: string | null;
  /** What else was counted with it, in whole runs; '' for nothing. */
  readonly parts: string;
}

/** How the time of a plan was found. */
export interface Planned {
  /** '' for the only run. */
  readonly name: string;
  readonly chipHours: string;
  /** With its brackets; '' where there is none. */
  readonly range: string;
  readonly flop: string | null;
  /** Of the peak, in percent. */
  readonly share: string | null;
  readonly tflops: string | null;
  readonly rung: PlanRung;
}

/** Energy and emissions with their ranges, and what they hold. */
export interface Emitted {
  readonly energy: string;
  readonly powers: readonly string[];
  readonly held: readonly Part[];
  readonly pues: readonly string[];
  readonly basis: string;
  readonly mass: string;
  readonly inUse: string;
  readonly grids: readonly string[];
}
