import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// What a fresh clone lacks: the packing itself takes minutes there, and is done by hand before a release.
test('packing builds page and command where they are not built, by the one way that builds them', () => {
  const { scripts } = JSON.parse(readFileSync('packages/cli/package.json', 'utf8'));
  const [, script = ''] = /scripts\/(\w+\.ts)/.exec(scripts.prepack) ?? [];
  expect(readFileSync(`scripts/${script}`, 'utf8')).toContain('await buildIfStale()');
  expect(readFileSync('scripts/site.ts', 'utf8')).not.toContain('process.argv');
});

test.each([
  'README.md',
  'docs/examples/emissions-budget.yml',
  'docs/examples/pre-commit-config.yaml',
])('%s installs before it packs', (path) => {
  const text = readFileSync(path, 'utf8');
  expect(text).toContain('npm ci && npm pack --workspace ml-emissions');
  expect(text.replaceAll('npm ci && npm pack', '')).not.toContain('npm pack');
});
