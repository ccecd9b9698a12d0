import type { EnergyScope, Place } from '@ml-emissions/model';

/** How a job ended, or that it goes on. */
export const JOB_STATES = [
  'completed',
  'failed',
  'out-of-memory',
  'node-failed',
  'timeout',
  'cancelled',
  'preempted',
  'requeued',
  'running',
  'suspended',
] as const;
export type JobState = (typeof JOB_STATES)[number];

/** Chips of one kind that a job held. */
export interface LoggedChips {
  /** As the log names them; null where it counts chips without saying which. */
  readonly name: string | null;
  readonly count: number;
}

/** Energy of a job as its log tells it. */
export interface LoggedEnergy {
  readonly kWh: number;
  /** What the meter saw; null where only who runs the machines knows. */
  readonly scope: EnergyScope | null;
  /** Which rows or columns it was read from. */
  readonly from: string;
}

/** One job as a log tells it, before anything is known of the machines: `null` is "the log does not say". */
export interface LoggedJob {
  /** The same text for the same job in whatever file it stands. */
  readonly identity: string;
  /** As people call it. */
  readonly jobId: string;
  readonly cluster: string | null;
  readonly user: string | null;
  readonly project: string | null;
  readonly partition: string | null;
  readonly name: string | null;
  /** Node names as the log writes them; what jobs on one node at a time are found by. */
  readonly nodes: string | null;
  readonly state: JobState;
  /** Milliseconds since 1970, UTC. */
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** Wall-clock, without what it was suspended for. */
  readonly hours: number | null;
  /** Empty where no chips are recorded, which need not mean that there were none. */
  readonly chips: readonly LoggedChips[];
  /** The rented machine, by its provider and name, where the log tells that instead of chips. */
  readonly instance: string | null;
  readonly cores: number | null;
  readonly memoryGb: number | null;
  readonly energy: LoggedEnergy | null;
  /** Mean of one chip, W: what it is priced by. */
  readonly powerW: number | null;
  /** What one chip drew on the mean where its energy tells that apart from the rest, W. */
  readonly chipW: number | null;
  /** Share of its time in which its chips had work to do, 0..1, as their driver counts it. */
  readonly busy: number | null;
  readonly place: Place | null;
  readonly pue: number | null;
  /** What a reader should know about how this row was read, as codes of `notes.ts`. */
  readonly notes: readonly NoteCode[];
}

/** A job of which its log says nothing but that it was done. */
export const UNTOLD: Omit<LoggedJob, 'identity' | 'jobId'> = {
  cluster: null,
  user: null,
  project: null,
  partition: null,
  name: null,
  nodes: null,
  state: 'completed',
  startMs: null,
  endMs: null,
  hours: null,
  chips: [],
  instance: null,
  cores: null,
  memoryGb: null,
  energy: null,
  powerW: null,
  chipW: null,
  busy: null,
  place: null,
  pue: null,
  notes: [],
};

/** What may be said of how a job was read, each with its words. */
export const NOTES = {
  'energy-not-used': 'the log has joules, and nobody said what the meter saw',
  'energy-unknown': 'the energy in the log is no number that a meter can have shown',
  'energy-unclear': 'rows of the job tell energies that cannot all hold; none was used',
  'energy-of-node': 'other jobs ran on its nodes, whose joules are of all of them; none was used',
  suspended: 'time during which it was suspended is left out',
  'no-chips-recorded': 'the log records no chips, which need not mean that there were none',
  'power-high': 'its chips drew more by its log than they are rated for',
  'power-low': 'its chips drew less by its log than half of what they do at rest',
  'no-energy': 'its meter tells 0 kWh of a job that ran',
  'busy-little':
    'its chips had work for little of its time, and no watts are told: it is priced as if they were at work, which is more than they drew',
  gaps: 'its log has gaps; what was drawn in them is in no figure',
  'power-part':
    'its power was read for less than nine tenths of its time; the mean of it is taken for the rest',
  'time-of-readings':
    'its readings lie outside of its start and end, as those of a run that was copied do; their time is taken, and how it ended is not known',
  'cores-by-load': 'its log does not tell its cores; as many are taken as were busy',
  extrapolated: 'epochs that were not measured are taken as those that were',
  'tracker-pue':
    'the tool may hold a PUE that it does not write; trackerPue in the mapping says it',
  'world-average': 'the tool took 475 g/kWh for want of a place; its energy alone is used',
} as const;
export type NoteCode = keyof typeof NOTES;

/** Why a row of a file is no job. */
export interface Reject {
  readonly line: number;
  readonly field: string;
  readonly value: string;
  readonly reason: string;
  readonly remedy: string;
}
