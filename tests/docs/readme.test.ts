import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { command } from '../../packages/cli/src/testing.ts';
import { findingLine } from '../../packages/data/src/check/finding.ts';
import { checkCommons } from '../../packages/data/src/check/index.ts';
import { readCommons } from '../../packages/data/vite/read-commons.ts';

/** What a reviewer writes down. */
const DIGITS = 10;
const RANGED =
  '--energy-kwh 310..320..330 --energy-scope it --pue 1.3 --carbon-intensity 350..380..412'.split(
    ' ',
  );

const readme = readFileSync('README.md', 'utf8');

/** The commands that a text shows, as their arguments. */
const shownIn = (text: string): string[][] =>
  [...text.matchAll(/^ {4}npx ml-emissions (.*?)(?: +#.*)?$/gm)].map(([, line = '']) =>
    [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? ''),
  );

/** A command with what a page says that it prints. */
const PRINTS = /^ {4}npx ml-emissions .*\n\nprints\n\n```text\n([\s\S]*?)```/gm;

test('what a page says that a command prints is what it prints', async () => {
  const pages = ['README.md', ...readdirSync('docs').map((name) => join('docs', name))];
  const shown = pages
    .filter((page) => page.endsWith('.md'))
    .flatMap((page) => [...readFileSync(page, 'utf8').matchAll(PRINTS)]);
  expect(shown.length).toBeGreaterThan(1);
  for (const [said, printed] of shown) {
    const [args = []] = shownIn(said);
    const { exit, out } = await command(args);
    expect([exit, out]).toEqual([0, printed]);
  }
});

test('each command of the README answers, in their order', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ml-emissions-readme-'));
  const shown = shownIn(readme);
  expect(shown.length).toBeGreaterThan(8);
  // What is written goes into a folder that goes again.
  const written = shown.flatMap((args) => args.filter((_, at) => args[at - 1] === '--out'));
  for (const args of shown) {
    const own = args.map((arg, index) =>
      written.includes(arg) && index > 0 ? join(folder, arg) : arg,
    );
    const { exit, err } = await command(own);
    expect([exit, args.join(' ')], err).toEqual([0, args.join(' ')]);
  }
  rmSync(folder, { recursive: true });
});

test('the worked example of the method is the receipt of that command', async () => {
  const method = readFileSync('docs/method.md', 'utf8');
  const args = [
    'estimate',
    '--accelerator',
    '8xTesla V100-SXM2-16GB',
    '--hours',
    '100',
    '--provider',
    'gcp',
    '--region',
    'us-central1',
    '--json',
  ];
  const result = JSON.parse((await command(args)).out);
  for (const { value } of result.receipt) {
    expect(method).toContain(String(Number(value.toPrecision(DIGITS))));
  }
  const ranged = JSON.parse((await command(['estimate', ...RANGED, '--json'])).out);
  const { low, high } = ranged.operational.kgCo2e;
  expect(method).toContain(`${low.toFixed(5)} kg`);
  expect(method).toContain(`${high.toFixed(5)} kg`);
});

test('the lines that CONTRIBUTING shows as they stand in the data stand in the data', () => {
  const text = readFileSync('CONTRIBUTING.md', 'utf8');
  for (const [file, start] of [
    ['accelerators.csv', 'nvidia-l4,'],
    ['region_energy.csv', 'gcp,us-central1,'],
    ['regions.csv', 'gcp,europe-north2,'],
  ] as const) {
    const shown = text.split('\n').find((line) => line.trim().startsWith(start));
    expect(readFileSync(`data/${file}`, 'utf8').split('\n')).toContain(shown?.trim());
  }
});

test('the row that CONTRIBUTING shows stands in the table of fields', () => {
  const text = readFileSync('CONTRIBUTING.md', 'utf8');
  const shown = /^ {4}'\/hardware\/\*\/powerW': \{\n[\s\S]*?^ {4}\},$/m.exec(text)?.[0] ?? '';
  expect(shown).not.toBe('');
  const table = readFileSync('packages/schema/src/fields/machine.ts', 'utf8');
  expect(table).toContain(shown.replaceAll(/^ {2}/gm, ''));
});

test('the new chip of CONTRIBUTING passes the check as two lines', () => {
  const text = readFileSync('CONTRIBUTING.md', 'utf8');
  const added = [...text.matchAll(/^ {4}data\/(\w+\.csv) +(.*)$/gm)];
  expect(added).toHaveLength(2);
  const files = readCommons().map((file) => {
    const line = added.find(([, name]) => name === file.file)?.[2];
    if (!line) return file;
    const cells = (parse(line) as string[][])[0] ?? [];
    expect(cells).toHaveLength(file.columns.length);
    return { ...file, rows: [...file.rows, { line: file.rows.length + 2, cells }] };
  });
  expect(checkCommons(files).map(findingLine)).toEqual([]);
});
