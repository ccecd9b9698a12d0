import type { Edition } from '@ml-emissions/data';
import type { Method, Run } from '@ml-emissions/model';
import type { Machine } from './machine.ts';

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
}
