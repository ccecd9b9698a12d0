import { current, hashes } from 'virtual:ml-emissions/editions';

// By themselves, so that a page can name an edition before it fetches any tables.

/** The edition that a run uses unless it names another. */
export const CURRENT_EDITION = current;

/** The ids of all editions, the current one first. */
export const EDITIONS: readonly string[] = [current, '2019-paper'];

/** The hash of an edition's tables; undefined where there is no such edition. */
export const editionHash = (id: string): string | undefined => hashes[id];
