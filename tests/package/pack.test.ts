import { execFileSync, type StdioOptions } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const MINUTES = 60_000;
const folder = mkdtempSync(join(tmpdir(), 'ml-emissions-pack-'));
const inFolder = (program: string, args: string[]) =>
  execFileSync(program, args, { cwd: folder, encoding: 'utf8' });

beforeAll(() => {
  const quiet: { encoding: 'utf8'; stdio: StdioOptions } = {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  };
  // Built apart: what the build prints must not stand before the JSON.
  execFileSync('npm', ['run', 'prepack', '--workspace', 'ml-emissions'], quiet);
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const [packed] = JSON.parse(execFileSync('npm', [...pack, '--workspace', 'ml-emissions'], quiet));
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  inFolder('npm', [
    'install',
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
    `./${packed.filename}`,
  ]);
}, 5 * MINUTES);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = `{ hardware: [{ accelerator: 'Tesla V100-SXM2-16GB', count: 8 }], hours: 100, place: { provider: 'gcp', region: 'us-central1' } }`;
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

test('the packed package answers in an empty folder, command and library, with one number', () => {
  const byCommand = JSON.parse(inFolder('npx', ['ml-emissions', 'estimate', ...flags, '--json']));
  writeFileSync(
    join(folder, 'use.js'),
    `import { estimate, parseRun, catalogue } from 'ml-emissions';
     const parsed = parseRun(${run});
     console.log(JSON.stringify({ result: estimate(parsed.run), accelerators: catalogue().accelerators.length }));`,
  );
  const byLibrary = JSON.parse(inFolder('node', ['use.js']));
  expect(byLibrary.result).toEqual(byCommand);
  expect(byLibrary.accelerators).toBeGreaterThan(380);
});

test('its types stand alone: they name no private room', () => {
  const types = readFileSync(join(folder, 'node_modules/ml-emissions/dist/index.d.ts'), 'utf8');
  expect(types).not.toMatch(/@ml-emissions\/|valibot/);
  writeFileSync(
    join(folder, 'use.ts'),
    `import { estimate, parseRun } from 'ml-emissions';
     const parsed = parseRun(${run});
     const kg: number = parsed.ok ? estimate(parsed.run).operational.kgCo2e.value : 0;
     export { kg };`,
  );
  const tsc = join(process.cwd(), 'node_modules/typescript/bin/tsc');
  inFolder('node', [tsc, '--noEmit', '--strict', '--module', 'nodenext', 'use.ts']);
});

test('it holds no file of its sources and stays small', () => {
  const listed = JSON.parse(
    execFileSync(
      'npm',
      ['pack', '--dry-run', '--json', '--ignore-scripts', '--workspace', 'ml-emissions'],
      {
        encoding: 'utf8',
      },
    ),
  )[0];
  const files: string[] = listed.files.map(({ path }: { path: string }) => path);
  expect(files).toContain('bin/ml-emissions.js');
  expect(files).toContain('LICENSE');
  expect(files.filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))).toEqual([]);
});
