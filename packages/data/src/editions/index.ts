import { createEdition, type Edition, type Facts, type Machines } from '../edition.ts';
import { type CurrentTables, currentFacts, type MachineTables, machinesOf } from './current.ts';
import { CURRENT_EDITION, editionHash } from './names.ts';
import { PAPER_EDITION, paper2019Facts } from './paper-2019.ts';

/** The editions at hand, each made when it is first asked for. */
export interface Editions {
  /** The id of the edition that a run uses unless it names another. */
  readonly current: string;
  /** All ids, the current one first. */
  readonly ids: readonly string[];
  /** The edition of that id; undefined where there is none. */
  readonly get: (id: string) => Edition | undefined;
}

/**
 * Editions as a value.
 *
 * @param makers one an id, the current edition first; each is called at most once
 */
export function editionsFrom(makers: Readonly<Record<string, () => Edition>>): Editions {
  const made = new Map<string, Edition>();
  const ids = Object.keys(makers);
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

/**
 * The published editions from the current one's tables.
 *
 * @param tables of the current edition, whole or the part that a page loads first
 * @param machines the larger tables; null for that part
 */
export function publishedEditions(tables: CurrentTables, machines: MachineTables | null): Editions {
  const isWhole = machines !== null;
  const made: { machines?: Machines; facts?: Facts } = {};
  const facts = () => {
    made.facts ??= currentFacts(tables);
    return made.facts;
  };
  const more =
    machines &&
    (() => {
      made.machines ??= machinesOf(machines);
      return made.machines;
    });
  const edition = (id: string, hasPastYears: boolean, of: () => Facts) => () =>
    createEdition({ id, hash: editionHash(id) ?? '', hasPastYears, facts: of(), machines: more });
  return editionsFrom({
    [CURRENT_EDITION]: edition(CURRENT_EDITION, isWhole, facts),
    [PAPER_EDITION]: edition(PAPER_EDITION, true, () => paper2019Facts(facts())),
  });
}
