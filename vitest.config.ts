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

const LEFT_OUT: Readonly<Record<string, readonly string[]>> = { fast: SLOW, first: AROUND };

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
