import { facts } from 'virtual:ml-emissions/core';
import { type Editions, publishedEditions } from './editions/index.ts';
import { CURRENT_EDITION } from './editions/names.ts';

/**
 * What a page loads first: it answers every run of the current edition that names no year, and the paper's edition.
 *
 * It knows the ids of all editions, yet `get` gives undefined for an older one: a page that is asked for an id that
 * is in `ids` loads `full.ts` first and asks that.
 */
export const editions: Editions = publishedEditions([
  { id: CURRENT_EDITION, facts, machines: null },
]);
