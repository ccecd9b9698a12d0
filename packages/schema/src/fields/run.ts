import { ACCOUNT } from './account.ts';
import { DEVELOPMENT } from './development.ts';
import { ENERGY } from './energy.ts';
import { MACHINE } from './machine.ts';
import { partsOf, type Rows } from './row.ts';
import { SERVICE } from './service.ts';
import { SETTING } from './setting.ts';
import { WORK } from './work.ts';

/**
 * Every field of a run, one row each, in the order in which problems are told.
 *
 * Types, schema, unknown-field check, JSON Schemas, flags and the form's readers are made from it.
 */
export const RUN_FIELDS = {
  ...WORK,
  ...SERVICE,
  ...MACHINE,
  ...ENERGY,
  ...DEVELOPMENT,
  ...SETTING,
  ...ACCOUNT,
} as const satisfies Rows;

/** Names of the fields of a run at its top level. */
export const RUN_FIELD_NAMES: readonly string[] = partsOf(RUN_FIELDS, '').map(({ name }) => name);
