import { editions as tables } from 'virtual:ml-emissions/tables';
import { type Editions, publishedEditions } from './editions/index.ts';

/**
 * Everything: what the command has at once, and a page when a run names its year, a processor, an instance
 * or an older edition.
 */
export const editions: Editions = publishedEditions(tables);
