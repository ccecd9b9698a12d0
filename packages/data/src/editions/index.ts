import { createEdition } from '../create-edition.ts';
import type { Edition } from '../edition.ts';
import { EDITIONS, editionHash, PAPER_EDITION } from './names.ts';
import { NO_MACHINES, paper2019Facts } from './paper-2019.ts';
import {
  type FactTables,
  factsOf,
  type MachineTables,
  machinesOf,
  rowsOfTables,
} from './tables.ts';

/** The editions at hand, each made when it is first asked for. */
export interface Editions {
  /** The id of the edition that a run uses unless it names another. */
  readonly current: string;
  /** All published ids, the current one first, then newest first; some may need tables that are not loaded. */
  readonly ids: readonly string[];
  /** The edition of that id; undefined where there is none, or where its tables are not loaded. */
  readonly get: (id: string) => Edition | undefined;
}

/**
 * Editions as a value.
 *
 * @param makers one an id, the current edition first; each is called at most once
 * @param ids all that there are, those of editions that are not at hand among them
 */
export function editionsFrom(
  makers: Readonly<Record<string, () => Edition>>,
  ids: readonly string[] = Object.keys(makers),
): Editions {
  const made = new Map<string, Edition>();
  return {
    current: ids[0] ?? '',
    ids,
    get(id) {
      const make = Object.hasOwn(makers, id) ? makers[id] : undefined;
      if (!made.has(id) && make) made.set(id, make());
      return made.get(id);
    },
  };
}

/** The tables of one edition. */
export interface EditionTables {
  readonly id: string;
  readonly facts: FactTables;
  /** null for the part that a page loads first. */
  readonly machines: MachineTables | null;
}

/**
 * The published editions from their tables; the paper's, which is small, is always among them.
 *
 * @param editions every edition whose tables are loaded
 */
export function publishedEditions(editions: readonly EditionTables[]): Editions {
  const makers = editions.map(({ id, facts, machines }) => {
    const make = () => {
      const rows = rowsOfTables(facts);
      return createEdition({
        id,
        hash: editionHash(id) ?? '',
        hasPastYears: machines !== null,
        facts: factsOf(rows),
        rows,
        machines: machines && (() => machinesOf(machines)),
      });
    };
    return [id, make] as const;
  });
  return editionsFrom({ ...Object.fromEntries(makers), [PAPER_EDITION]: paperEdition }, EDITIONS);
}

/** It prints no processors and no cloud machines: nothing of it remains to be loaded. */
const paperEdition = (): Edition =>
  createEdition({
    id: PAPER_EDITION,
    hash: editionHash(PAPER_EDITION) ?? '',
    hasPastYears: true,
    facts: paper2019Facts(),
    machines: () => NO_MACHINES,
  });
