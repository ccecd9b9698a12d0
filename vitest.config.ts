import { configDefaults, defineConfig } from 'vitest/config';
import { commons } from './packages/data/vite/commons.ts';

/** Tests that take a second or more: `npm run test:fast` leaves them to `npm test`. */
const SLOW = [
  '**/{monte-carlo,copies,any-run,metered-order,laws,methods-laws,place-laws}.test.ts',
  '**/{published,published-names,published-edition,paper-golden,compare,other-values}.test.ts',
  '**/{unlikely,describe,project}.test.ts',
  'packages/ledger/**',
  'packages/data/src/check/**',
  'packages/cli/**',
  'packages/server/**',
  'apps/**',
  'tests/**',
  'validation/**',
];

/**
 * Tests of what stands around our code: the package installed into folders of its own, processes that are killed, the
 * programs of others. `npm test` leaves them to `npm test -- --all`.
 */
const AROUND = [
  'tests/{slurm,trino}/**',
  'tests/package/pack.test.ts',
  '**/{killed,ledger-kill}.test.ts',
];

/**
 * Laws over thousands of random runs, every figure of a report changed in turn, every command at every width: ten
 * seconds and more for a file. `npm test` leaves them to `npm test -- --all` too; what they find is rare.
 */
const LONG = [
  'tests/report/verify.test.ts',
  'tests/terminal/terminal.test.ts',
  'packages/data/src/check/check.test.ts',
  'packages/ledger/src/same-digits.test.ts',
  'packages/server/src/{contract,digits}.test.ts',
  'packages/cli/src/schema.test.ts',
  'packages/calculator/src/{any-run,copies}.test.ts',
  'packages/calculator/src/bulk/bulk.test.ts',
  'packages/calculator/src/estimate/{live-project,scenario-law,monte-carlo}.test.ts',
  'packages/model/src/methods/laws.test.ts',
  'packages/rates/src/**/{laws,methods-laws}.test.ts',
];

const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  fast: SLOW,
  first: [...AROUND, ...LONG],
};

/** `--mode fast` runs the quick ones, `--mode first` those of `npm test`, `--mode deep` all with more draws and random runs. */
export default defineConfig(({ mode }) => ({
  plugins: [commons()],
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'apps/web/src/**/*.test.ts',
      'tests/{rooms,package,docs,report,slurm,terminal,trino}/**/*.test.ts',
      'validation/*.test.ts',
    ],
    exclude: [...configDefaults.exclude, ...(LEFT_OUT[mode] ?? [])],
    env: { TEST_DEPTH: mode === 'deep' ? 'deep' : 'usual' },
    // The deep runs take minutes, more where the machine has other work.
    testTimeout: mode === 'deep' ? 1_200_000 : 60_000,
    // Tests share no state beyond what modules keep for good, and loading the tables anew for each file took a third of
    // the time; with two cores the default is one worker.
    pool: 'threads',
    isolate: false,
    maxWorkers: '100%',
  },
}));
