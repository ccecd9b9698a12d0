import type { Editions } from '@ml-emissions/data';
import type { GroupResult, Problem, Project, ProjectResult, Run } from '@ml-emissions/model';
import { projectKeys, projectOf } from '../parse/project.ts';
import { InvalidRun, isLack, type Prepared, prepareInput, prepareVariant } from '../prepare.ts';
import { type EstimateOptions, resultOf } from './estimate.ts';
import { groupOf, type Part, resultOfParts, type Shares } from './project.ts';

/** A project with its result, or every problem at once. */
export type LiveAnswer =
  | { readonly ok: true; readonly project: Project; readonly result: ProjectResult }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };

/** What a project as written comes to. */
export type LiveProject = (input: unknown) => LiveAnswer;

/** How a project that is worked on is answered for. */
export interface LiveOptions extends EstimateOptions {
  /** How many runs it may have; default as many as `parseProject` takes. */
  readonly mostRuns?: number;
}

/**
 * A project that somebody is working on: the same answers as `parseProject` and `estimateProject`, of which only those
 * parts are worked out again that changed since the last one. Results share such parts: they are to be read only.
 *
 * @param editions those at hand
 * @param options what to leave out of the runs' results, and how many runs there may be
 */
export function createLiveProject(editions: Editions, options: LiveOptions = {}): LiveProject {
  let parsed: ReadonlyMap<string, Prepared> = new Map();
  let parts: readonly AtPlace[] = [];
  let groups: ReadonlyMap<string, Summed> = new Map();
  const partAt = (index: number, run: Run): Part => {
    const edition = editions.get(run.edition);
    // The parser has answered for it with unknowns of its own; here are those that runs share.
    const prepared = edition && prepareVariant(edition, run, projectKeys(index, run));
    if (!prepared || isLack(prepared)) throw new InvalidRun([]);
    return { prepared, result: resultOf(prepared, options) };
  };
  return (input) => {
    const [lastParsed, lastParts] = [parsed, parts];
    const read = new Map<string, Prepared>();
    parsed = read;
    const preparedOf = (run: object): Prepared => {
      const text = JSON.stringify(run);
      const prepared = lastParsed.get(text) ?? read.get(text) ?? prepareInput(editions, run);
      read.set(text, prepared);
      return prepared;
    };
    const answer = projectOf(input, preparedOf, options.mostRuns);
    if (!answer.ok) return answer;
    const { project } = answer;
    parts = project.runs.map((run, index) => {
      const same = lastParts[index];
      return same?.run === run ? same : { run, part: partAt(index, run) };
    });
    const grouping = groupingAfter(groups);
    const result = resultOfParts(
      project,
      parts.map(({ part }) => part),
      grouping.groupOf,
    );
    groups = grouping.groups;
    return { ok: true, project, result };
  };
}

/** A run as parsed, with what it comes to at its place in the list. */
interface AtPlace {
  readonly run: Run;
  readonly part: Part;
}

interface Summed {
  readonly parts: readonly Part[];
  readonly group: GroupResult<unknown>;
}

/** Sums up anew what holds another run than at the last time. */
function groupingAfter(last: ReadonlyMap<string, Summed>) {
  const groups = new Map<string, Summed>();
  return {
    groups,
    groupOf<Shared>(shares: Shares<Shared>, parts: readonly Part[]): GroupResult<Shared> {
      const key = JSON.stringify(shares);
      // Where all runs are of one phase, or at one place, that group is the whole.
      const [whole] = groups.values();
      const known = [last.get(key), whole].find((one) => one && isSame(one.parts, parts));
      const group = known ? { ...known.group, ...shares } : groupOf(shares, parts);
      groups.set(key, { parts, group });
      return group;
    },
  };
}

/** What a service tells of its training changes with other runs, and no sum does. */
const isSame = (some: readonly Part[], others: readonly Part[]): boolean =>
  some.length === others.length &&
  some.every(({ prepared }, index) => prepared === others[index]?.prepared);
