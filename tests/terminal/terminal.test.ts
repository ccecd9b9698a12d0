import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtCommand, onTerminal } from './terminal.ts';

/** The page is built beside the command, where sources are newer. */
const BUILD_MS = 300_000;
const RUN = 'examples/good/eight-v100.yaml';
const PROJECT = 'examples/good/three-phases.yaml';
const folder = mkdtempSync(join(tmpdir(), 'ml-emissions-terminal-'));
const report = join(folder, 'report.md');
const wide = join(folder, 'wide.yaml');
let main = '';

beforeAll(async () => {
  main = await builtCommand();
  await onTerminal([main, 'report', RUN, '--format', 'markdown', '--out', report], 80);
  const name = '大規模言語モデルの事前学習とその後の微調整を含む一連の計算';
  writeFileSync(
    wide,
    `runs:\n${[1, 2].map((hours) => `  - { name: ${name}${hours}, energyKwh: ${hours}, place: { country: JP } }`).join('\n')}\n`,
  );
}, BUILD_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ESTIMATE = ['estimate', RUN];
const shown = (args: readonly string[], columns: number, env = {}) =>
  onTerminal([main, ...args], columns, env);

/** Every command that speaks to people. */
const SAID: readonly (readonly string[])[] = [
  ['estimate', RUN],
  ['estimate', RUN, '--receipt'],
  ['estimate', PROJECT],
  ['estimate', PROJECT, '--receipt'],
  ['compare', RUN, '--accelerators', 'all'],
  ['compare', PROJECT],
  ['explain', RUN],
  ['explain', PROJECT],
  ['check', '--claim', '12kg', RUN],
  ['check', '--budget', '5t', PROJECT],
  ['check', '--budget', '5t', RUN, PROJECT],
  ['list', 'accelerators', '--search', 'a100'],
  ['list', 'sources'],
  ['show', 'a100'],
  ['show', 'jean-zay'],
  ['--help'],
  ['estimate', '--help'],
  ['report', '--help'],
];

describe('on a terminal', () => {
  test.each(SAID)('%s %s: colours are colours, and nothing is wider than it', async (...args) => {
    const widths = [40, 80, 200];
    const screens = await Promise.all(widths.map((columns) => shown(args, columns)));
    for (const [index, { text, escapes, replaced, widest }] of screens.entries()) {
      expect(text).not.toBe('');
      expect(escapes).toBeGreaterThan(0);
      expect(replaced).toBe(0);
      expect(widest).toBeLessThanOrEqual(widths[index] ?? 0);
    }
  });

  test('verify', async () => {
    const { exit, escapes, replaced, widest } = await shown(['verify', report], 40);
    expect([exit, replaced]).toEqual([0, 0]);
    expect(escapes).toBeGreaterThan(0);
    expect(widest).toBeLessThanOrEqual(40);
  });

  test('wide characters take two columns each', async () => {
    const { text, replaced, widest } = await shown(['estimate', wide], 40);
    expect(text).toContain('大規模');
    expect(replaced).toBe(0);
    expect(widest).toBeLessThanOrEqual(40);
  });

  test('problems', async () => {
    const { exit, replaced, widest } = await shown(['estimate', '--accelerator', 'a100'], 40);
    expect([exit, replaced]).toEqual([2, 0]);
    expect(widest).toBeLessThanOrEqual(40);
  });

  test.each(['markdown', 'latex', 'json'])(
    'a report in %s is a document, as it is',
    async (format) => {
      const { text, escapes, replaced } = await shown(['report', RUN, '--format', format], 40);
      expect(text).not.toBe('');
      expect([escapes, replaced]).toEqual([0, 0]);
    },
  );

  test.each([
    [{ TERM: 'dumb' }],
    [{ NO_COLOR: '1' }],
    [{ FORCE_COLOR: '0' }],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }],
  ])('%j: no colour, the same words', async (env) => {
    const [plain, coloured] = await Promise.all([shown(ESTIMATE, 80, env), shown(ESTIMATE, 80)]);
    expect([plain.escapes, plain.replaced]).toEqual([0, 0]);
    expect(stripVTControlCharacters(coloured.text)).toBe(plain.text);
  });

  test.each([[{ NO_COLOR: '' }], [{ FORCE_COLOR: '1', TERM: 'dumb' }]])(
    '%j: colour',
    async (env) => {
      expect((await shown(ESTIMATE, 80, env)).escapes).toBeGreaterThan(0);
    },
  );

  test('--no-color wins', async () => {
    const { escapes } = await shown(['estimate', RUN, '--no-color'], 80, { FORCE_COLOR: '1' });
    expect(escapes).toBe(0);
  });
});
