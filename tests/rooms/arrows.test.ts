import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';

const planted: string[] = [];
afterEach(() => {
  for (const file of planted.splice(0)) rmSync(file, { force: true });
});

/** What the linter says of a file that holds only this import. */
function lint(room: string, from: string, name = 'planted'): string {
  const file = `${room}/src/${name}.ts`;
  planted.push(file);
  writeFileSync(file, `import { x } from '${from}';\n\nexport const y = x;\n`);
  const { stdout, stderr } = spawnSync('npx', ['biome', 'lint', '--max-diagnostics=50', file], {
    encoding: 'utf8',
  });
  return stdout + stderr;
}

// The arrows of the design, turned round: each of these must be refused.
test.each([
  ['packages/model', '@ml-emissions/data'],
  ['packages/model', 'valibot'],
  ['packages/model', 'node:fs'],
  ['packages/model', '../../data/src/index.ts'],
  ['packages/schema', '@ml-emissions/data'],
  ['packages/schema', 'node:fs'],
  ['packages/data', '@ml-emissions/schema'],
  ['packages/data', 'node:fs'],
  ['packages/data', '@ml-emissions/model'],
  ['packages/rates', '@ml-emissions/schema'],
  ['packages/rates', '@ml-emissions/calculator'],
  ['packages/rates', 'node:fs'],
  ['packages/calculator', '@ml-emissions/report'],
  ['packages/calculator', '../../model/src/index.ts'],
  ['packages/cli', '@ml-emissions/model'],
  ['apps/web', '@ml-emissions/data'],
  ['apps/web', 'node:fs'],
])('%s may not import %s', (room, from) => {
  expect(lint(room, from)).toContain('noRestrictedImports');
});

test.each([
  ['packages/model', './run.ts'],
  ['packages/schema', '@ml-emissions/model'],
  ['packages/rates', '@ml-emissions/data'],
  ['packages/rates', '@ml-emissions/model'],
  ['packages/calculator', '@ml-emissions/rates'],
  ['packages/calculator', '@ml-emissions/data'],
  ['packages/cli', '@ml-emissions/calculator'],
  ['packages/cli', 'node:fs'],
])('%s may import %s', (room, from) => {
  expect(lint(room, from)).not.toContain('noRestrictedImports');
});

test('a circle is refused', () => {
  const first = 'packages/model/src/planted-a.ts';
  planted.push(first);
  writeFileSync(first, "import { y } from './planted-b.ts';\n\nexport const x = y;\n");
  expect(lint('packages/model', './planted-a.ts', 'planted-b')).toContain('noImportCycles');
});
