import type * as v from 'valibot';
import { RUN_FIELDS } from './fields/run.ts';
import type { Draft } from './fields/types.ts';
import { once } from './once.ts';
import { objectAt, readableAt } from './schema-of.ts';

/** A run as written, its ids not looked up yet. */
export const draftSchema = once(() => objectAt(RUN_FIELDS, '') as v.GenericSchema<unknown, Draft>);

/** The names in a run that can be looked up though something else in it is wrong. */
export type Names = Pick<Draft, 'place' | 'edition' | 'instance' | 'slice'> & {
  readonly host?: { readonly cpu?: string | undefined } | undefined;
  /** A hole where an entry of the list names no hardware. */
  readonly hardware: readonly (Draft['hardware'][number] | null)[];
};

/** The names in anything at all: what is wrong is passed over, nothing is refused. */
export const namesSchema = once(
  () => readableAt(RUN_FIELDS, '') as v.GenericSchema<unknown, Names>,
);
