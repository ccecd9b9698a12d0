import type { Problem } from '@ml-emissions/model';
import { distance } from 'fastest-levenshtein';
import * as v from 'valibot';
import { PROJECT_FIELDS } from './fields/project.ts';
import { partsOf } from './fields/row.ts';
import { RUN_FIELD_NAMES } from './fields/run.ts';
import type { ProjectShape } from './fields/types.ts';
import { meantField } from './meant-field.ts';
import { once } from './once.ts';
import { type ProjectRun, withDefaults } from './project-defaults.ts';
import { objectAt } from './schema-of.ts';
import { problem, toProblem } from './to-problem.ts';
import { withoutNulls } from './without-nulls.ts';

const KNOWN = partsOf(PROJECT_FIELDS, '').map(({ name }) => name);
/** Farther than this and a suggestion would only puzzle. */
const NEAR = 3;

/** How many runs a project holds for whoever must answer at once: a server, a command, a file. */
const MOST_RUNS = PROJECT_FIELDS['/runs'].most;

type Schema = v.GenericSchema<unknown, ProjectShape>;
const schemaOf = (most: number) =>
  objectAt({ ...PROJECT_FIELDS, '/runs': { ...PROJECT_FIELDS['/runs'], most } }, '') as Schema;
const usual = once(() => schemaOf(MOST_RUNS));

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
 * @param most how many runs are taken
 * Errors: none; never throws.
 */
export function parseProjectDraft(input: unknown, most: number = MOST_RUNS): ParsedProjectDraft {
  const schema = most === MOST_RUNS ? usual() : schemaOf(most);
  const parsed = v.safeParse(schema, withoutNulls(input));
  const unknown = Object.keys(isProject(input) ? input : {}).filter((key) => !KNOWN.includes(key));
  const problems = [
    ...unknown.map(unknownField),
    ...(parsed.issues ?? []).map((issue) => toProblem(issue, PROJECT_FIELDS)),
  ];
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
  const word = key.slice(0, 60);
  const ofRun = RUN_FIELD_NAMES.includes(word) ? `/${word}` : meantField(word);
  if (ofRun !== null) {
    const meant = `defaults/${ofRun.slice(1).replaceAll('*/', '')}`;
    return problem('unknown-field', `/${key}`, key, {
      message: `a project has no field '${word}': it is of a run; did you mean ${meant}?`,
      expected: `one of ${KNOWN.join(', ')}`,
      suggestions: [meant],
    });
  }
  const suggestions = KNOWN.filter((name) => distance(name, word) <= NEAR);
  const [first] = suggestions;
  return problem('unknown-field', `/${key}`, key, {
    message: `a project has no field '${key.slice(0, 60)}'${first ? `; did you mean ${first}?` : '; what all runs share goes into defaults'}`,
    expected: `one of ${KNOWN.join(', ')}`,
    suggestions,
  });
}
