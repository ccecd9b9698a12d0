import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig, esmExternalRequirePlugin, minifySync, type Plugin } from 'vite';
import { commons } from '../data/vite/commons.ts';
import { plainStdlib } from '../model/vite/plain-stdlib.ts';
import { commonJs } from './common-js.ts';
import { DOORS } from './doors.ts';
import { licencesOnce } from './licences.ts';
import { rankedOnce } from './ranked.ts';

/** What those install beside who keep a ledger (70 MB), read a database of MLflow into it, or ask a cluster (docs/decisions/0020). */
const BESIDE = ['@duckdb/node-api', 'node-sqlite3-wasm', 'trino-client'];

/** What only servers load, in files of its own: nobody reads traces of it, and short names make it half as large. */
const ONLY_SERVED =
  /node_modules\/(?:@modelcontextprotocol|zod|fastify|@fastify|@pinojs|pino[\w-]*|ajv|avvio|find-my-way|fast-uri|fastq|secure-json-parse|semver)\//;
const SERVED = ['http', 'assistants'];
const shortened: Plugin = {
  name: 'ml-emissions-shortened',
  renderChunk(code, { name }) {
    return SERVED.includes(name) ? minifySync(`${name}.js`, code, { module: true }).code : null;
  },
};

/** Commander can start other programs as its commands, which ours never does: what could takes as long to load as it. */
const plainCommander: Plugin = {
  name: 'ml-emissions-plain-commander',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/commander/lib/command.js')) return null;
    const plain = code
      .replace("require('node:child_process')", 'null')
      .replace("require('node:process')", 'globalThis.process');
    if (/require\('node:(?:child_)?process'\)/.test(plain) || plain === code)
      throw new Error('commander loads its modules in an unknown way');
    return { code: plain, map: null };
  },
};

/** What `--version` asks. */
const ALWAYS =
  /packages\/(?:cli\/(?:package\.json|src\/(?:cleaned|style|version)\.ts)|data\/src\/editions\/names\.ts)|virtual:ml-emissions\/editions$/;
/** What the library and every command that answers need. */
const CALCULATOR =
  /packages\/(?:model|rates|schema|words|calculator|data)\/src\/(?!(?:bulk|fr|check)\/|(?:full|core|tables|as-written)\.ts$)|packages\/report\/src\/(?:figure|run-words|power-words|service-words)\.ts$|data\/editions\/2019-paper\/|node_modules\/(?:valibot|fastest-levenshtein|@stdlib)\//;
/** What an estimate on a terminal needs beside. */
const COMMAND =
  /packages\/cli\/src\/(?:program|estimate|input|io|ranked|read-file|run-flags|calculator|format|text\/(?:basis|fit|group|led|plan|problem|project|receipt|service|short))\.ts|virtual:ml-emissions\/tables-as-needed|packages\/answers\/src\/decode-json\.ts|node_modules\/(?:commander|fast-wrap-ansi|fast-string-truncated-width)\//;

// Everything is bundled in, with its licence: users install one package, and each start finds few files.
export default defineConfig({
  plugins: [
    commons({ tableFiles: true }),
    rankedOnce(),
    plainStdlib(),
    plainCommander,
    licencesOnce('licences.md'),
    shortened,
    commonJs(Object.keys(DOORS)),
    esmExternalRequirePlugin({ external: [/^node:/, ...builtinModules] }),
  ],
  // Codes of countries without their names in eighty languages, which its other entry fetches when it is loaded.
  resolve: {
    alias: [
      { find: /^i18n-iso-countries$/, replacement: 'i18n-iso-countries/index.js' },
      // Of what speaks with assistants the part for Node: the library beside it runs in pages too.
      {
        find: '@modelcontextprotocol/server/_shims',
        replacement: fileURLToPath(import.meta.resolve('@modelcontextprotocol/server/_shims')),
      },
      // The framework's own compilers of schemas and its tool for tests: a third of the server, and never asked.
      {
        find: /^(?:@fastify\/(?:ajv-compiler|fast-json-stringify-compiler)|light-my-request)$/,
        replacement: fileURLToPath(new URL('left-out.ts', import.meta.url)),
      },
    ],
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
      external: BESIDE,
      input: { ...DOORS, main: 'src/main.ts' },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        codeSplitting: {
          groups: [
            // What every command needs of Node must not lie in a file that only servers load.
            {
              name: 'node',
              test: /esm-external-require.*\b(?:child_process|events|fs|path|process)$/,
              priority: 1,
            },
            // What every start loads, few files of it: each takes half a millisecond to find, read and link.
            { name: 'version', test: ALWAYS, priority: 3 },
            { name: 'calculator', test: CALCULATOR, priority: 2 },
            { name: 'estimate', test: COMMAND, priority: 2 },
            { name: 'assistants', test: /node_modules\/(?:@modelcontextprotocol|zod)\// },
            { name: 'http', test: ONLY_SERVED },
          ],
        },
        // The engine reads text with any letter beyond Latin twice as wide, and decodes it ten times as long.
        charset: 'ascii',
        // What traces name keeps its name; without comments, indents and long names within functions there is less than
        // half as much to read at each start.
        minify: {
          mangle: { toplevel: false, keepNames: true },
          compress: false,
          codegen: { removeWhitespace: true },
        },
      },
    },
  },
  ssr: {
    external: BESIDE,
    noExternal: true,
    resolve: { conditions: ['module', 'browser', 'import', 'default'] },
  },
});
