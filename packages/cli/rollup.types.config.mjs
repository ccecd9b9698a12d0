import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dts } from 'rollup-plugin-dts';

const types = fileURLToPath(new URL('dist/types/packages/', import.meta.url));

// tsc has written a declaration beside nothing for each source: imports of rooms and sources lead there.
const declarations = {
  name: 'declarations',
  resolveId(source, importer) {
    const [, room, entry = 'index'] = /^@ml-emissions\/(\w+)(?:\/([\w-]+))?$/.exec(source) ?? [];
    if (room) return `${types}${room}/src/${entry}.d.ts`;
    if (importer && source.startsWith('.') && source.endsWith('.ts') && !source.endsWith('.d.ts')) {
      return resolve(importer, '..', source.replace(/\.ts$/, '.d.ts'));
    }
    return null;
  },
};

// One file of types that names no private room.
export default {
  input: `${types}cli/src/index.d.ts`,
  output: { file: 'dist/index.d.ts', format: 'es' },
  plugins: [declarations, dts()],
};
