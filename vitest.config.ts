import { defineConfig } from 'vitest/config';
import { commons } from './packages/data/vite/commons.ts';

export default defineConfig({
  plugins: [commons()],
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'apps/web/src/**/*.test.ts',
      'tests/{rooms,package,docs,report,terminal}/**/*.test.ts',
      'validation/*.test.ts',
    ],
    testTimeout: 60_000,
    // Tests share no state beyond what modules keep for good, and loading the tables anew for each file took a third of
    // the time; with two cores the default is one worker.
    pool: 'threads',
    isolate: false,
    maxWorkers: '100%',
  },
});
