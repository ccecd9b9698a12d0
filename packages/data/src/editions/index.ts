import { type Commons, type Facts, indexCommons } from '../commons.ts';
import { type CurrentTables, currentFacts } from './current.ts';
import { CURRENT_EDITION, editionHash } from './names.ts';
import { paper2019Facts } from './paper-2019.ts';

/** Whether past years are there: `core` answers only runs without a year. */
export type Extent = 'core' | 'full';

let provided: { readonly extent: Extent; readonly tables: CurrentTables } | undefined;
const loaded = new Map<string, Commons>();

/**
 * Hands over the current edition's tables: called by `core.ts` and `full.ts` when they are imported.
 * What is whole is never replaced by a part.
 */
export function provideTables(extent: Extent, tables: CurrentTables): void {
  if (provided?.extent === 'full') return;
  provided = { extent, tables };
  loaded.delete(CURRENT_EDITION);
}

/** Whether an edition can answer a run of a past year now. */
export function hasPastYears(edition: string): boolean {
  return edition !== CURRENT_EDITION || provided?.extent === 'full';
}

function facts(id: string): Facts {
  if (provided) {
    const facts = currentFacts(provided.tables);
    return id === CURRENT_EDITION ? facts : paper2019Facts(facts);
  }
  throw new Error(`loadEdition(): no tables for edition '${id}'; import core or full first`);
}

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
  const hash = editionHash(id);
  if (!hash) throw new Error(`loadEdition(): no edition '${id}'`);
  const commons = indexCommons({ id, hash }, facts(id));
  loaded.set(id, commons);
  return commons;
}
