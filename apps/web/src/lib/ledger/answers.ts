/** A figure with its 90 % range. */
interface Ranged {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
}

/** What jobs have in common, by key; null = not told. */
export type Keys = Readonly<Partial<Record<string, string | null>>>;

/** Jobs that have something in common (`/ledger/data/summary`). */
export interface Group {
  readonly keys: Keys;
  readonly jobs: number;
  readonly deviceHours: number;
  readonly energyKwh: Ranged;
  readonly kgCo2e: Ranged;
  readonly embodiedKgCo2e: Ranged | null;
  readonly measuredShare: number;
}

/** The same without ranges (`/ledger/data/sums`). */
export interface Cell {
  readonly keys: Keys;
  readonly jobs: number;
  readonly energyKwh: number;
  readonly kgCo2e: number;
}

/** Groups, or cells. */
export interface Rows<Row> {
  /** How many there are; `rows` has the largest. */
  readonly groups: number;
  readonly rows: readonly Row[];
}

/** What is in the ledger (`/ledger/data`). */
export interface Counts {
  readonly name: string;
  readonly edition: string;
  readonly jobs: number;
  readonly priced: number;
  readonly rejected: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly lostStates: readonly string[];
  /** Names of accelerators by their ids. */
  readonly accelerators: Readonly<Record<string, string>>;
}

/** One of the jobs that emitted most (`/ledger/data/jobs`). */
export interface Job {
  readonly key: string;
  readonly jobId: string;
  readonly user: string | null;
  readonly project: string | null;
  readonly state: string;
  readonly start: string | null;
  readonly accelerator: string | null;
  readonly count: number | null;
  readonly hours: number | null;
  readonly energyKwh: number;
  readonly kgCo2e: number;
  readonly kgCo2eLow: number | null;
  readonly kgCo2eHigh: number | null;
}

/** What is shown of jobs. */
export const MEASURES = ['kgCo2e', 'energyKwh'] as const;
export type Measure = (typeof MEASURES)[number];

/** Why there is no answer: another token, no server, or a question that is none. */
export type Trouble = 'closed' | 'gone' | 'refused';
