import { execFileSync, type StdioOptions } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DOORS } from '../../packages/cli/doors.ts';
import { buildIfStale } from '../../scripts/built.ts';

const MINUTES = 60_000;
const MEGA = 1_000_000;
const folder = mkdtempSync(join(tmpdir(), 'ml-emissions-pack-'));
const installed = join(folder, 'node_modules');
const dist = join(installed, 'ml-emissions/dist');
const doors = Object.keys(DOORS);
const nameOf = (door: string) => (door === 'index' ? 'ml-emissions' : `ml-emissions/${door}`);
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const inFolder = (program: string, args: string[]) =>
  execFileSync(program, args, { cwd: folder, encoding: 'utf8' });
let packed: { readonly filename: string; readonly files: readonly { readonly path: string }[] };

beforeAll(async () => {
  const quiet: { encoding: 'utf8'; stdio: StdioOptions } = {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  };
  if ((await buildIfStale()) !== 0) throw new Error('the package cannot be built');
  // Built apart: what the build prints must not stand before the JSON.
  execFileSync('npm', ['run', 'build:types', '--workspace', 'ml-emissions'], quiet);
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  [packed] = JSON.parse(execFileSync('npm', [...pack, '--workspace', 'ml-emissions'], quiet));
  write('package.json', '{ "private": true, "type": "module" }');
  const flags = ['--no-audit', '--no-fund', '--offline'];
  inFolder('npm', ['install', ...flags, `./${packed.filename}`]);
}, 5 * MINUTES);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const RUN = `{ hardware: [{ accelerator: 'Tesla V100-SXM2-16GB', count: 8 }], hours: 100, place: { provider: 'gcp', region: 'us-central1' } }`;
const flags = [
  '--accelerator',
  '8xTesla V100-SXM2-16GB',
  '--hours',
  '100',
  '--provider',
  'gcp',
  '--region',
  'us-central1',
];

test('the packed package answers in an empty folder, command, modules and CommonJS, with one number', () => {
  const byCommand = JSON.parse(inFolder('npx', ['ml-emissions', 'estimate', ...flags, '--json']));
  const use = `const parsed = parseRun(${RUN});
    console.log(JSON.stringify({ result: estimate(parsed.run), accelerators: catalogue().accelerators.length }));`;
  write('use.js', `import { catalogue, estimate, parseRun } from 'ml-emissions';\n${use}`);
  write('use.cjs', `const { catalogue, estimate, parseRun } = require('ml-emissions');\n${use}`);
  for (const file of ['use.js', 'use.cjs']) {
    const byLibrary = JSON.parse(inFolder('node', [file]));
    expect(byLibrary.result, file).toEqual(byCommand);
    expect(byLibrary.accelerators).toBeGreaterThan(380);
  }
});

test('require is as quiet as import', () => {
  const all = doors.map((door) => `require('${nameOf(door)}');`).join('\n');
  write('quiet.cjs', all);
  const { stderr } = inShell('node quiet.cjs');
  expect(stderr).toBe('');
});

/** With what went to standard error. */
function inShell(line: string): { readonly stderr: string } {
  const stderr = execFileSync('sh', ['-c', `${line} 2>&1 >/dev/null`], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { stderr };
}

describe('pages', () => {
  /** All files that a door loads. */
  function loadedBy(door: string, seen = new Set<string>()): Set<string> {
    const walk = (file: string) => {
      if (seen.has(file)) return;
      seen.add(file);
      const text = readFileSync(join(dist, file), 'utf8');
      const { importedFiles } = ts.preProcessFile(text, true, true);
      for (const { fileName } of importedFiles) walk(fileName.replace('./', ''));
    };
    walk(`${door}.js`);
    return seen;
  }

  /** Those that it loads at once, without what it may load later. */
  function loadedAtOnce(file: string, seen = new Set<string>()): Set<string> {
    const name = file.endsWith('.js') ? file : `${file}.js`;
    if (seen.has(name)) return seen;
    seen.add(name);
    const text = readFileSync(join(dist, name), 'utf8');
    for (const [, next = ''] of text.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g))
      loadedAtOnce(next, seen);
    return seen;
  }

  // What is loaded later, the command loads.
  test.each(['index', 'core', 'report', 'tables', 'client'])('%s loads nothing of Node', (door) => {
    for (const file of loadedBy(door)) expect(file).not.toMatch(/^node:/);
  });

  test.each(doors)('%s loads nothing that only servers need', (door) => {
    expect(readdirSync(dist).some((name) => name.startsWith('http-'))).toBe(true);
    for (const file of loadedAtOnce(door)) expect(file).not.toMatch(/^(?:http|assistants)-/);
  });

  // One letter beyond them makes the engine read the whole file twice as wide, at each start.
  test('all that an estimate loads is written in letters of one byte', () => {
    const files = loadedAtOnce('cli');
    expect([...files].some((name) => name.startsWith('calculator-'))).toBe(true);
    const wide = (name: string) =>
      [...readFileSync(join(dist, name), 'utf8')].filter((letter) => letter > '\u00ff');
    for (const name of files) expect([name, wide(name)]).toEqual([name, []]);
  });

  test.each(['core', 'report', 'client'])('%s loads no tables', (door) => {
    expect([...loadedBy(door)].filter((file) => file.startsWith('tables/'))).toEqual([]);
  });
});

const USES = `
import { estimate, list, parseRun, show, type EstimateResult, type RunInput } from 'ml-emissions';
import { createCalculator } from 'ml-emissions/core';
import { runCommand } from 'ml-emissions/cli';
import { formatted, reportOf, verify } from 'ml-emissions/report';
import { editions } from 'ml-emissions/tables';

const run: RunInput = ${RUN};
const parsed = parseRun(run);
const result: EstimateResult | null = parsed.ok ? estimate(parsed.run) : null;
const other = createCalculator(editions);
const tdpW: number | null | undefined = list('accelerators', 'h100')[0]?.tdpW;
const cores: number | null | undefined = list('cpus')[0]?.cores;
for (const one of show('h100')) if (one.kind === 'accelerator') one.row.vendor satisfies string;
export const text: string = result ? formatted(reportOf(result, { date: '2026-01-31' }), 'latex') : '';
export const answers = [verify(text, other), runCommand, tdpW, cores];

// @ts-expect-error: a run has no such field
parseRun({ hour: 3, place: { country: 'FR' } });
// @ts-expect-error: nor this method
parseRun({ energyKwh: 3, method: 'guess' });
// @ts-expect-error: nothing is changed in a run
if (parsed.ok) parsed.run.hours = 3;
// @ts-expect-error: no such table
list('gpus');
// @ts-expect-error: a zone has no rated power
list('zones')[0]?.tdpW;
`;

const tsc = (...args: string[]) =>
  inFolder('node', [
    join(process.cwd(), 'node_modules/typescript/bin/tsc'),
    '--strict',
    // The compiler's own declarations are not ours to check.
    '--skipDefaultLibCheck',
    '--exactOptionalPropertyTypes',
    '--types',
    'node',
    '--typeRoots',
    join(process.cwd(), 'node_modules/@types'),
    ...args,
  ]);

describe('types', () => {
  test.each([
    ['CommonJS and modules', ['use.cts', 'use.mts'], 'node16', 'node16'],
    ['a bundler', ['use.ts'], 'esnext', 'bundler'],
  ])('%s: every door, a run that is typed, and what is wrong refused', (_, files, module, by) => {
    for (const file of files) write(file, USES);
    tsc('--noEmit', '--module', module, '--moduleResolution', by, '--target', 'es2022', ...files);
  });

  test('they name no private room', () => {
    for (const file of readdirSync(dist).filter((name) => /\.d\.c?ts$/.test(name)))
      expect(readFileSync(join(dist, file), 'utf8'), file).not.toMatch(
        /@ml-emissions\/|valibot|@stdlib/,
      );
  });
});

/** What is made when it is first asked for. */
function once<Of>(make: () => Of): () => Of {
  let made: Of | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** What a door exports, with its documentation. */
const documented = once(() => {
  const files = doors.map((door) => join(dist, `${door}.d.cts`));
  const program = ts.createProgram(files, {
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
  });
  const checker = program.getTypeChecker();
  return files.flatMap((path, index) => {
    const file = program.getSourceFile(path);
    const module = file && checker.getSymbolAtLocation(file);
    return (module ? checker.getExportsOfModule(module) : []).flatMap((one) => {
      const symbol = one.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one;
      const declared = symbol.valueDeclaration;
      if (!declared) return [];
      const type = checker.getTypeOfSymbolAtLocation(symbol, declared);
      const tags = symbol.getJsDocTags(checker);
      return {
        door: doors[index] ?? '',
        name: one.name,
        isFunction: type.getCallSignatures().length > 0,
        about: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
        example: tags
          .find(({ name }) => name === 'example')
          ?.text?.map(({ text }) => text)
          .join(''),
        params: tags.filter(({ name }) => name === 'param').length,
        takes: type.getCallSignatures()[0]?.parameters.length ?? 0,
      };
    });
  });
});

describe('documentation', () => {
  test('each function says what it takes and gives, with an example', () => {
    const functions = documented().filter(({ isFunction }) => isFunction);
    expect(functions.length).toBeGreaterThan(24);
    for (const { door, name, about, example, params, takes } of functions) {
      expect.soft(about, `${door}: ${name}`).not.toBe('');
      expect.soft(example ?? '', `${door}: ${name}`).toContain(`from 'ml-emissions`);
      expect.soft(params, `${door}: parameters of ${name}`).toBe(takes);
    }
  });

  test('each example compiles and runs', () => {
    const shown = ['README.md', 'packages/cli/README.md'].flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)].map(([, text]) => text),
    );
    const all = [...documented().map(({ example }) => example), ...shown];
    const examples = [...new Set(all.filter((one) => one !== undefined))];
    expect(examples.length).toBeGreaterThan(25);
    const files = examples.map((text, index) => {
      write(`example-${index}.mts`, `${text}\nexport {};\n`);
      return `example-${index}.mts`;
    });
    // What is declared is checked above.
    tsc('--skipLibCheck', '--module', 'nodenext', '--target', 'es2022', ...files);
    write(
      'examples.mjs',
      files.map((file) => `import './${file.replace('.mts', '.mjs')}';`).join('\n'),
    );
    expect(inFolder('node', ['examples.mjs'])).not.toMatch(/NaN|undefined/);
  });
});

test('licences travel: of the code, the tables and what is built in', () => {
  const files = packed.files.map(({ path }) => path);
  expect(files).toEqual(
    expect.arrayContaining([
      'bin/ml-emissions.js',
      'LICENSE',
      'LICENSE-DATA.md',
      'dist/licences.md',
      'dist/tables/odbl/LICENCE.md',
    ]),
  );
  const { license } = JSON.parse(readFileSync(join(dist, '../package.json'), 'utf8'));
  expect(license).toBe('MIT AND CC-BY-4.0 AND ODbL-1.0');
  expect(readFileSync(join(dist, 'tables/odbl/LICENCE.md'), 'utf8')).toBe(
    readFileSync('data/odbl/LICENCE.md', 'utf8'),
  );
  const notice = readFileSync(join(dist, '../LICENSE-DATA.md'), 'utf8');
  for (const credit of readFileSync('data/odbl/LICENCE.md', 'utf8').match(/^> .*$/gm) ?? [])
    expect(notice).toContain(credit);
  // Share-alike tables stand apart, and nothing else stands there.
  const apart = readdirSync(join(dist, 'tables/odbl')).map((name) => name.split('-')[0]);
  expect([...new Set(apart)].sort()).toEqual(
    ['LICENCE.md', 'embodied', 'zone_hours', 'zone_intensity', 'zone_variation'].sort(),
  );
  const builtIn = readFileSync(join(dist, 'licences.md'), 'utf8');
  for (const name of ['commander', 'valibot', 'yaml', 'fflate', '@stdlib/math-base-special-exp'])
    expect(builtIn).toContain(`${name} `);
  expect(files.filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))).toEqual([]);
});

test('the page that a test has built is that of users, not of developers', () => {
  const chunks = 'apps/web/build/_app/immutable/chunks';
  const code = readdirSync(chunks).map((file) => readFileSync(join(chunks, file), 'utf8'));
  expect(code.length).toBeGreaterThan(10);
  // What Svelte says of itself to developers alone.
  expect(code.filter((text) => text.includes('Attempted to render a snippet'))).toEqual([]);
});

test('one package is installed, as small as docs/dependencies.md says', () => {
  const files = readdirSync(installed, { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  );
  const bytes = files.reduce((sum, one) => sum + statSync(join(one.parentPath, one.name)).size, 0);
  const packages = readdirSync(installed).filter((name) => !name.startsWith('.'));
  const said = /installs (\d+) packages? of ([\d.]+) MB/.exec(
    readFileSync('docs/dependencies.md', 'utf8'),
  );
  process.stdout.write(`installed: ${packages.length} package, ${(bytes / MEGA).toFixed(2)} MB\n`);
  expect(packages).toEqual(['ml-emissions']);
  expect(said?.[1]).toBe('1');
  expect(Math.abs(bytes / MEGA - Number(said?.[2]))).toBeLessThan(0.1);
});
