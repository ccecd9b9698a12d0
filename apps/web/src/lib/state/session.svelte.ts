import {
  type Catalogue,
  CURRENT_EDITION,
  type EstimateResult,
  type Problem,
  type ProjectResult,
  type SourceRow,
} from '@ml-emissions/calculator';
import { projectOfText, textOf, textOfRuns, wordsOf } from './as-text.ts';
import { type Answer, cellOf, type Depth } from './cell.svelte.ts';
import type { Engine, Named } from './engine.ts';
import type { RunForm } from './fields.ts';
import type { First, Landmark } from './first.ts';
import { draftOf, EXAMPLE, nextTo, withoutRest } from './form.ts';
import { History } from './history.svelte.ts';
import { isMissing } from './missing.ts';
import type { OtherChips } from './other-chips.ts';
import { MOST_RUNS, opening, type ProjectForm } from './project.ts';
import { isOpening, isOpeningWords, type Steps, type Stored } from './storage.ts';
import type { Listed, Sums } from './sums.svelte.ts';

const ID_BYTES = 9;

/** A name for a piece of work that no other has; pages without a secure address have no `randomUUID`. */
const newId = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(ID_BYTES))));

/** The run that the page opens with. */
const EXAMPLE_KEY = JSON.stringify(draftOf(EXAMPLE));

/** What could not be fetched is asked for again no sooner than this. */
const RETRY_MS = 1000;
/** A range is typed in one field: what is wrong with an end of it is told there. */
const END_OF_RANGE = /\/(?:value|low|high)$/;
/** More runs than these, all new, are worked out piece by piece. */
const MOST_AT_ONCE = 200;

/** Lets the page answer to a person between two pieces of work. */
const pause = () => new Promise((resolve) => setTimeout(resolve));

/** What was typed, and what follows from it: one for the whole visit. */
export class Session {
  project = $state<ProjectForm>(opening());
  readonly history = new History<ProjectForm>(textOf, projectOfText);
  /** What a link or file brought, as `wordsOf` has it: one's own from the first change on. */
  #brought = $state.raw('');
  #engine = $state.raw<Engine | null>(null);
  #waking: Promise<void> | null = null;
  #isCut = $state(false);
  #first = $state.raw<First | null>(null);
  #hasAll = $state(false);
  // A wrong value keeps the last good figure on the page; this remembers it.
  #good: EstimateResult | null = null;
  /** The run that it is of, by its place. */
  #goodAt = 0;
  #sums = $state.raw<Sums | null>(null);
  /** Whether there are more new runs than can be worked out at once. */
  #isBehind = $state.raw(false);
  /** How many of these are worked out; null where none are waited for. */
  progress = $state.raw<{ readonly done: number; readonly all: number } | null>(null);
  // Other runs came before the calculator was there: what stands on the page is not theirs.
  #isGoodOther = false;

  /** The run that is being edited. */
  get form(): RunForm {
    return this.project.runs[this.project.active] ?? (this.project.runs[0] as RunForm);
  }

  readonly isSeveral = $derived(this.project.runs.length > 1);

  /**
   * What each run says; null while its figures are on their way. Those that are not in hand may have no receipt and no
   * other places.
   */
  readonly answers: readonly (Answer | null)[] = $derived(
    this.project.runs.map((_, index) => this.answerAt(index)),
  );

  #answerTo(run: RunForm, depth: Depth): Answer | null {
    const cell = cellOf(run);
    const engine = this.#engine;
    if (!engine) return this.#firstAnswer(cell.key);
    return cell.answerBy(engine, depth);
  }

  /** What one run says, as one of many. */
  answerOf(run: RunForm): Answer | null {
    return this.#answerTo(run, 'figures');
  }

  /** What one run says, by its place; all of it where it is in hand or asked for. */
  answerAt(index: number, depth: Depth = 'figures'): Answer | null {
    const run = this.project.runs[index];
    if (!run) return null;
    if (index === this.project.active) return this.#answerTo(run, 'whole');
    return this.#isBehind ? null : this.#answerTo(run, depth);
  }

  readonly #runTexts = $derived(this.project.runs.map((run) => cellOf(run).text));
  /** All that was typed, as `textOf` writes it. */
  readonly text = $derived(
    // New runs are in hand as they were taken, until they are worked out.
    (this.#isBehind ? this.history.lastText : null) ?? textOfRuns(this.project, this.#runTexts),
  );
  /** The same as `wordsOf` has it. */
  readonly words = $derived.by(() => {
    const { name, rest } = this.project;
    return textOfRuns({ id: '', name, rest, active: 0 }, this.#runTexts);
  });
  /** Whether it is what the page opens with. */
  readonly isOpening = $derived(!this.isSeveral && isOpeningWords(this.words));

  readonly #answer = $derived(this.answers[this.project.active] ?? null);
  readonly problems: readonly Problem[] = $derived(
    this.#answer === null || this.#answer.parsed.ok ? [] : this.#answer.parsed.problems,
  );
  /** The result of the run that is being edited; the last good one where it has a fault. */
  readonly result: EstimateResult | null = $derived.by(() => {
    if (this.#answer?.result) return this.#answer.result;
    if (this.#answer && this.#sums && (!this.#good || this.#goodAt !== this.project.active)) {
      this.#good = this.#sums.goodBefore(this.history.before());
      this.#goodAt = this.project.active;
    }
    return this.#good;
  });
  readonly isStale = $derived(!this.#answer?.parsed.ok);
  /** Which run `result` is of: the one in hand, or another while that is new. */
  readonly resultIndex: number = $derived.by(() => {
    const { active } = this.project;
    const { result } = this;
    if (this.#answer?.result || !result) return active;
    const index = this.answers.findIndex((answer) => answer?.result === result);
    if (index >= 0) return index;
    const text = JSON.stringify(result.run);
    const alike = this.answers.findIndex(
      (answer) => answer?.result && JSON.stringify(answer.result.run) === text,
    );
    return alike >= 0 ? alike : active;
  });
  /** How many runs are in the total, and how many there are. */
  get counts(): { readonly counted: number; readonly all: number } {
    const { runs } = this.project;
    return { counted: this.#sums?.counted.length ?? runs.length, all: runs.length };
  }
  /** What the runs in hand need is on its way. */
  readonly isLoading = $derived(
    this.answers.includes(null) || (this.isSeveral && this.#engine === null),
  );

  /** Whether a run is part of the total. */
  isCounted(index: number): boolean {
    const isWhole = this.project.runs[index]?.uncounted === '';
    return isWhole || this.answerAt(index)?.parsed.ok === true;
  }

  /** The sum of several runs; null for one run, or while any of them has a fault. */
  get total(): ProjectResult | null {
    return this.#sums?.total ?? null;
  }
  /** What stands beside the headline of several runs. */
  get listed(): Listed | null {
    return this.#sums?.listed ?? null;
  }

  /** The headline's figure: of the project where several runs count. */
  readonly shown: EstimateResult | ProjectResult | null = $derived(
    this.total ?? this.#sums?.only ?? this.result,
  );
  readonly isAnyStale: boolean = $derived(
    this.#sums ? this.#sums.isAnyStale : this.#answer?.parsed.ok === false,
  );

  /** Whether nothing is wrong but that something is still to be told. */
  readonly isUnfinished: boolean = $derived(
    this.answers.every(
      (answer) => !answer || answer.parsed.ok || answer.parsed.problems.every(isMissing),
    ),
  );

  /** A run that is whole for the first time counts from now on, also while a fault is being typed into it. */
  settle(): void {
    for (const [index, run] of this.project.runs.entries()) {
      if (run.uncounted !== '' && this.answers[index]?.parsed.ok) run.uncounted = '';
    }
  }

  /** What can be chosen; null before the calculator is there. */
  // A form kept from an earlier visit may name an edition that is gone: its problem shows at the field.
  readonly choices: Catalogue | null = $derived(
    this.#engine?.catalogue(
      this.#engine.editions.get(this.form.edition) ? this.form.edition : CURRENT_EDITION,
    ) ?? null,
  );
  /** Providers that have regions. */
  readonly providers: readonly Named[] = $derived(
    this.choices && this.#engine
      ? this.#engine.providersWithRegions(this.choices)
      : (this.#first?.providers ?? []),
  );

  /** Other chips for the example; null for any other run. */
  get firstChips(): OtherChips | null {
    const isExample = cellOf(this.form).key === EXAMPLE_KEY;
    return isExample ? (this.#first?.chips ?? null) : null;
  }

  /** Footprints that the field knows. */
  get landmarks(): readonly Landmark[] {
    return this.#first?.landmarks ?? [];
  }

  /** The row of a source that the result names. */
  sourceOf(id: string): SourceRow | undefined {
    return this.choices
      ? this.choices.source(id)
      : this.#first?.sources.find((source) => source.id === id);
  }

  /** What people call a provider. */
  providerName(id: string): string {
    return this.providers.find((one) => one.id === id)?.name ?? id;
  }

  /** The first problem at a field; fields that have none of their own show those below them too. */
  problemAt(...fields: readonly string[]): Problem | undefined {
    return this.problems.find(({ field }) => fields.includes(field.replace(END_OF_RANGE, '')));
  }

  /** Takes the answer that the page was written with. */
  begin(first: First): void {
    this.#first = first;
    if (!this.#engine) this.#good ??= first.result;
  }

  #firstAnswer(key: string): Answer | null {
    const result = this.#first?.result;
    if (!result || key !== EXAMPLE_KEY) return null;
    return { parsed: { ok: true, run: result.run }, result };
  }

  /** The calculator itself; null until it is fetched. */
  get engine(): Engine | null {
    return this.#engine;
  }

  /** Fetches the calculator with its first tables: at the first sign of a person, or when a run needs it. */
  wake(): Promise<void> {
    this.#waking ??= this.#wake().catch((error: unknown) => {
      // A moment later it may be asked for again, not with every move of the pointer.
      setTimeout(() => {
        this.#waking = null;
      }, RETRY_MS);
      throw error;
    });
    return this.#waking;
  }

  async #wake(): Promise<void> {
    const { engine } = await import('./engine.ts');
    await pause();
    // Reading the tables and the first answer are two pieces of work.
    engine.catalogue();
    await pause();
    if (this.#isGoodOther) this.#good = null;
    await this.#goOnWith(engine, false);
  }

  async #goOnWith(engine: Engine, hasAll: boolean): Promise<void> {
    const { Sums } = await import('./sums.svelte.ts');
    // All at once: what the first tables do not know, all of them may.
    this.#hasAll = hasAll;
    this.#sums = new Sums(this, engine, this.#sums);
    this.#engine = engine;
  }

  /** Works out many new runs piece by piece: the page answers to a person between them. */
  async #catchUp(): Promise<void> {
    while (this.#isBehind && this.#sums) {
      const [sums, { runs }] = [this.#sums, this.project];
      const isDone = await sums.workThrough(runs, (done) => {
        this.progress = { done, all: runs.length };
        return this.#sums === sums && this.project.runs === runs;
      });
      if (isDone) this.#isBehind = false;
    }
    this.progress = null;
  }

  /** Fetches what the runs in hand need. */
  async fetch(): Promise<void> {
    try {
      await this.wake();
      if (this.isLoading) await this.loadAll();
      await this.#catchUp();
      this.#isCut = false;
    } catch {
      this.#isCut = true;
    }
  }

  /** Whether what the runs need could not be fetched. */
  get isCut(): boolean {
    return this.#isCut;
  }

  /** Fetches all tables. */
  async loadAll(): Promise<void> {
    if (this.#hasAll) return;
    await this.wake();
    const [{ engineOf }, { calculator }] = await Promise.all([
      import('./engine.ts'),
      import('@ml-emissions/calculator/full'),
    ]);
    await this.#goOnWith(engineOf(calculator), true);
  }

  /** Whether all tables are there: processors, instances, slices and past years can be looked up. */
  get hasAll(): boolean {
    return this.#hasAll;
  }

  /** Goes on with what was typed before, or begins with the example; steps of before a reload can be undone. */
  resume(stored: Stored | null, steps: Steps | null): void {
    if (!stored) {
      this.project.id ||= newId();
      // What was typed before the page was alive is a step that can be taken back too.
      this.history.keep({ ...opening(), id: this.project.id });
      return;
    }
    if (this.#engine) this.#good = null;
    else this.#isGoodOther = true;
    this.#brought = steps?.brought ?? '';
    if (steps && steps.past.length > 0) this.history.resume(steps);
    else if (stored.good) this.history.keep(stored.good);
    this.#take({ ...stored.project, id: stored.project.id || newId() });
  }

  /** Takes other runs: from an earlier visit, a file or a link. What stood here stays one step back. */
  open(project: ProjectForm): void {
    this.history.keepText(this.text);
    if (this.#engine) this.#good = null;
    else this.#isGoodOther = true;
    this.#sums?.forget();
    this.#take({ ...project, id: project.id || newId() });
  }

  /** Has a project in hand, as a step of its own. */
  #take(project: ProjectForm): void {
    // Before it is in hand: what stands there tells every reader of each field.
    this.history.keepText(textOf(project));
    this.#hold(project);
  }

  /** Has a project in hand, of which the runs that are there already go on as they are. */
  #hold(project: ProjectForm): void {
    const runs = this.#sums?.kept(this.#runTexts, project.runs) ?? project.runs;
    const before = new Set(this.project.runs);
    const fresh = runs.filter((run) => !before.has(run));
    if (fresh.length > MOST_AT_ONCE) {
      this.#isBehind = true;
      this.progress = { done: 0, all: runs.length };
    }
    this.project = { ...project, runs };
  }

  /** Opens what somebody else has made: a piece of work of its own, and not yet one's own. */
  openBeside(project: ProjectForm): void {
    this.#brought = wordsOf(project);
    this.open({ ...project, id: '' });
  }

  /** Takes what another tab has made of the same piece of work; what stood here stays one step back. */
  follow(project: ProjectForm): void {
    this.history.keepText(this.text);
    const active = Math.min(this.project.active, project.runs.length - 1);
    this.#take({ ...project, active });
  }

  /** Takes what stands here for a state of its own: a step that can be taken back, whose figure is a good one. */
  rest(): void {
    this.history.keepText(this.text);
    if (this.#answer?.result) {
      this.#good = this.#answer.result;
      this.#goodAt = this.project.active;
    }
    this.#sums?.rest();
  }

  /** Brings the list and the groups of many runs up to what is typed. */
  restOfMany(): void {
    this.#sums?.list();
  }

  /** What can be undone, to be kept through a reload. */
  get steps(): Steps {
    return { ...this.history.steps, brought: this.#brought };
  }

  /** Whether what is in hand was made or changed here. */
  get isOwn(): boolean {
    return this.#brought === '' || this.words !== this.#brought;
  }

  /** Changes some fields of the run that is being edited. */
  change(fields: Partial<RunForm>): void {
    // What a file said of the place beyond the fields is of the place before.
    const isMoved = 'provider' in fields && fields.provider !== this.form.provider;
    const rest = isMoved || 'region' in fields ? { rest: withoutRest(this.form, 'place') } : {};
    Object.assign(this.form, rest, fields);
  }

  /** Adds a run after the one that is being edited: a copy of it, or one to be told at its place. */
  addRun(isCopy: boolean): void {
    const { runs, active } = this.project;
    if (runs.length >= MOST_RUNS) return;
    const copy = $state.snapshot(this.form);
    runs.splice(active + 1, 0, isCopy ? { ...copy, name: '' } : nextTo(copy));
    this.project.active = active + 1;
  }

  /** Adds runs after those that are there; instead of the example, where nothing was typed. What stood here is one step back. */
  addRuns(forms: readonly RunForm[]): boolean {
    const before = $state.snapshot(this.project);
    const runs = isOpening(before) ? [...forms] : [...before.runs, ...forms];
    if (runs.length > MOST_RUNS) return false;
    const id = isOpening(before) ? '' : before.id;
    this.open({ ...before, id, runs, active: runs.length - forms.length });
    return true;
  }

  removeRun(index: number): void {
    const { runs } = this.project;
    if (runs.length < 2) return;
    runs.splice(index, 1);
    this.project.active = Math.min(this.project.active, runs.length - 1);
  }

  startOver(): void {
    this.open(opening());
  }

  undo(): void {
    // What was changed a moment ago may not be kept yet.
    this.history.keepText(this.text);
    const before = this.history.undo();
    if (before) this.#hold(before);
  }

  redo(): void {
    const after = this.history.redo();
    if (after) this.#hold(after);
  }
}

/** The visit's one session. */
export const session = new Session();
