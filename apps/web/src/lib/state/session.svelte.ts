import {
  type Catalogue,
  CURRENT_EDITION,
  EDITIONS,
  type EstimateResult,
  type ListedName,
  type LiveProject,
  PAPER_EDITION,
  type Problem,
  type ProjectResult,
  type SourceRow,
} from '@ml-emissions/calculator';
import { projectOfText, textOf, textOfRuns, wordsOf } from './as-text.ts';
import { type Answer, answerOf, cellOf, type Depth } from './cell.svelte.ts';
import type { Engine, Named } from './engine.ts';
import type { RunForm } from './fields.ts';
import type { First, Landmark } from './first.ts';
import { draftOf, EXAMPLE, nextTo, withoutRest } from './form.ts';
import { History } from './history.svelte.ts';
import { isMissing } from './missing.ts';
import type { OtherChips } from './other-chips.ts';
import { MOST_RUNS, opening, type ProjectForm, writtenWith } from './project.ts';
import { isOpening, isOpeningWords, type Steps, type Stored } from './storage.ts';

const ID_BYTES = 9;

/** A name for a piece of work that no other has; pages without a secure address have no `randomUUID`. */
const newId = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(ID_BYTES))));

/** A run that needs more than the first tables: a processor, an instance, a slice or a named site. */
const needsMore = (draft: Readonly<Record<string, unknown>>): boolean =>
  ['year', 'start', 'host', 'instance', 'slice'].some((name) => name in draft) ||
  isAtSite(draft.place) ||
  isOlderEdition(draft.edition);

/** Names of chips and places that are no entries of the first tables: all of them may know better. */
function isUnlisted(choices: Catalogue, { hardware, place }: Readonly<Record<string, unknown>>) {
  const chips = Array.isArray(hardware) ? hardware : [];
  const names = [...chips, place].flatMap(namesIn);
  return names.some((name) => !choices.isListed(name));
}

function namesIn(entry: unknown): ListedName[] {
  if (typeof entry !== 'object' || entry === null) return [];
  const { accelerator, provider, region, zone } = entry as Readonly<Record<string, unknown>>;
  return [
    ...(typeof accelerator === 'string' && accelerator !== '' ? [{ accelerator }] : []),
    ...(typeof zone === 'string' && zone !== '' ? [{ zone }] : []),
    ...(typeof provider === 'string' && typeof region === 'string' && region !== ''
      ? [{ provider, region }]
      : []),
  ];
}

const isAtSite = (place: unknown): boolean =>
  typeof place === 'object' && place !== null && 'site' in place;

/** The first tables are those of the current edition; the paper's, which are small, are always there. */
const isOlderEdition = (id: unknown): boolean =>
  EDITIONS.some((one) => one === id) && id !== CURRENT_EDITION && id !== PAPER_EDITION;

/** The run that the page opens with. */
const EXAMPLE_KEY = JSON.stringify(draftOf(EXAMPLE));

/** What could not be fetched is asked for again no sooner than this. */
const RETRY_MS = 1000;
/** A range is typed in one field: what is wrong with an end of it is told there. */
const END_OF_RANGE = /\/(?:value|low|high)$/;
/** Sums over some of the runs that are kept to be asked again. */
const MOST_LIVES = 100;
/** Steps that are looked through for a figure. */
const MOST_LOOKED_BACK = 20;

/** Of the runs of a sum only their figures are read. */
const OF_MANY = { receipt: false, alternatives: false, mostRuns: MOST_RUNS } as const;

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
  #goodTotal: ProjectResult | null = null;
  // Where none was rested on yet.
  #lastTotal: ProjectResult | null = null;
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
    return cell.answerBy(
      engine,
      depth,
      (draft) => this.#hasAll || !(needsMore(draft) || isUnlisted(engine.catalogue(), draft)),
    );
  }

  /** What one run says, by its place; all of it where it is in hand or asked for. */
  answerAt(index: number, depth: Depth = 'figures'): Answer | null {
    const run = this.project.runs[index];
    const isInHand = index === this.project.active;
    return run ? this.#answerTo(run, isInHand ? 'whole' : depth) : null;
  }

  readonly #runTexts = $derived(this.project.runs.map((run) => cellOf(run).text));
  /** All that was typed, as `textOf` writes it. */
  readonly text = $derived(textOfRuns(this.project, this.#runTexts));
  /** The same as `wordsOf` has it. */
  readonly words = $derived.by(() => {
    const { name, rest } = this.project;
    return textOfRuns({ id: '', name, rest, active: 0 }, this.#runTexts);
  });
  /** Whether it is what the page opens with. */
  readonly isOpening = $derived(isOpeningWords(this.words));

  readonly #answer = $derived(this.answers[this.project.active] ?? null);
  readonly problems: readonly Problem[] = $derived(
    this.#answer === null || this.#answer.parsed.ok ? [] : this.#answer.parsed.problems,
  );
  /** The result of the run that is being edited; the last good one where it has a fault. */
  readonly result: EstimateResult | null = $derived.by(() => {
    if (this.#answer?.result) return this.#answer.result;
    if (this.#answer && this.#engine && (!this.#good || this.#goodAt !== this.project.active)) {
      this.#good = this.#goodBefore(this.#engine);
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
    return { counted: this.#counted.length, all: this.project.runs.length };
  }
  /** What the runs in hand need is on its way. */
  readonly isLoading = $derived(
    this.answers.includes(null) || (this.isSeveral && this.#engine === null),
  );

  /** The runs that count, by their place: a new one does once it is whole. */
  readonly #counted: readonly number[] = $derived(
    this.project.runs.flatMap(({ uncounted }, index) =>
      uncounted === '' || this.answers[index]?.parsed.ok ? [index] : [],
    ),
  );

  /** Whether a run is part of the total. */
  isCounted(index: number): boolean {
    const isWhole = this.project.runs[index]?.uncounted === '';
    return isWhole || this.answerAt(index)?.parsed.ok === true;
  }

  /** Whether the runs that count can be added up as they stand. */
  readonly #isSummable: boolean = $derived(
    this.#engine !== null && this.#counted.every((index) => this.answers[index]?.parsed.ok),
  );

  /** The sum of several runs; null for one run, or while any of them has a fault. */
  readonly total: ProjectResult | null = $derived.by(() => {
    if (this.#counted.length < 2) return null;
    if (this.#isSummable) {
      this.#lastTotal = this.totalOf(this.#counted, '') ?? this.#lastTotal;
      return this.#lastTotal;
    }
    return this.#goodTotal ?? this.#lastTotal;
  });
  /** The figures of all runs by their place; null where one has a fault or is still to be told. */
  readonly figures: readonly (EstimateResult | null)[] = $derived.by(() => {
    const { answers, total } = this;
    if (!this.#isSummable || !total) {
      // A fault in one of hundreds leaves the others as they were.
      return answers.map((answer) => answer && (this.#summed.get(answer) ?? answer.result));
    }
    this.#summed = new Map();
    for (const [at, index] of this.#counted.entries()) {
      const [answer, figures] = [answers[index], total.runs[at]];
      if (answer && figures) this.#summed.set(answer, figures);
    }
    return answers.map((answer) => (answer && this.#summed.get(answer)) ?? null);
  });
  #summed: Map<Answer, EstimateResult> = new Map();
  #asking: { readonly engine: Engine; readonly lives: Map<string, LiveProject> } | null = null;

  /**
   * What some of the runs come to together; null where they are no project.
   *
   * @param name of what is asked: asked again, only what has changed since is worked out
   */
  totalOf(indices: readonly number[], name: string): ProjectResult | null {
    const engine = this.#engine;
    if (!engine) return null;
    if (this.#asking?.engine !== engine) this.#asking = { engine, lives: new Map() };
    const { lives } = this.#asking;
    const ask = lives.get(name) ?? engine.liveProject(OF_MANY);
    // Groups that are gone are not held for the rest of the visit: the newest stand last.
    lives.delete(name);
    lives.set(name, ask);
    const [oldest] = lives.keys();
    if (lives.size > MOST_LIVES && oldest !== undefined) lives.delete(oldest);
    const drafts = indices.flatMap((index) => {
      const run = this.project.runs[index];
      return run ? [cellOf(run).draft] : [];
    });
    const answer = ask(writtenWith(this.project, drafts));
    return answer.ok ? answer.result : null;
  }

  /** Of several runs the one that counts, where it is one alone. */
  readonly #only: EstimateResult | null = $derived.by(() => {
    const [index, ...others] = this.#counted;
    if (!this.isSeveral || index === undefined || others.length > 0) return null;
    return this.answers[index]?.result ?? null;
  });
  /** The headline's figure: of the project where several runs count. */
  readonly shown: EstimateResult | ProjectResult | null = $derived(
    this.total ?? this.#only ?? this.result,
  );
  readonly isAnyStale = $derived(
    this.#counted.some((index) => this.answers[index]?.parsed.ok === false),
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

  /** After a reload with a fault in hand: what the same run said before it, or of a new one, the run before it. */
  #goodBefore(engine: Engine): EstimateResult | null {
    let looked = 0;
    const { id, runs: now, active } = this.project;
    for (const { id: of, runs } of this.history.before()) {
      // Another piece of work, or other runs, say nothing of this one.
      const own = of === id && runs.length === now.length ? runs[active] : undefined;
      const others = own?.uncounted ? runs.slice(0, active).reverse() : [];
      for (const form of own ? [own, ...others] : []) {
        const result = answerOf(engine, draftOf(form)).result;
        if (result) return result;
      }
      looked += 1;
      if (looked === MOST_LOOKED_BACK) return null;
    }
    return null;
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
    this.#engine = engine;
  }

  /** Fetches what the runs in hand need. */
  async fetch(): Promise<void> {
    try {
      await this.wake();
      if (this.isLoading) await this.loadAll();
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
    this.#engine = engineOf(calculator);
    this.#hasAll = true;
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
    this.#goodTotal = null;
    this.#lastTotal = null;
    this.#take({ ...project, id: project.id || newId() });
  }

  /** Has a project in hand, as a step of its own. */
  #take(project: ProjectForm): void {
    // Before it is in hand: what stands there tells every reader of each field.
    this.history.keepText(textOf(project));
    this.project = project;
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
    if (!this.isAnyStale) this.#goodTotal = this.total;
  }

  /** What can be undone, to be kept through a reload. */
  get steps(): Steps {
    return { ...this.history.steps, brought: this.#brought };
  }

  /** Whether what is in hand was made or changed here. */
  get isOwn(): boolean {
    return this.words !== this.#brought;
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
    if (before) this.project = before;
  }

  redo(): void {
    const after = this.history.redo();
    if (after) this.project = after;
  }
}

/** The visit's one session. */
export const session = new Session();
