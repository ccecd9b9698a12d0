import { current, hashes } from 'virtual:ml-emissions/editions';
import { type Commons, type Facts, indexCommons } from '../commons.ts';
import { currentFacts } from './current.ts';
import { paper2019Facts } from './paper-2019.ts';

const loaders: Readonly<Record<string, () => Facts>> = {
  [current]: currentFacts,
  '2019-paper': paper2019Facts,
};

/** The edition that a run uses unless it names another. */
export const CURRENT_EDITION = current;

/** The ids of all editions, the current one first. */
export const EDITIONS: readonly string[] = Object.keys(loaders);

const loaded = new Map<string, Commons>();

/**
 * One edition's facts, indexed; read on first use and kept.
 *
 * @param id one of `EDITIONS`
 * @returns the edition
 * Errors: throws where the id is none of `EDITIONS`; callers check first.
 */
export function loadEdition(id: string): Commons {
  const known = loaded.get(id);
  if (known) return known;
  const load = Object.hasOwn(loaders, id) ? loaders[id] : undefined;
  const hash = hashes[id];
  if (!load || !hash) throw new Error(`loadEdition(): no edition '${id}'`);
  const commons = indexCommons({ id, hash }, load());
  loaded.set(id, commons);
  return commons;
}
