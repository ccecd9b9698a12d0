import { defineConfig, esmExternalRequirePlugin } from 'vite';
import { commons } from '../data/vite/commons.ts';
import { commonJs } from './common-js.ts';
import { DOORS } from './doors.ts';
import { licencesOnce } from './licences.ts';

// Everything is bundled in, with its licence: users install one package, and each start finds few files.
export default defineConfig({
  plugins: [
    commons({ tableFiles: true }),
    licencesOnce('licences.md'),
    commonJs(Object.keys(DOORS)),
    esmExternalRequirePlugin({ external: [/^node:/] }),
  ],
  // Codes of countries without their names in eighty languages, which its other entry fetches when it is loaded.
  resolve: {
    alias: [{ find: /^i18n-iso-countries$/, replacement: 'i18n-iso-countries/index.js' }],
  },
  build: {
    ssr: true,
    // The tables' files.
    ssrEmitAssets: true,
    license: { fileName: 'licences.md' },
    target: 'node20',
    outDir: 'dist',
    rollupOptions: {
      // The library runs in pages too: nothing of Node may come into the parts that command and library share.
      platform: 'neutral',
      // 70 MB for those who keep a ledger: they install it beside (docs/decisions/0020).
      external: ['@duckdb/node-api'],
      input: { ...DOORS, main: 'src/main.ts' },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        // Names stay, for traces; without comments and indents there is half as much to read at each start.
        minify: { mangle: false, compress: false, codegen: { removeWhitespace: true } },
      },
    },
  },
  ssr: {
    external: ['@duckdb/node-api'],
    noExternal: true,
    resolve: { conditions: ['module', 'browser', 'import', 'default'] },
  },
});
