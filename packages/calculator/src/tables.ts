// The commons as written, for pages that show or plot whole tables.
export type { TableName, WrittenTable } from '@ml-emissions/data/as-written';
export { TABLE_NAMES, writtenTable } from '@ml-emissions/data/as-written';
