import type { Run } from '@ml-emissions/model';
import type { PreparedRun } from './prepare.ts';

/** What was prepared last, by the value of its run: whoever parses a run mostly asks for its figures next. */
export interface Memo {
  /** The prepared run of this very value; undefined where it was not prepared lately. */
  readonly get: (run: Run) => PreparedRun | undefined;
  readonly keep: (prepared: PreparedRun) => void;
}

/** Prepared runs that are kept; a page or a request has far fewer in hand. */
const MOST = 64;

/**
 * A memo of prepared runs. It changes how long an answer takes, never the answer: what it finds is compared with what
 * is asked, value by value.
 */
export function createMemo(): Memo {
  const kept = new Map<string, PreparedRun>();
  return {
    get(run) {
      const key = textOf(run);
      const found = key === null ? undefined : kept.get(key);
      return found && isSame(found.run, run) ? found : undefined;
    },
    keep(prepared) {
      const key = textOf(prepared.run);
      if (key === null || kept.has(key)) return;
      if (kept.size >= MOST) kept.delete(kept.keys().next().value ?? '');
      kept.set(key, prepared);
    },
  };
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
