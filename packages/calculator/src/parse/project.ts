import { type Editions, frozen } from '@ml-emissions/data';
import type { Problem, Project, Run } from '@ml-emissions/model';
import type { KeyOf } from '@ml-emissions/rates';
import {
  type ProjectDraft,
  type ProjectRun,
  parseProjectDraft,
  problem,
} from '@ml-emissions/schema';
import { type Prepared, type PreparedRun, prepareInput } from '../prepare.ts';

/** A project whose runs need no further checks, or every problem at once; never neither. */
export type ParsedProject =
  | { readonly ok: true; readonly project: Project }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };

/** Where a field of a run stands in the file: in the run, or in the defaults that it took it from. */
function placeOf({ fromDefaults }: ProjectRun, index: number, field: string): string {
  const [, top = ''] = field.split('/');
  return fromDefaults.has(top) ? `/defaults${field}` : `/runs/${index}${field}`;
}

/** Which numbers of a run of a project are the same unknown as another run's: those of the fields that it shares. */
export function projectKeys(index: number, { shared = [] }: Pick<Run, 'shared'>): KeyOf {
  return (field) => {
    const [, top = ''] = field.split('/');
    return `given:${shared.includes(top) ? `/defaults${field}` : `/runs/${index}${field}`}`;
  };
}

/**
 * Anything at all -> a project whose runs are valid, or every problem in it.
 *
 * A number from `defaults` is the same unknown in each run that takes it; the others are unknowns of their own.
 *
 * @param editions those at hand
 * @param input decoded JSON or YAML, or a project that was parsed before
 * @returns the project, frozen, or all problems, each with its field as a JSON Pointer into the file
 * Errors: none for any input; throws where a page asks for tables that it has not imported.
 */
export function parseProject(editions: Editions, input: unknown): ParsedProject {
  const draft = parseProjectDraft(input);
  if (!draft.ok) return draft;
  return projectOfDraft(draft.value, (run) => prepareInput(editions, sharing(run)));
}

/**
 * A project whose runs have their defaults.
 *
 * @param preparedOf a run as written, by `sharing` mostly, with its factors
 */
export function projectOfDraft(
  { runs: written, ...about }: ProjectDraft,
  preparedOf: (run: ProjectRun) => Prepared,
): ParsedProject {
  const runs: PreparedRun[] = [];
  const problems = new Map<string, Problem>();
  for (const [index, one] of written.entries()) {
    const parsed = preparedOf(one);
    if (parsed.ok) {
      runs.push(parsed.prepared);
      continue;
    }
    for (const found of parsed.problems) {
      const field = placeOf(one, index, found.field);
      // What is wrong in the defaults is wrong once, not once a run.
      problems.set(`${field} ${found.code}`, { ...found, field });
    }
  }
  for (const one of mixedScopes(written, runs)) problems.set(`${one.field} ${one.code}`, one);
  const [firstProblem, ...others] = problems.values();
  if (firstProblem) return { ok: false, problems: [firstProblem, ...others] };
  const [first, ...rest] = runs.map(({ run }) => run);
  if (!first) throw new Error('parseProject(): no problem, yet no run');
  const shared = (first.shared ?? []).filter((field) =>
    rest.every((run) => run.shared?.includes(field)),
  );
  const project: Project = { schemaVersion: 1, ...about, runs: [first, ...rest], shared };
  return { ok: true, project: frozen(project) };
}

/** Direct and lifecycle figures make no sum: all runs of a project are of one scope. */
function mixedScopes(written: readonly ProjectRun[], runs: readonly PreparedRun[]): Problem[] {
  const scopeOf = ({ run }: PreparedRun) => run.scope ?? 'lifecycle';
  const [first] = runs;
  if (!first || runs.length < written.length) return [];
  return runs.flatMap((one, index) => {
    const [own, scope] = [written[index], scopeOf(one)];
    if (!own || scope === scopeOf(first)) return [];
    const expected = `scope: ${scopeOf(first)}, as the first run, or one scope in defaults`;
    const message = `this run is ${scope} and the first ${scopeOf(first)}; such figures make no sum`;
    const field = placeOf(own, index, '/scope');
    return [problem('conflict', field, one.run.scope ?? null, { message, expected })];
  });
}

/** A run as written that says which of its fields it shares. */
export function sharing({ input, fromDefaults }: ProjectRun): object {
  const own = Array.isArray(input.shared) ? input.shared : [];
  const shared = [...new Set([...fromDefaults, ...own])];
  return shared.length > 0 ? { ...input, shared } : input;
}
