import { defineConfig } from 'vite';
import { commons } from '../data/vite/commons.ts';

/** What each start needs is bundled in, with its licence: so many files fewer to find, and packages to install. */
const BUNDLED = [
  'commander',
  'fast-string-truncated-width',
  'fast-string-width',
  'fast-wrap-ansi',
  'fastest-levenshtein',
  'valibot',
];

// The private rooms are bundled in; what few commands need, users install beside the package.
export default defineConfig({
  plugins: [commons({ tableFiles: true })],
  build: {
    ssr: true,
    // The tables' files.
    ssrEmitAssets: true,
    license: { fileName: 'licences.md' },
    target: 'node20',
    outDir: 'dist',
    rollupOptions: {
      input: { index: 'src/index.ts', main: 'src/main.ts' },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        // Names stay, for traces; without comments and indents there is half as much to read at each start.
        minify: { mangle: false, compress: false, codegen: { removeWhitespace: true } },
      },
    },
  },
  ssr: { noExternal: [/^@ml-emissions\//, ...BUNDLED] },
});
