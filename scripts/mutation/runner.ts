import { dirname } from 'node:path';
import { createVitest, type TestSpecification, type Vitest } from 'vitest/node';

/** One change: the file and what it is to hold instead. */
export interface Asked {
  readonly file: string;
  readonly source: string;
}

/** Whether a test noticed, and which. */
export interface Answer {
  readonly isKilled: boolean;
  readonly by: string;
}

let changed: Asked = { file: '', source: '' };

/** The tests of all rooms in one process and one thread, so that tables are read once a run. */
const vitest: Vitest = await createVitest(
  'test',
  {
    watch: false,
    include: ['packages/*/src/**/*.test.ts'],
    bail: 1,
    isolate: false,
    fileParallelism: false,
    maxWorkers: 1,
    pool: 'threads',
    reporters: [{}],
  },
  {
    plugins: [
      {
        name: 'changed-source',
        enforce: 'pre',
        load: (id) => (id === changed.file ? changed.source : undefined),
      },
    ],
  },
);

const related = new Map<string, readonly TestSpecification[]>();

/** The tests of the file's own room that import it, those beside it first. */
async function testsOf(file: string): Promise<readonly TestSpecification[]> {
  const known = related.get(file);
  if (known) return known;
  const room = file.slice(0, file.indexOf('/src/'));
  vitest.config.related = [file];
  const all = (await vitest.globTestSpecifications()).filter(({ moduleId }) =>
    moduleId.startsWith(`${room}/src/`),
  );
  const found = await vitest.getRelevantTestSpecifications();
  const ids = new Set(found.map(({ moduleId }) => moduleId));
  const tests = all.filter(({ moduleId }) => ids.has(moduleId));
  const rank = ({ moduleId }: TestSpecification) => {
    if (moduleId === file.replace(/\.ts$/, '.test.ts')) return 0;
    return dirname(moduleId) === dirname(file) ? 1 : 2;
  };
  const sorted = tests.toSorted((a, b) => rank(a) - rank(b));
  related.set(file, sorted);
  return sorted;
}

/** Runs tests until one fails; its name, or null. */
async function failing(tests: readonly TestSpecification[]): Promise<string | null> {
  if (tests.length === 0) return null;
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications([...tests]);
  for (const module of testModules) {
    if (module.errors().length > 0) return 'does not load';
    for (const test of module.children.allTests('failed')) return test.fullName;
  }
  return unhandledErrors.length > 0 ? 'an error' : null;
}

async function answerOf(asked: Asked): Promise<Answer> {
  changed = asked;
  vitest.invalidateFile(asked.file);
  const all = await testsOf(asked.file);
  const beside = all.filter(({ moduleId }) => dirname(moduleId) === dirname(asked.file));
  const others = all.filter((one) => !beside.includes(one));
  const by = (await failing(beside)) ?? (await failing(others));
  changed = { file: '', source: '' };
  vitest.invalidateFile(asked.file);
  return { isKilled: by !== null, by: by ?? '' };
}

process.on('message', async (asked: Asked) => {
  process.send?.(await answerOf(asked));
});
