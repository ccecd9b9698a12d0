import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

// Files are planted beside a copy of the rules, never among the sources: a test that is cut off leaves nothing there.
const folder = mkdtempSync(join(tmpdir(), 'arrows-'));
for (const file of ['biome.json', '.gitignore']) copyFileSync(file, join(folder, file));
afterAll(() => rmSync(folder, { recursive: true }));

const linter = resolve('node_modules/.bin/biome');

/** What the linter says of a room with a file that holds only this import. */
function lint(room: string, from: string, name = 'planted'): string {
  const file = `${room}/src/${name}.ts`;
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), `import { x } from '${from}';\n\nexport const y = x;\n`);
  const { stdout, stderr } = spawnSync(linter, ['lint', '--max-diagnostics=50', file], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(stdout + stderr).toContain('Checked 1 file');
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
  ['packages/words', '@ml-emissions/rates'],
  ['packages/words', 'node:fs'],
  ['packages/rates', '@ml-emissions/words'],
  ['packages/model', '@ml-emissions/words'],
  ['packages/calculator', '@ml-emissions/report'],
  ['packages/calculator', '../../model/src/index.ts'],
  ['packages/ledger', '@ml-emissions/data'],
  ['packages/ledger', '@ml-emissions/report'],
  ['packages/report', '@ml-emissions/ledger'],
  ['packages/calculator', '@ml-emissions/ledger'],
  ['packages/cli', '@ml-emissions/model'],
  ['apps/web', '@ml-emissions/ledger'],
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
  ['packages/words', '@ml-emissions/model'],
  ['packages/calculator', '@ml-emissions/data'],
  ['packages/calculator', '@ml-emissions/rates'],
  ['packages/calculator', '@ml-emissions/words'],
  ['packages/report', '@ml-emissions/words'],
  ['packages/cli', '@ml-emissions/words'],
  ['apps/web', '@ml-emissions/words/fr'],
  ['packages/ledger', '@ml-emissions/calculator'],
  ['packages/ledger', '@ml-emissions/rates'],
  ['packages/ledger', 'node:fs'],
  ['packages/cli', '@ml-emissions/ledger/lines'],
  ['packages/cli', '@ml-emissions/calculator'],
  ['packages/cli', 'node:fs'],
])('%s may import %s', (room, from) => {
  expect(lint(room, from)).not.toContain('noRestrictedImports');
});

test('a circle is refused', () => {
  expect(lint('packages/model', './planted-b.ts', 'planted-a')).not.toContain('noImportCycles');
  expect(lint('packages/model', './planted-a.ts', 'planted-b')).toContain('noImportCycles');
});
