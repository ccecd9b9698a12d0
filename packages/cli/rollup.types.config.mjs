import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dts } from 'rollup-plugin-dts';
import ts from 'typescript';
import { DOORS } from './doors.ts';

const types = fileURLToPath(new URL('dist/types/packages/', import.meta.url));

// tsc has written a declaration beside nothing for each source: imports of rooms and sources lead there.
const declarations = {
  name: 'declarations',
  resolveId(source, importer) {
    const [, room, entry] = /^@ml-emissions\/(\w+)(?:\/([\w-]+))?$/.exec(source) ?? [];
    if (room) return declarationOf(room, entry ? `./${entry}` : '.');
    if (importer && source.startsWith('.') && source.endsWith('.ts') && !source.endsWith('.d.ts')) {
      return resolve(importer, '..', source.replace(/\.ts$/, '.d.ts'));
    }
    return null;
  },
};

/** The declaration of what a room exports under a name. */
function declarationOf(room, name) {
  const { exports } = JSON.parse(
    ts.sys.readFile(fileURLToPath(new URL(`../${room}/package.json`, import.meta.url))),
  );
  return resolve(types, room, exports[name].replace(/\.ts$/, '.d.ts'));
}

// The library's functions are those of a calculator, and documented there: here each gets its own words and type again.
const documented = {
  name: 'documented',
  transform(code, id) {
    if (id !== `${types}cli/src/index.d.ts`) return null;
    const docs = docsOf(`${types}calculator/src/calculator.d.ts`, 'Calculator');
    const functions = /export declare const ([\s\S]*?);\n/;
    const names = [...(functions.exec(code)?.[1] ?? '').matchAll(/(?:^|, )(\w+): /g)]
      .map(([, name]) => name)
      .filter((name) => docs.has(name));
    const each = names.map(
      (name) => `${docs.get(name)}\nexport declare const ${name}: Calculator['${name}'];\n`,
    );
    return `import type { Calculator } from '@ml-emissions/calculator';\n${code.replace(functions, () => each.join(''))}`;
  },
};

function docsOf(path, name) {
  const file = ts.createSourceFile(path, ts.sys.readFile(path), ts.ScriptTarget.Latest, true);
  const whole = file.statements.find((one) => one.name?.text === name);
  return new Map(
    whole.members.map((one) => [
      one.name.getText(),
      one.jsDoc?.map((doc) => doc.getText()).join('') ?? '',
    ]),
  );
}

// Types that name no private room; those of CommonJS, which modules may read too.
export default {
  input: Object.fromEntries(
    Object.entries(DOORS).map(([name, path]) => [
      name,
      path.replace('src/', `${types}cli/src/`).replace(/\.ts$/, '.d.ts'),
    ]),
  ),
  output: {
    dir: 'dist',
    format: 'es',
    entryFileNames: '[name].d.cts',
    chunkFileNames: '[name]-[hash].d.cts',
  },
  plugins: [documented, declarations, dts()],
};
