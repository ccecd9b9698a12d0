import type { Edition } from '@ml-emissions/data';
import type { Factor, Method, Run } from '@ml-emissions/model';
import type { Machine } from './machine.ts';
import type { RunTime } from './place.ts';
import type { Served } from './serve/served.ts';

/** The key of a number that the user gave, by its field: the same key is the same unknown. */
export type KeyOf = (field: string) => string;

/** Each field of a run is an unknown of its own. */
export const ownKeys: KeyOf = (field) => `given:${field}`;

/** What every ladder is asked: a run whose names are resolved, on a machine, for a method, by the facts of an edition. */
export interface Question {
  readonly edition: Edition;
  readonly run: Run;
  readonly machine: Machine;
  readonly method: Method;
  /** Which numbers of the user's are the same unknown as another run's. */
  readonly keyOf: KeyOf;
  /** Where the number of chips is not known: the run is one of a single chip, and its hours are those of all chips. */
  readonly isPerChip?: boolean;
  /** When, and for how long by the clock, where the run's hours do not say. */
  readonly time?: RunTime;
  /** The hours of a run that is planned; null where the run has its own. */
  readonly planned?: Factor | null;
  /** What follows from what a service answers; null for any other run. */
  readonly served?: Served | null;
}

/**
 * A run whose chip-hours are told and whose chips are not counted, as one of a single chip: the same energy.
 *
 * @returns null for any other run
 */
export function ofOneChip(run: Run): Run | null {
  const [only, ...more] = run.hardware;
  if (run.hours !== undefined || run.deviceHours === undefined) return null;
  if (!only || only.count !== undefined || more.length > 0) return null;
  return { ...run, hours: run.deviceHours, hardware: [{ ...only, count: 1 }] };
}
