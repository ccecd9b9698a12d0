import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BaseSequencer, createVitest, type TestSpecification } from 'vitest/node';

/** Files and what they are to hold instead: of one change, or of all with their switches. */
export interface Asked {
  readonly sources: Readonly<Record<string, string>>;
  /** Where the changes that tests have noticed are to be written; null where the one change is on. */
  readonly noticed: string | null;
  /** The numbers of a file's switches, the first and the last; none for the one change. */
  readonly switches: Readonly<Record<string, readonly [first: number, last: number]>>;
  /** The numbers of the changes that are to be switched on. */
  readonly tried: readonly number[];
}

/** Whether a test failed, and which. */
export interface Answer {
  readonly isKilled: boolean;
  readonly by: string;
}

/** Tests that ask a hundred random runs, or every region or name: too long to switch each change on in. */
const SLOW =
  /\/(.*laws|core|copies|any-run|monte-carlo|metered-order|published|published-\w+|paper-golden|compare|other-values|unlikely|describe|project)\.test\.ts$/;

let { sources }: Pick<Asked, 'sources'> = { sources: {} };

/**
 * While changes are switched on and off, nothing that follows from one may be kept for the next. What an edition has
 * worked out is kept where no change that is on had a part in it; its indexes, which go on working when they are asked,
 * are made anew for each run of a test. Its rows it keeps: tests hold on to them.
 */
const KEEPS = {
  file: 'packages/data/src/create-edition.ts',
  parts: [
    {
      from: 'const once = <Made>(what: string, make: () => Made): Made => {',
      to: `$&
        if (!what.startsWith('names '))
          return globalThis.mutation.once(kept, what, () => frozen(make())) as Made;
        if (globalThis.mutation.isNewRun(kept)) kept.clear();`,
    },
    {
      from: 'return lazily({\n    acceleratorById:',
      to: 'return globalThis.mutation.eachRun({\n    acceleratorById:',
    },
  ],
};

function unkept(id: string): string | undefined {
  if (!id.endsWith(KEEPS.file)) return sources[id];
  let source = sources[id] ?? readFileSync(id, 'utf8');
  for (const { from, to } of KEEPS.parts) {
    if (!source.includes(from)) throw new Error(`${KEEPS.file} keeps things in another way`);
    source = source.replace(from, to);
  }
  return source;
}

/** Those that notice most come first; by itself the runner begins with the longest, for every change that is left. */
class InOrder extends BaseSequencer {
  override async sort(tests: TestSpecification[]): Promise<TestSpecification[]> {
    return tests;
  }
}

const isSwitched = process.env.MUTATION_NOTICED !== undefined;
/** All rooms in one process, each run in one thread, so that tables are read once a run. */
const vitest = await createVitest(
  'test',
  {
    watch: false,
    include: ['packages/*/src/**/*.test.ts', 'tests/report/*.test.ts'],
    bail: isSwitched ? 0 : 1,
    testTimeout: 600_000,
    setupFiles: [fileURLToPath(new URL('./seed.ts', import.meta.url))],
    isolate: false,
    fileParallelism: false,
    maxWorkers: 1,
    pool: 'threads',
    sequence: { sequencer: InOrder },
    reporters: [{}],
    ...(isSwitched && { runner: fileURLToPath(new URL('./switches.ts', import.meta.url)) }),
  },
  {
    plugins: [
      {
        name: 'changed-sources',
        enforce: 'pre',
        load: (id) => (isSwitched ? unkept(id) : sources[id]),
      },
    ],
  },
);

const REPORTS = '/packages/report/src/';

/** Where the tests of a file stand: in its room, and those of reports beside what they read, which is of several rooms. */
function foldersOf(file: string): readonly string[] {
  const room = file.slice(0, file.indexOf('/src/') + '/src/'.length);
  return file.includes(REPORTS)
    ? [room, file.replace(/\/packages\/report\/src\/.*/, '/tests/report/')]
    : [room];
}

/** The tests of the files' own rooms that import any of them, those beside one first. */
async function testsOf(files: readonly string[]): Promise<readonly TestSpecification[]> {
  const rooms = files.flatMap(foldersOf);
  vitest.config.related = [...files];
  await vitest.globTestSpecifications();
  const found = await vitest.getRelevantTestSpecifications();
  const own = found.filter(({ moduleId }) => rooms.some((room) => moduleId.startsWith(room)));
  const rank = ({ moduleId }: TestSpecification) => {
    if (SLOW.test(moduleId)) return 3;
    if (files.includes(moduleId.replace(/\.test\.ts$/, '.ts'))) return 0;
    return files.some((file) => dirname(moduleId) === dirname(file)) ? 1 : 2;
  };
  return own
    .filter(({ moduleId }) => !(isSwitched && SLOW.test(moduleId)))
    .toSorted((a, b) => rank(a) - rank(b));
}

/** Runs tests until one fails; its name, or null. */
async function failing(tests: readonly TestSpecification[]): Promise<string | null> {
  if (tests.length === 0) return null;
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications([...tests]);
  for (const module of testModules) {
    if (module.errors().length > 0) return `does not load: ${module.errors()[0]?.message}`;
    for (const test of module.children.allTests('failed')) return test.fullName;
  }
  return unhandledErrors.length > 0 ? 'an error' : null;
}

/** The test beside a file first: most changes need no other, and one of a whole run reaches all of them. */
async function failingInTurn(
  tests: readonly TestSpecification[],
  { switches }: Asked,
): Promise<string | null> {
  process.env.MUTATION_BESIDE = JSON.stringify(switches);
  const by = await failing(tests);
  process.env.MUTATION_BESIDE = 'null';
  return by ?? (await failing(tests));
}

async function answerOf(asked: Asked): Promise<Answer> {
  const files = Object.keys(asked.sources);
  const all = await testsOf(files);
  const isBeside = ({ moduleId }: TestSpecification) =>
    files.some((file) => moduleId === file.replace(/\.ts$/, '.test.ts'));
  ({ sources } = asked);
  for (const file of files) vitest.invalidateFile(file);
  const by = isSwitched
    ? await failingInTurn(all, asked)
    : ((await failing(all.filter(isBeside))) ??
      (await failing(all.filter((one) => !isBeside(one)))));
  return { isKilled: by !== null, by: by ?? '' };
}

process.on('message', async (asked: Asked) => {
  process.send?.(await answerOf(asked));
});
