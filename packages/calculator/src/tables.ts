// The commons as written, for pages that show or plot whole tables.
export type { TableName, WrittenTable } from '@ml-emissions/data/as-written';
export { TABLE_NAMES, writtenTable } from '@ml-emissions/data/as-written';
// What a table of days says of a run.
export { meanOverHours } from '@ml-emissions/model';
