import type { Problem, Project, Run } from '@ml-emissions/model';
import { type ProjectRun, parseProjectDraft } from '@ml-emissions/schema';
import type { KeyOf } from './look-up/factors.ts';
import { parseRunWith } from './parse-run.ts';

/** A project whose runs need no further checks, or every problem at once; never neither. */
export type ParsedProject =
  | { readonly ok: true; readonly project: Project }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };

/** Where a field of a run stands in the file: in the run, or in the defaults that it took it from. */
function placeOf({ fromDefaults }: ProjectRun, index: number, field: string): string {
  const [, top = ''] = field.split('/');
  return fromDefaults.has(top) ? `/defaults${field}` : `/runs/${index}${field}`;
}

/**
 * Anything at all -> a project whose runs are valid, or every problem in it.
 *
 * A number from `defaults` is the same unknown in each run that takes it; the others are unknowns of their own.
 *
 * @param input decoded JSON or YAML
 * @returns the project, or all problems, each with its field as a JSON Pointer into the file
 * Errors: none for any input; throws where a page asks for tables that it has not imported.
 */
export function parseProject(input: unknown): ParsedProject {
  const draft = parseProjectDraft(input);
  if (!draft.ok) return draft;
  const runs: Run[] = [];
  const problems = new Map<string, Problem>();
  for (const [index, written] of draft.value.runs.entries()) {
    const keyOf: KeyOf = (field) => `given:${placeOf(written, index, field)}`;
    const parsed = parseRunWith(written.input, keyOf);
    if (parsed.ok) {
      runs.push(parsed.run);
      continue;
    }
    for (const one of parsed.problems) {
      const field = placeOf(written, index, one.field);
      // What is wrong in the defaults is wrong once, not once a run.
      problems.set(`${field} ${one.code}`, { ...one, field });
    }
  }
  const [firstProblem, ...others] = problems.values();
  if (firstProblem) return { ok: false, problems: [firstProblem, ...others] };
  const [first, ...rest] = runs;
  if (!first) throw new Error('parseProject(): no problem, yet no run');
  const { runs: written, ...about } = draft.value;
  const [firstWritten, ...otherRuns] = written;
  const shared = [...(firstWritten?.fromDefaults ?? [])].filter((field) =>
    otherRuns.every(({ fromDefaults }) => fromDefaults.has(field)),
  );
  return { ok: true, project: { schemaVersion: 1, ...about, runs: [first, ...rest], shared } };
}
