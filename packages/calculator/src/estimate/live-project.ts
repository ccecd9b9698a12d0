import type { Editions } from '@ml-emissions/data';
import type {
  EstimateResult,
  Figure,
  GroupResult,
  Problem,
  Project,
  ProjectResult,
  Quantity,
  Run,
} from '@ml-emissions/model';
import { figureOf, isExact, summed } from '@ml-emissions/model';
import type { ProjectRun } from '@ml-emissions/schema';
import { factorsIn } from '../factors-in.ts';
import { lazy } from '../lazy.ts';
import { draftReader } from '../parse/draft-reader.ts';
import { projectKeys, projectOfDraft, sharing } from '../parse/project.ts';
import {
  InvalidRun,
  isLack,
  type Prepared,
  type PreparedRun,
  prepareInput,
  prepareVariant,
} from '../prepare.ts';
import { locationOfResult, machineOfResult } from './describe.ts';
import { type EstimateOptions, resultOf } from './estimate.ts';
import { knownQuantity } from './figures.ts';
import { ALL, groupOf, type Part, resultOfParts, type Shares } from './project.ts';
import { usedFactors } from './used.ts';

/** A project with its result, or every problem at once. */
export type LiveAnswer =
  | {
      readonly ok: true;
      readonly project: Project;
      /** Each field is worked out when it is first looked at. */
      readonly result: ProjectResult;
      /** What a list shows of each run. */
      readonly runs: readonly LiveRun[];
      /** What some of the runs, by their places, come to together, as part of this project. */
      readonly together: (places: readonly number[]) => Together;
    }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };

/** What a project as written comes to. */
export type LiveProject = (input: unknown) => LiveAnswer;

/** How a project that is worked on is answered for. */
export interface LiveOptions extends EstimateOptions {
  /** How many runs it may have; default as many as `parseProject` takes. */
  readonly mostRuns?: number;
}

/** A run of a project that is worked on: its figures at once, the rest when it is looked at. */
export interface LiveRun {
  readonly run: Run;
  readonly value: (figure: Figure) => number | null;
  readonly operational: EstimateResult['operational'];
  readonly machine: EstimateResult['machine'];
  readonly location: EstimateResult['location'];
  /** What of its grid counts. */
  readonly scope: EstimateResult['carbonIntensityGPerKwh']['scope'];
  readonly factors: EstimateResult['factors'];
}

/**
 * A project that somebody is working on: the same answers as `parseProject` and `estimateProject`, of which only those
 * parts are worked out again that changed since the last one, and nothing that is not looked at. Results share such parts:
 * they are to be read only. A run that is frozen all through is known again at once.
 *
 * @param editions those at hand
 * @param options what to leave out of the runs' results, and how many runs there may be
 */
export function createLiveProject(editions: Editions, options: LiveOptions = {}): LiveProject {
  const draftOf = draftReader(options.mostRuns);
  const preparedBy = memoByValue((run) => prepareInput(editions, run));
  let parts: readonly OwnPart[] = [];
  const byRun = new WeakMap<Run, OwnPart>();
  const sum = sumsKept();
  const partAt = (index: number, run: Run): OwnPart => {
    const same = parts[index];
    if (same?.run === run) return same;
    const elsewhere = byRun.get(run);
    if (elsewhere && !elsewhere.isOfPlace) return elsewhere;
    const edition = editions.get(run.edition);
    // The parser has answered for it with unknowns of its own; here are those that runs share.
    const prepared = edition && prepareVariant(edition, run, projectKeys(index, run));
    if (!prepared || isLack(prepared)) throw new InvalidRun([]);
    const part = new OwnPart(prepared, options);
    byRun.set(run, part);
    return part;
  };
  return (input) => {
    const draft = draftOf(input);
    if (!draft.ok) return draft;
    const answer = projectOfDraft(draft.value, preparedBy());
    if (!answer.ok) return answer;
    const { project } = answer;
    const own = project.runs.map((run, index) => partAt(index, run));
    parts = own;
    const result = resultOfParts(project, own, sum);
    const together = (places: readonly number[]) => {
      const some = places.flatMap((place) => own[place]?.prepared ?? []);
      return sum({ name: `${places.length} from ${places[0]}`, of: null }, some);
    };
    return { ok: true, project, result, runs: own, together };
  };
}

/** A run as parsed, with what it comes to in the project. */
class OwnPart implements Part, LiveRun {
  readonly prepared: PreparedRun;
  readonly #options: EstimateOptions;
  #result: EstimateResult | undefined;
  #operational: LiveRun['operational'] | undefined;
  #machine: LiveRun['machine'] | undefined;
  #location: LiveRun['location'] | undefined;
  #isOfPlace: boolean | undefined;

  constructor(prepared: PreparedRun, options: EstimateOptions) {
    this.prepared = prepared;
    this.#options = options;
  }

  get run(): Run {
    return this.prepared.run;
  }

  get result(): EstimateResult {
    this.#result ??= resultOf(this.prepared, this.#options);
    return this.#result;
  }

  value(figure: Figure): number | null {
    return figureOf(this.prepared.account, figure);
  }

  get operational(): LiveRun['operational'] {
    this.#operational ??= { kgCo2e: knownQuantity(this.prepared, 'operationalKgCo2e') };
    return this.#operational;
  }

  get machine(): LiveRun['machine'] {
    this.#machine ??= machineOfResult(this.prepared);
    return this.#machine;
  }

  get location(): LiveRun['location'] {
    this.#location ??= locationOfResult(this.prepared);
    return this.#location;
  }

  get scope(): LiveRun['scope'] {
    return this.prepared.resolved.carbonIntensity.factor.scope;
  }

  get factors(): LiveRun['factors'] {
    return usedFactors(this.prepared);
  }

  /** Whether an unknown of it is named by its place in the list: somewhere else it would be another. */
  get isOfPlace(): boolean {
    this.#isOfPlace ??= [...factorsIn(this.prepared)].some(
      ([key, { factor }]) => key.startsWith('given:/runs/') && !isExact(factor),
    );
    return this.#isOfPlace;
  }
}

/** Prepares runs by what they say: those of the last time, and those that are the very same object, are not prepared again. */
function memoByValue(prepare: (run: object) => Prepared): () => (run: ProjectRun) => Prepared {
  const known = new WeakMap<ProjectRun, Prepared>();
  let last: ReadonlyMap<string, Prepared> = new Map();
  return () => {
    const before = last;
    const read = new Map<string, Prepared>();
    last = read;
    return (written) => {
      const same = known.get(written);
      if (same) return same;
      const run = sharing(written);
      const text = JSON.stringify(run);
      const prepared = before.get(text) ?? read.get(text) ?? prepare(run);
      read.set(text, prepared);
      known.set(written, prepared);
      return prepared;
    };
  };
}

/** What some runs of a project come to together. */
export type Together = Omit<GroupResult<null>, 'name' | 'of'>;

/** Sums that are kept to be asked again. */
const MOST_SUMS = 500;

interface Summed {
  readonly whole: readonly PreparedRun[];
  readonly group: GroupResult<unknown>;
}

/** Sums runs up, and anew only where one of them is another than at the last time that this was asked. */
function sumsKept(): <Shared>(
  shares: Shares<Shared>,
  whole: readonly PreparedRun[],
) => GroupResult<Shared> {
  const kept = new Map<string, Summed>();
  // Where all runs are of one phase, or at one place, that group is the whole.
  let all: Summed | null = null;
  return <Shared>(shares: Shares<Shared>, whole: readonly PreparedRun[]) => {
    const key = JSON.stringify(shares);
    const known = [kept.get(key), all].find((one) => one && isSame(one.whole, whole));
    const group = known ? { ...known.group, ...shares } : groupOf(shares, whole, rangedLater);
    const summed = { whole, group };
    if (key === ALL_KEY) all = summed;
    kept.delete(key);
    kept.set(key, summed);
    const [oldest] = kept.keys();
    if (kept.size > MOST_SUMS && oldest !== undefined) kept.delete(oldest);
    return group;
  };
}

/** A sum whose range is worked out when it is looked at: most of what is shown at every key is the sum alone. */
function rangedLater(value: number, sum: Parameters<typeof summed>[1]): Quantity {
  let known: Quantity | null = null;
  const found = () => {
    known ??= summed(value, sum);
    return known;
  };
  return lazy<Quantity>({
    value: () => value,
    low: () => found().low,
    high: () => found().high,
    mean: () => found().mean,
  });
}

const ALL_KEY = JSON.stringify(ALL);

const isSame = (some: readonly PreparedRun[], others: readonly PreparedRun[]): boolean =>
  some.length === others.length && some.every((one, index) => one === others[index]);
