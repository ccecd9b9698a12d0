import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { RunnerTestCase, RunnerTestSuite } from 'vitest';
import { TestRunner } from 'vitest';

interface Mutation {
  /** Whether a change is on; while none is, it is noted that the change was reached. */
  readonly isOn: (id: number) => boolean;
  /** Asked on every round of a loop; true. */
  readonly goesOn: () => true;
  /** What follows from an edition, kept as long as no change that has a part in it is on. */
  readonly once: (of: object, what: string, make: () => unknown) => unknown;
  /** Whether this is the first time in this run of a test that it is asked of this. */
  readonly isNewRun: (of: object) => boolean;
  /** An object each of whose values is made when it is first asked for in a run of a test. */
  readonly eachRun: (makers: Readonly<Record<string, () => unknown>>) => object;
}
declare global {
  var mutation: Mutation;
}

let on = 0;
let reached = new Set<number>();
let asked = 0;
/** A run with a change that asks far more often than the one without goes round for ever. */
let most = Number.POSITIVE_INFINITY;
const TIMES = 10;
const LEAST = 1e6;
/** Which run of a test this is. */
let run = 0;
const lastRun = new WeakMap<object, number>();
/** What follows from each edition, with the changes that were reached in making it; and what this run alone has made. */
const made = new WeakMap<
  object,
  {
    readonly kept: Map<string, { readonly value: unknown; readonly reached: ReadonlySet<number> }>;
    readonly ofRun: Map<string, unknown>;
  }
>();

function counted(): true {
  asked += 1;
  if (asked > most) throw new Error('endless');
  return true;
}

globalThis.mutation = {
  isOn(id) {
    counted();
    if (on === 0) reached.add(id);
    return id === on;
  },
  goesOn: counted,
  once(of, what, make) {
    const all = made.get(of) ?? { kept: new Map(), ofRun: new Map() };
    made.set(of, all);
    const known = all.kept.get(what);
    if (known && !known.reached.has(on)) {
      if (on === 0) for (const id of known.reached) reached.add(id);
      return known.value;
    }
    if (on !== 0) {
      if (globalThis.mutation.isNewRun(all)) all.ofRun.clear();
      if (!all.ofRun.has(what)) all.ofRun.set(what, make());
      return all.ofRun.get(what);
    }
    const before = reached;
    reached = new Set();
    try {
      const value = make();
      all.kept.set(what, { value, reached });
      return value;
    } finally {
      for (const id of reached) before.add(id);
      reached = before;
    }
  },
  isNewRun(of) {
    const isNew = lastRun.get(of) !== run;
    lastRun.set(of, run);
    return isNew;
  },
  eachRun(makers) {
    const whole = {};
    const ofRun = new Map<string, unknown>();
    for (const [name, make] of Object.entries(makers)) {
      const get = () => {
        if (globalThis.mutation.isNewRun(ofRun)) ofRun.clear();
        if (!ofRun.has(name)) ofRun.set(name, make());
        return ofRun.get(name);
      };
      Object.defineProperty(whole, name, { enumerable: true, get });
    }
    return whole;
  },
};

/** Where the changes that tests have noticed are kept, each with the name of the test. */
const KEPT = process.env.MUTATION_NOTICED ?? '';
const noticed = new Map<number, string>(
  existsSync(KEPT) ? JSON.parse(readFileSync(KEPT, 'utf8')) : [],
);

/** The changes that a test is to notice: by file, the first and the last; null for all that it reaches. */
const BESIDE: Readonly<Record<string, readonly [first: number, last: number]>> | null = JSON.parse(
  process.env.MUTATION_BESIDE ?? 'null',
);

/** The changes that are to be switched on. */
const TRIED = new Set((process.env.MUTATION_TRIED ?? '').split(',').map(Number));

function isAsked(id: number, { file }: RunnerTestCase): boolean {
  if (!TRIED.has(id)) return false;
  if (!BESIDE) return true;
  const [first, last] = BESIDE[file.filepath.replace(/\.test\.ts$/, '.ts')] ?? [0, 0];
  return id >= first && id <= last;
}

async function isFailing(test: () => unknown): Promise<boolean> {
  run += 1;
  try {
    await test();
    return false;
  } catch {
    return true;
  }
}

/** Runs each test as it stands, then once for each change that it reaches and that none has noticed yet. */
// biome-ignore lint/style/noDefaultExport: this is how vitest takes a runner
export default class Switches extends TestRunner {
  async runTask(test: RunnerTestCase): Promise<void> {
    const tested = TestRunner.getTestFn(test);
    reached = new Set();
    asked = 0;
    run += 1;
    await tested();
    const usual = asked;
    for (const id of [...reached]) {
      if (noticed.has(id) || !isAsked(id, test)) continue;
      on = id;
      asked = 0;
      most = TIMES * usual + LEAST;
      const fails = await isFailing(tested);
      on = 0;
      most = Number.POSITIVE_INFINITY;
      // A test that fails when it runs again as it stands has noticed nothing: something was left behind.
      if (fails && !(await isFailing(tested))) noticed.set(id, test.fullTestName);
    }
  }

  /** After each file, so that a run that is broken off leaves what it has found. */
  override async onAfterRunSuite(suite: RunnerTestSuite): Promise<void> {
    await super.onAfterRunSuite(suite);
    writeFileSync(KEPT, JSON.stringify([...noticed]));
  }
}
