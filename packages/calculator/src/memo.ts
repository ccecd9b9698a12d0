import type { Run } from '@ml-emissions/model';
import type { PreparedRun } from './prepare.ts';

/** What was prepared last, by the value of its run: whoever parses a run mostly asks for its figures next. */
export interface Memo {
  /**
   * The prepared run of this very value, which is the caller's from now on: two results made of one would share parts,
   * and whoever changed one would change the other. Undefined where it was not prepared lately.
   */
  readonly take: (run: Run) => PreparedRun | undefined;
  readonly keep: (prepared: PreparedRun) => void;
}

/** Prepared runs that are kept; a page or a request has far fewer in hand. */
const MOST = 32;

/**
 * A memo of prepared runs. It changes how long an answer takes, never the answer: what it finds is compared with what
 * is asked, value by value.
 */
export function createMemo(): Memo {
  // A ring and no map: a map that entries come into and leave for ever holds on to what left until a full collection.
  const kept: (Kept | null)[] = [];
  let next = 0;
  return {
    take(run) {
      // What was parsed is frozen, and mostly asked for itself.
      let at = kept.findIndex((one) => one?.prepared.run === run);
      if (at < 0) at = placeOfCopy(kept, run);
      const found = kept[at]?.prepared;
      if (found) kept[at] = null;
      return found;
    },
    keep(prepared) {
      kept[next] = { prepared, key: undefined };
      next = (next + 1) % MOST;
    },
  };
}

interface Kept {
  readonly prepared: PreparedRun;
  /** The text of its run, once it was asked for. */
  key: string | null | undefined;
}

/** Where the run of the same value is kept; -1 where it is not. */
function placeOfCopy(kept: readonly (Kept | null)[], run: Run): number {
  const key = textOf(run);
  if (key === null) return -1;
  return kept.findIndex((one) => {
    if (!one) return false;
    one.key ??= textOf(one.prepared.run);
    return one.key === key && isSame(one.prepared.run, run);
  });
}

/** null for what is no plain value; the parser says what is wrong with it. */
function textOf(run: unknown): string | null {
  try {
    return JSON.stringify(run) ?? null;
  } catch {
    return null;
  }
}

/** Whether two values are the same to the last field. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const fields = Object.entries(a);
  const others = b as Readonly<Record<string, unknown>>;
  return (
    fields.length === Object.keys(b).length &&
    fields.every(([field, value]) => Object.hasOwn(b, field) && isSame(value, others[field]))
  );
}
