import { writeFileSync } from 'node:fs';
import type { RunnerTestCase } from 'vitest';
import { TestRunner } from 'vitest';

interface Mutation {
  /** Whether a change is on; while none is, it is noted that the change was reached. */
  readonly isOn: (id: number) => boolean;
}
declare global {
  var mutation: Mutation;
}

let on = 0;
let reached = new Set<number>();
globalThis.mutation = {
  isOn(id) {
    if (on === 0) reached.add(id);
    return id === on;
  },
};

/** The changes that a test has noticed, with its name. */
const noticed = new Map<number, string>();

/** Runs each test as it stands, then once for each change that it reaches and that none has noticed yet. */
// biome-ignore lint/style/noDefaultExport: this is how vitest takes a runner
export default class Switches extends TestRunner {
  async runTask(test: RunnerTestCase): Promise<void> {
    const run = TestRunner.getTestFn(test);
    reached = new Set();
    await run();
    for (const id of [...reached]) {
      if (noticed.has(id)) continue;
      on = id;
      try {
        await run();
      } catch {
        noticed.set(id, test.fullTestName);
      } finally {
        on = 0;
      }
    }
  }

  override onAfterRunFiles(): void {
    super.onAfterRunFiles();
    const file = process.env.MUTATION_NOTICED;
    if (file) writeFileSync(file, JSON.stringify([...noticed]));
  }
}
