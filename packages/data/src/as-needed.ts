import { editions } from 'virtual:ml-emissions/tables-as-needed';
import { type Editions, publishedEditions } from './editions/index.ts';

/**
 * Everything, each table read when it is first asked for: a command answers one question and ends.
 *
 * @param read the text of a table, by the name of its file
 */
export const editionsAsNeeded = (read: (file: string) => string): Editions =>
  publishedEditions(editions(read));
