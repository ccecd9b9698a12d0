import type { TextTable } from './read-table.ts';

/** A table under its name; called by what the build makes of a CSV file. */
export const fromColumns = (name: string, columnar: Omit<TextTable, 'name'>): TextTable => ({
  name,
  ...columnar,
});

/** In place of a table that an edition does not have yet. */
export const noTable = (): TextTable => ({ name: '', columns: [], cells: [] });
