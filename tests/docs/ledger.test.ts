import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { command } from '../../packages/cli/src/testing.ts';
import { sampleLog } from '../../scripts/ledger-sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'ledger-docs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const docs = readFileSync('docs/ledger.md', 'utf8');
/** Blocks that are set in, without their indent. */
const blocks = docs
  .split(/\n(?! {4}|\n)/)
  .flatMap((part) => part.match(/(?:^|\n)( {4}.*(?:\n {4}.*|\n(?=\n* {4}))*)/g) ?? [])
  .map((block) => block.replace(/^ {4}/gm, '').trim());

test('the walk through a sample log says what the commands say', async () => {
  const log = join(folder, 'sacct.txt');
  const mapping = join(folder, 'mapping.yaml');
  writeFileSync(log, `${[...sampleLog(10_000)].join('\n')}\n`);
  writeFileSync(mapping, blocks.find((block) => block.startsWith('# mapping.yaml')) ?? '');
  const shown = blocks
    .flatMap((block) => block.split('\n\n'))
    .filter((one) => one.startsWith('$ '));
  expect(shown).toHaveLength(5);
  for (const one of shown) {
    const [line = '', ...wanted] = one.split('\n');
    const args = line
      .replace('$ ml-emissions ', '')
      .replace('sacct.txt', log)
      .replace('mapping.yaml', mapping);
    const ran = await command([...args.split(' '), '--ledger', join(folder, 'jobs.duckdb')]);
    expect([ran.err, ran.exit]).toEqual(['', 0]);
    expect(ran.out.trimEnd().split('\n'), line).toEqual(wanted);
  }
});

test('every key, source and column is in the docs', async () => {
  const { SOURCES, SUMMARY_KEYS } = await import('../../packages/ledger/src/index.ts');
  for (const name of [...SOURCES, ...SUMMARY_KEYS]) expect(docs).toContain(name);
});

test('the page knows every key and every state of a job, in both languages', async () => {
  const { SUMMARY_KEYS } = await import('../../packages/ledger/src/index.ts');
  const { JOB_STATES } = await import('../../packages/logs/src/index.ts');
  const { KEYS } = await import('../../apps/web/src/lib/ledger/view.ts');
  const { words } = await import('../../apps/web/src/lib/text/en/ledger.ts');
  const { words: french } = await import('../../apps/web/src/lib/text/fr/ledger.ts');
  expect([...KEYS].sort()).toEqual([...SUMMARY_KEYS].sort());
  for (const { states } of [words, french])
    expect(Object.keys(states).sort()).toEqual([...JOB_STATES].sort());
});
