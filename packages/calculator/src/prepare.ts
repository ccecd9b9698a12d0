import type { Problem, Run } from '@ml-emissions/model';
import type { PreparedRun } from './look-up/look-up.ts';
import { parseRun, preparedBy } from './parse-run.ts';

/** Thrown where a run reaches `estimate` that `parseRun` would have refused. */
export class InvalidRun extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(({ field, message }) => `${field}: ${message}`).join('\n'));
    this.name = 'InvalidRun';
    this.problems = problems;
  }
}

/**
 * A run with all its factors. Prepared once a run, by parsing, so that repeated estimates are cheap.
 *
 * @param run from `parseRun`; any other object is parsed first
 * @returns the run with its factors, method, rungs and warnings
 * Errors: throws `InvalidRun` where the object is no valid run.
 */
export function prepare(run: Run): PreparedRun {
  const known = preparedBy(run);
  if (known) return known;
  const parsed = parseRun(run);
  if (!parsed.ok) throw new InvalidRun(parsed.problems);
  return prepare(parsed.run);
}
