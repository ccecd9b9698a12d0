import type { Plugin } from 'vite';

const FILE = /\/node_modules\/@stdlib\/([^/]+)\/lib\/(\w+)\.js$/;
const REQUIRE = /^var (\w+) = require\( '([^']+)' \)(\.\w+)?;/gm;
const EXPORT = /^module\.exports = (\w+);/m;
const COMMENT = /\/\*[\s\S]*?\*\//g;

/** What every engine that we run on has, and the library looks for or makes where it is missing: a third of it. */
const BUILT_IN: Readonly<Record<string, string>> = {
  'array-float64': 'Float64Array',
  'array-uint8': 'Uint8Array',
  'array-uint16': 'Uint16Array',
  'array-uint32': 'Uint32Array',
  'number-ctor': 'Number',
  'utils-define-nonenumerable-read-only-property':
    '(object, name, value) => Object.defineProperty(object, name, { value })',
};

/**
 * The elementary functions, whose library is 165 files of CommonJS, as modules that a build can put into one: not a
 * sum of theirs is touched, and a start is spared running 165 wrappers.
 */
export function plainStdlib(): Plugin {
  return {
    name: 'ml-emissions-plain-stdlib',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      const [, name = '', file] = FILE.exec(id.replaceAll('\\', '/')) ?? [];
      if (file === undefined) return undefined;
      const builtIn = file === 'index' ? BUILT_IN[name] : undefined;
      return { code: builtIn ? `export default ${builtIn};` : asModule(code), map: null };
    },
  };
}

/**
 * A file of the library as a module; its licence stands in the list of licences.
 *
 * Errors: throws where it is written in another way than all its files are.
 */
function asModule(code: string): string {
  const module = code
    .replaceAll(COMMENT, '')
    .replaceAll(REQUIRE, (_, name: string, path: string, part: string | undefined) =>
      part
        ? `import whole$${name} from '${path}'; const ${name} = whole$${name}${part};`
        : `import ${name} from '${path}';`,
    )
    .replace(EXPORT, 'export default $1;');
  if (/\brequire\(|\bmodule\./.test(module) || !module.includes('export default '))
    throw new Error('a file of @stdlib is written in an unknown way');
  return module;
}
