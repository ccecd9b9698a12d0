import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { RunnerTestCase } from 'vitest';
import { TestRunner } from 'vitest';

interface Mutation {
  /** Whether a change is on; while none is, it is noted that the change was reached. */
  readonly isOn: (id: number) => boolean;
  /** Asked on every round of a loop; true. */
  readonly goesOn: () => true;
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

async function isFailing(run: () => unknown): Promise<boolean> {
  try {
    await run();
    return false;
  } catch {
    return true;
  }
}

/** Runs each test as it stands, then once for each change that it reaches and that none has noticed yet. */
// biome-ignore lint/style/noDefaultExport: this is how vitest takes a runner
export default class Switches extends TestRunner {
  async runTask(test: RunnerTestCase): Promise<void> {
    const run = TestRunner.getTestFn(test);
    reached = new Set();
    asked = 0;
    await run();
    const usual = asked;
    for (const id of [...reached]) {
      if (noticed.has(id) || !isAsked(id, test)) continue;
      on = id;
      asked = 0;
      most = TIMES * usual + LEAST;
      const fails = await isFailing(run);
      on = 0;
      most = Number.POSITIVE_INFINITY;
      // A test that fails when it runs again as it stands has noticed nothing: something was left behind.
      if (fails && !(await isFailing(run))) noticed.set(id, test.fullTestName);
    }
  }

  override onAfterRunFiles(): void {
    super.onAfterRunFiles();
    writeFileSync(KEPT, JSON.stringify([...noticed]));
  }
}
