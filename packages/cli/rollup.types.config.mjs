import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dts } from 'rollup-plugin-dts';

const types = fileURLToPath(new URL('dist/types/packages/', import.meta.url));

const NOTHING = '\0nothing.d.ts';

// tsc has written a declaration beside nothing for each source: imports of rooms and sources lead there.
const declarations = {
  name: 'declarations',
  resolveId(source, importer) {
    // `@ml-emissions/calculator/full` brings data in at run time and has no types.
    if (/^@ml-emissions\/\w+\/\w+$/.test(source)) return NOTHING;
    if (source.startsWith('@ml-emissions/')) {
      return `${types}${source.slice('@ml-emissions/'.length)}/src/index.d.ts`;
    }
    if (importer && source.startsWith('.') && source.endsWith('.ts') && !source.endsWith('.d.ts')) {
      return resolve(importer, '..', source.replace(/\.ts$/, '.d.ts'));
    }
    return null;
  },
  load: (id) => (id === NOTHING ? 'export {};' : null),
};

// One file of types that names no private room.
export default {
  input: `${types}cli/src/index.d.ts`,
  output: { file: 'dist/index.d.ts', format: 'es' },
  plugins: [declarations, dts()],
};
