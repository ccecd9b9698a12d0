import { calculator } from '@ml-emissions/calculator/full';
import { formatted, reportOf } from '@ml-emissions/report';
import { expect, test } from 'vitest';
import { latexBlocks } from './latex.ts';

const textOf = (source: string) =>
  latexBlocks(source)
    .blocks.map((block) => (block.kind === 'text' ? block.html : ''))
    .join('');

test('signs and units are what LaTeX sets', () => {
  expect(textOf('8~kg CO\\textsubscript{2}e, 90\\,\\%, a\\_b \\& c--d, \\textbackslash{}x')).toBe(
    '8\u00a0kg CO<sub>2</sub>e, 90\u202f%, a_b &amp; c–d, \\x',
  );
  expect(textOf('\\qty{1082990}{\\kilo\\watt\\hour} and \\num{12345}')).toBe(
    '1\u202f082\u202f990\u00a0kWh and 12\u202f345',
  );
});

test('numbers of siunitx are set as the language has them', () => {
  const source = '\\qty{1082990.5}{\\kilo\\watt\\hour}, 8\\,\\%~: 4\\,080\\,; \\num{12345}';
  const [block] = latexBlocks(source, 'fr').blocks;
  expect(block?.kind === 'text' && block.html).toBe(
    '1\u202f082\u202f990,5\u00a0kWh, 8\u202f%\u00a0: 4\u202f080\u202f; 12\u202f345',
  );
});

test('comments are not shown, an escaped percent is', () => {
  expect(textOf('90\\% of it % a comment\n% another\n')).toBe('90% of it');
});

test('citations are numbered in their order, links lead where they say', () => {
  const { blocks, cited } = latexBlocks(
    'By the \\href{https://example.org/\\#1.a_b}{tool}~\\cite{b}, from~\\cite{a}, again~\\cite{b}.',
  );
  expect(blocks).toEqual([
    {
      kind: 'text',
      html: 'By the <a href="https://example.org/#1.a_b" rel="noreferrer">tool</a>\u00a0[1], from\u00a0[2], again\u00a0[1].',
    },
  ]);
  expect(cited).toEqual(['b', 'a']);
});

test('a name is no markup', () => {
  expect(textOf('<img src=x> "q"')).toBe('&lt;img src=x&gt; &quot;q&quot;');
});

test('a whole report with its tables leaves no command behind', () => {
  const parsed = calculator.parseProject({
    schemaVersion: 1,
    runs: [
      { name: 'a & b_c', energyKwh: 3200, place: { country: 'FR' } },
      { hardware: [{ accelerator: 'T4', count: 2 }], hours: 1000, place: { country: 'PL' } },
    ],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const site = 'https://example.org/';
  const report = reportOf(calculator.estimateProject(parsed.project), {
    date: '2026-11-30',
    version: '0.1.0',
    site,
  });
  for (const options of [{ long: true }, { long: true, siunitx: true }]) {
    const { blocks, cited } = latexBlocks(formatted(report, 'latex', options));
    expect(JSON.stringify(blocks)).not.toMatch(/\\\\[a-z]/);
    expect(cited).toEqual(['mlemissions', 'lacoste2019quantifying']);
    const [runs, parts] = blocks.filter((block) => block.kind === 'table');
    expect(runs?.rows.map(([name]) => name)).toEqual([
      'Run, phase',
      'a &amp; b_c, phase not known',
      'run 2, phase not known',
      'Total',
    ]);
    expect(parts?.rows[0]).toEqual(['Part', 'kWh', 'Share']);
  }
});
