import { hashes } from 'virtual:ml-emissions/editions';

// By themselves, so that a page can name an edition before it fetches any tables.

/** The id of the paper's edition. */
export const PAPER_EDITION = '2019-paper';

/** The ids of all editions, the current one first, then newest first. */
export const EDITIONS: readonly string[] = hashes.map(([id]) => id);

/** The edition that a run uses unless it names another. */
export const CURRENT_EDITION = EDITIONS[0] ?? '';

const byId: ReadonlyMap<string, string> = new Map(hashes);

/** The hash of an edition's tables; undefined where there is no such edition. */
export const editionHash = (id: string): string | undefined => byId.get(id);
