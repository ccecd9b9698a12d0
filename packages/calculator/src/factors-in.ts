import { factorsOf, type NamedFactor } from '@ml-emissions/model';
import type { PreparedRun } from './prepare.ts';

// Sums over hundreds of runs, of whom most are those of a moment ago, ask for them again and again.
const known = new WeakMap<PreparedRun, ReadonlyMap<string, NamedFactor>>();

/** The factors of a run by their key, worked out once. */
export function factorsIn(prepared: PreparedRun): ReadonlyMap<string, NamedFactor> {
  const before = known.get(prepared);
  if (before) return before;
  const found = factorsOf(prepared.account);
  known.set(prepared, found);
  return found;
}
