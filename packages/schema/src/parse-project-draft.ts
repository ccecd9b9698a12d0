import type { Problem } from '@ml-emissions/model';
import { distance } from 'fastest-levenshtein';
import * as v from 'valibot';
import { LIMITS } from './limits.ts';
import { type ProjectRun, withDefaults } from './project-defaults.ts';
import { problem, toProblem } from './to-problem.ts';
import { withoutNulls } from './without-nulls.ts';

const KNOWN = ['schemaVersion', 'name', 'defaults', 'runs', 'complete', 'notCounted'];
const RUNS = 'a list of runs';
/** Farther than this and a suggestion would only puzzle. */
const NEAR = 3;

const text = v.pipe(
  v.string('text'),
  v.maxLength(LIMITS.nameLength, `at most ${LIMITS.nameLength} characters`),
);

const schema = v.object({
  schemaVersion: v.optional(v.literal(1, '1'), 1),
  name: v.optional(text),
  defaults: v.optional(v.record(v.string(), v.unknown(), 'part of a run'), {}),
  runs: v.pipe(
    v.array(v.record(v.string(), v.unknown(), 'a run'), RUNS),
    v.minLength(1, `${RUNS}, at least one`),
    v.maxLength(LIMITS.runs, `at most ${LIMITS.runs} runs; give more as one run a line`),
  ),
  complete: v.optional(v.boolean('true or false')),
  notCounted: v.optional(text),
});

/** A project as written; its runs are not parsed yet. */
export interface ProjectDraft {
  readonly name?: string;
  readonly complete?: boolean;
  readonly notCounted?: string;
  readonly runs: readonly ProjectRun[];
}

/** A project as written, or what is wrong with it as a whole. */
export type ParsedProjectDraft =
  | { readonly ok: true; readonly value: ProjectDraft }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };

/** Whether something is written as a project. */
export function isProject(input: unknown): input is Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null && 'runs' in input;
}

/**
 * Anything at all -> a project whose runs have their defaults filled in, or what is wrong with it.
 *
 * @param input decoded JSON or YAML
 * Errors: none; never throws.
 */
export function parseProjectDraft(input: unknown): ParsedProjectDraft {
  const parsed = v.safeParse(schema, withoutNulls(input));
  const unknown = Object.keys(isProject(input) ? input : {}).filter((key) => !KNOWN.includes(key));
  const problems = [...unknown.map(unknownField), ...(parsed.issues ?? []).map(toProblem)];
  const [first, ...rest] = problems;
  if (first) return { ok: false, problems: [first, ...rest] };
  if (!parsed.success) throw new Error('parseProjectDraft(): no issue, yet no project');
  const { name, complete, notCounted, defaults, runs } = parsed.output;
  return {
    ok: true,
    value: {
      ...(name === undefined ? {} : { name }),
      ...(complete === undefined ? {} : { complete }),
      ...(notCounted === undefined ? {} : { notCounted }),
      runs: runs.map((run) => withDefaults(run, defaults)),
    },
  };
}

function unknownField(key: string): Problem {
  const suggestions = KNOWN.filter((name) => distance(name, key.slice(0, 60)) <= NEAR);
  const [first] = suggestions;
  return problem('unknown-field', `/${key}`, key, {
    message: `a project has no field '${key.slice(0, 60)}'${first ? `; did you mean ${first}?` : '; what all runs share goes into defaults'}`,
    expected: `one of ${KNOWN.join(', ')}`,
    suggestions,
  });
}
