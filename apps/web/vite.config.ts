import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { commons } from '../../packages/data/vite/commons.ts';
import { withoutHelp } from '../../packages/schema/vite/without-help.ts';

/**
 * What every page loads first and other parts share. By itself the build cuts it into a chunk for each set of parts that
 * use it: some thirty of a few hundred bytes, each with its own imports and exports.
 */
const SHARED =
  /apps\/web\/src\/lib\/(?:links|site|early|state\/(?:as-text|cell|fields|form|history|kept|missing|notice|project|readers|session|shelve|storage|defaults)|form\/(?:another-place|asked|groups|place-options|typing)|result\/receipt-line|parts\/keep-focus|text\/(?:format|languages|load|places|plain|words))(?:\.svelte)?\.ts$|packages\/report\/src\/link\.ts$/;

export default defineConfig({
  // The other build of the same library needs Node's Buffer.
  resolve: { alias: { 'csv-stringify/sync': 'csv-stringify/browser/esm/sync' } },
  plugins: [commons(), withoutHelp(), sveltekit()],
  build: {
    target: 'es2022',
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'shared', test: SHARED }] } },
    },
  },
  server: { fs: { allow: ['../..'] } },
});
