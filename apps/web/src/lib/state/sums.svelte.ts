import type {
  EstimateResult,
  LiveAnswer,
  LiveProject,
  LiveRun,
  ProjectResult,
  Together,
} from '@ml-emissions/calculator';
import { frozen } from '@ml-emissions/calculator';
import { type Answer, answerOf, cellOf } from './cell.svelte.ts';
import type { Engine } from './engine.ts';
import type { RunForm } from './fields.ts';
import { draftOf } from './form.ts';
import { keptRuns } from './kept-runs.ts';
import { MOST_RUNS, type ProjectForm, writtenWith } from './project.ts';

/** Of the runs of a sum only their figures are read. */
const OF_MANY = { receipt: false, alternatives: false, mostRuns: MOST_RUNS } as const;
/** More runs than these are listed and grouped once nothing is typed. */
const MANY = 50;
/** Steps that are looked through for a figure. */
const MOST_LOOKED_BACK = 20;
/** So many are worked out between two moments for whoever uses the page. */
const PIECE = 100;
/** After so many the sum is worked out too. */
const SUMMED = 1000;

/** The runs of a visit, and what each of them says. */
export interface Held {
  readonly project: ProjectForm;
  readonly answers: readonly (Answer | null)[];
  readonly answerOf: (run: RunForm) => Answer | null;
}

/** What is shown of the runs beside the headline. */
export interface Listed {
  readonly total: ProjectResult | null;
  /** By their place; null where one has a fault or is still to be told. */
  readonly runs: readonly (LiveRun | null)[];
  /** What some of them come to, by their places; null where they make no sum. */
  readonly together: (places: readonly number[]) => Together | null;
}

type Written = Readonly<Record<string, unknown>>;

/** What is frozen is known again at once where many runs are asked about, and one has changed. */
const draftIn = (run: RunForm): Written => frozen(cellOf(run).draft);

/** What several runs come to together. */
export class Sums {
  readonly #held: Held;
  readonly #engine: Engine;
  readonly #ask: LiveProject;
  /** The last sum that was rested on, which stays in sight while one of the runs has a fault. */
  #good: ProjectResult | null = null;
  // Where none was rested on yet.
  #last: ProjectResult | null = null;
  readonly #alone = new WeakMap<object, LiveRun>();
  #rested = $state.raw<{ readonly of: string; readonly listed: Listed | null } | null>(null);

  /** @param before the sums of the same visit by an engine with fewer tables */
  constructor(held: Held, engine: Engine, before: Sums | null) {
    if (before) [this.#good, this.#last] = [before.#good, before.#last];
    this.#held = held;
    this.#engine = engine;
    this.#ask = engine.liveProject(OF_MANY);
  }

  /** The places of the runs that can be read. */
  readonly #whole: readonly number[] = $derived.by(() =>
    this.#held.answers.flatMap((answer, index) => (answer?.parsed.ok ? [index] : [])),
  );

  /** The runs that count, by their place: a new one does once it is whole. */
  readonly counted: readonly number[] = $derived.by(() => {
    const { answers, project } = this.#held;
    return project.runs.flatMap(({ uncounted }, index) =>
      uncounted === '' || answers[index]?.parsed.ok ? [index] : [],
    );
  });

  /** Whether the runs that count can be added up as they stand. */
  readonly #isSummable: boolean = $derived.by(() => this.counted.length === this.#whole.length);

  readonly #answer: Extract<LiveAnswer, { readonly ok: true }> | null = $derived.by(() => {
    if (this.#whole.length < 2) return null;
    const answer = this.#ask(writtenWith(this.#held.project, this.#drafts(this.#whole)));
    return answer.ok ? answer : null;
  });

  #drafts(places: readonly number[]): readonly Written[] {
    const { runs } = this.#held.project;
    return places.map((place) => draftIn(runs[place] as RunForm));
  }

  /**
   * Works out many runs piece by piece, so that the whole is a short piece of work.
   *
   * @param tell hears how many are worked out, and says whether to go on
   * @returns whether all of them are
   */
  async workThrough(runs: readonly RunForm[], tell: (done: number) => boolean): Promise<boolean> {
    const whole: RunForm[] = [];
    for (let done = 0; done < runs.length; done += PIECE) {
      const piece = runs.slice(done, done + PIECE);
      piece.forEach(cellOf);
      // What is looked at all the time of each run is worked out meanwhile.
      await new Promise((resolve) => setTimeout(resolve));
      if (!tell(done)) return false;
      whole.push(...piece.filter((run) => this.#held.answerOf(run)?.parsed.ok));
      const answer = this.#ask(writtenWith(this.#held.project, whole.map(draftIn)));
      if (answer.ok && done % SUMMED < PIECE) void answer.result.total;
    }
    return tell(runs.length);
  }

  /**
   * After a reload with a fault in hand: what the same run said before it, or of a new one, the run before it.
   *
   * @param states those before, the newest first
   */
  goodBefore(states: Iterable<ProjectForm>): EstimateResult | null {
    let looked = 0;
    const { id, runs: now, active } = this.#held.project;
    for (const { id: of, runs } of states) {
      // Another piece of work, or other runs, say nothing of this one.
      const own = of === id && runs.length === now.length ? runs[active] : undefined;
      const others = own?.uncounted ? runs.slice(0, active).reverse() : [];
      for (const form of own ? [own, ...others] : []) {
        const { result } = answerOf(this.#engine, draftOf(form));
        if (result) return result;
      }
      looked += 1;
      if (looked === MOST_LOOKED_BACK) return null;
    }
    return null;
  }

  /** The runs of another state of the project, of which those that say the same are those in hand. */
  kept(texts: readonly string[], then: readonly RunForm[]): RunForm[] {
    return keptRuns(this.#held.project.runs, texts, then);
  }

  /** The sum of several runs; null for one run, or while any of them has a fault and none was summed before. */
  readonly total: ProjectResult | null = $derived.by(() => {
    if (this.counted.length < 2) return null;
    if (!this.#isSummable) return this.#good ?? this.#last;
    this.#last = this.#answer?.result ?? this.#last;
    return this.#last;
  });

  /** The run that counts, where it is one alone. */
  readonly only: EstimateResult | null = $derived.by(() => {
    const { answers, project } = this.#held;
    const [index, ...others] = this.counted;
    if (project.runs.length < 2 || index === undefined || others.length > 0) return null;
    return answers[index]?.result ?? null;
  });

  readonly isAnyStale: boolean = $derived.by(() =>
    this.counted.some((index) => this.#held.answers[index]?.parsed.ok === false),
  );

  readonly #now: Listed | null = $derived.by(() => {
    if (this.#held.project.runs.length < 2) return null;
    const [answer, whole, places] = [this.#answer, this.#whole, this.#held.project.runs.length];
    const runs = new Array<LiveRun | null>(places).fill(null);
    for (const [at, place] of whole.entries())
      runs[place] = answer ? (answer.runs[at] ?? null) : this.#listedAlone(place);
    const at = new Map(whole.map((place, index) => [place, index]));
    const together = (some: readonly number[]) =>
      answer?.together(some.flatMap((place) => at.get(place) ?? [])) ?? null;
    return { total: this.total, runs, together };
  });

  /** A run of which there is no sum. */
  #listedAlone(place: number): LiveRun | null {
    const [draft] = this.#drafts([place]);
    if (!draft) return null;
    const known = this.#alone.get(draft);
    if (known) return known;
    const answer = this.#engine.liveProject(OF_MANY)({ schemaVersion: 1, runs: [draft] });
    const run = answer.ok ? answer.runs[0] : undefined;
    if (run) this.#alone.set(draft, run);
    return run ?? null;
  }

  /** What stands beside the headline of several runs: of many, as they were when typing last paused. */
  readonly listed: Listed | null = $derived.by(() => {
    const { id, runs } = this.#held.project;
    const isSame = this.#rested?.of === `${id} ${runs.length}`;
    return runs.length > MANY && isSame && this.#rested ? this.#rested.listed : this.#now;
  });

  /** Brings `listed` up to what is typed. */
  list(): void {
    const { id, runs } = this.#held.project;
    this.#rested = runs.length > MANY ? { of: `${id} ${runs.length}`, listed: this.#now } : null;
  }

  /** Takes the sum for one that stays in sight. */
  rest(): void {
    if (!this.isAnyStale) this.#good = this.total;
  }

  /** Other runs are in hand: nothing of those before them is a sum of these. */
  forget(): void {
    this.#good = null;
    this.#last = null;
    this.#rested = null;
  }
}
