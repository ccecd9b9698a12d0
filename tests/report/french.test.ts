import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { verify } from '../../packages/answers/src/index.ts';
import { calculator } from '../../packages/calculator/src/full.ts';
import { CURRENT_EDITION } from '../../packages/calculator/src/index.ts';
import { parseInput } from '../../packages/cli/src/input.ts';
import {
  FORMATS,
  type FormatName,
  formatted,
  htmlReport,
  type Report,
  readTrailer,
  refusalOf,
  reportOf,
  writes,
} from '../../packages/report/src/index.ts';
import { exampleInput, OPTIONS } from './example-report.ts';
import { hasTex, hasTexFile, texLog } from './tex.ts';

const { estimate, estimateProject } = calculator;
const VARIES = /sha256-[0-9a-f]{64}|(?<=ml-emissions:1:)[\w-]+/g;
const FRENCH = (Object.keys(FORMATS) as FormatName[]).filter((name) => writes(FORMATS[name], 'fr'));

async function inputOf(name: string) {
  const written = MORE[name];
  const input = written === undefined ? await exampleInput(name) : parseInput(written);
  if (input.kind === 'problems') throw new Error(JSON.stringify(input.problems));
  return input;
}

/** What no example has. */
const MORE: Readonly<Record<string, object>> = {
  planned: {
    phase: 'training',
    model: { parameters: 7e9, tokens: 1e11 },
    hardware: [{ accelerator: 'A100-SXM4-80GB', count: 1200 }],
    place: { country: 'FR' },
  },
  'several chips': {
    phase: 'training',
    hardware: [
      { accelerator: 'A100-SXM4-80GB', count: 8, powerW: 300 },
      { accelerator: 'V100 SXM2 16GB', count: 4 },
    ],
    hours: 1234.567,
    development: { trials: 40, strategy: 'random', ablations: 2, failed: 0.5 },
    place: { country: 'DE' },
  },
  served: {
    phase: 'inference',
    model: { parameters: 7e9 },
    service: { requests: 1e6, per: 'day', outputTokensPerRequest: 300 },
    place: { country: 'US' },
  },
};

async function frenchOf(name: string): Promise<Report> {
  const input = await inputOf(name);
  const result = input.kind === 'run' ? estimate(input.run) : estimateProject(input.project);
  return reportOf(result, { ...OPTIONS, language: 'fr' });
}

const RUNS = [
  'fine-tune',
  'three-phases',
  'metered',
  'training-and-use',
  'processors',
  'three-trainings',
  ...Object.keys(MORE),
];
/** Formats that take this report: most tell of no plan. */
const formatsOf = (report: Report) => FRENCH.filter((name) => refusalOf(report, name) === null);

/** Words that English sentences of ours cannot do without. */
const ENGLISH =
  /\b(?:the|of|with|from|are|not known|not told|is|by|range|counting|runs|hours|chip-hours|which|location-based|lifecycle|planned|phase not)\b/gi;
/** What stays: the paper's title and the tool's name, what a card's template calls its fields, the field of the hub. */
const KEPT =
  /arXiv:[\d.]+|Quantifying the Carbon Emissions of Machine Learning|ML Emissions Calculator|Hours used|co2_eq_emissions:[\s\S]*?\n---|@article\{[\s\S]*?\n\}|^%.*$/gm;
/** A text without what it keeps, nor what its user calls things. */
const wordsOf = (text: string, { title, notCounted, runs }: Report): string =>
  [title, notCounted ?? '', ...runs.map(({ run }) => run.name ?? '')]
    .filter(Boolean)
    .reduce((left, name) => left.replaceAll(name, ''), text.replace(VARIES, '').replace(KEPT, ''));

describe.each(RUNS)('%s', (name) => {
  test('every text is in French, with no number as English writes it', async () => {
    const report = await frenchOf(name);
    expect(formatsOf(report).length).toBeGreaterThan(2);
    for (const format of formatsOf(report)) {
      const text = formatted(report, format, { long: true });
      const words = wordsOf(text, report);
      expect(words.match(ENGLISH), `${format}: ${words}`).toBeNull();
      expect(text.replace(VARIES, ''), format).not.toMatch(/NaN|Infinity|undefined|null|\[object/);
      const figures = words.replaceAll(
        /<svg[^>]*>|<[^>]+>|0\.1\.0|2026\.\d|\b\d+\.\d+\\textwidth/g,
        '',
      );
      if (!text.startsWith('<svg')) expect(figures.match(/\d\.\d|\d,\d{3},/), format).toBeNull();
    }
  });

  test('it holds, and holds no more where a figure, a range or a place is another', async () => {
    const report = await frenchOf(name);
    for (const format of formatsOf(report)) {
      if (!FORMATS[format].hasTrailer) continue;
      for (const options of format === 'latex' ? [{}, { long: true }, { siunitx: true }] : [{}]) {
        const text = formatted(report, format, options);
        expect(readTrailer(text)?.language, format).toBe('fr');
        const held = verify(text, calculator);
        expect(held, format).toMatchObject({ ok: true, holds: true, reports: [{ format }] });
        const number = /(?<=\D)(\d)(?=[,\u202f]\d)/;
        const edited = text.replace(number, (digit) => String((Number(digit) % 9) + 1));
        if (edited === text || FORMATS[format].mediaType === 'image/svg+xml') continue;
        expect(verify(edited, calculator), format).toMatchObject({ ok: true, holds: false });
      }
    }
  });

  test('a page to print is in French', async () => {
    const report = await frenchOf(name);
    const page = htmlReport(report);
    expect(page).toContain('<html lang="fr">');
    const text = page.replace(/<style>[\s\S]*<\/style>/, '').replaceAll(/<[^>]*>/g, ' ');
    expect(wordsOf(text, report).match(ENGLISH)).toBeNull();
  });
});

describe.each(['fine-tune', 'three-phases', 'training-and-use', 'several chips'])('%s', (name) => {
  // Golden files that a person has read; `npx vitest run tests/report -u` renews them.
  test.each(FRENCH)('as %s', async (format) => {
    const report = await frenchOf(name);
    if (refusalOf(report, format) !== null) return;
    const text = formatted(report, format).replace(VARIES, 'changes-with-the-tables');
    await expect(text.replaceAll(CURRENT_EDITION, 'EDITION')).toMatchFileSnapshot(
      `golden/french/${name.replace(' ', '-')}/${format}.${FORMATS[format].extension}`,
    );
  });
});

describe('verify', () => {
  const textOf = async () => formatted(await frenchOf('three-phases'), 'text');
  const outcome = (text: string, options = {}) => {
    const verified = verify(text, calculator, options);
    if (!verified.ok) throw new Error(JSON.stringify(verified.problems));
    return verified;
  };

  test.each([
    ['1,15\u00a0t', '1,25\u00a0t'],
    ['1,15\u00a0t', '115\u00a0t'],
    ['1,15\u00a0t', '1,15\u00a0kg'],
    ['7\u202f150\u00a0L', '7\u202f140\u00a0L'],
    ['États-Unis', 'France'],
    ['ne sont pas connues', 'sont connues'],
    ['0,798', '798'],
  ])('%j is not %j', async (from, to) => {
    const text = await textOf();
    expect(text).toContain(from);
    for (const isReworded of [false, true]) {
      const { holds, reports } = outcome(text.replace(from, to), { isReworded });
      expect(holds, String(isReworded)).toBe(false);
      expect(reports[0]?.differences.length).toBe(1);
    }
  });

  test('a decimal comma is no sign between thousands', async () => {
    const name = 'several chips';
    const text = formatted(await frenchOf(name), 'markdown');
    expect(text).toContain('1\u202f234,57');
    expect(outcome(text).holds).toBe(true);
    expect(outcome(text.replace('1\u202f234,57', '123\u202f457')).holds).toBe(false);
  });

  test('spaces of any kind, and wrapped lines, are free', async () => {
    const text = await textOf();
    const plain = text.replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(outcome(plain).holds).toBe(true);
    expect(outcome(plain.replaceAll(' et ', '\net ')).holds).toBe(true);
    expect(outcome(text.replaceAll('\u202f', '\u00a0')).holds).toBe(true);
    expect(outcome(text.replaceAll(/(?<=\d)\u202f(?=\d)/g, '')).holds).toBe(true);
  });

  test('reworded sentences hold for their figures', async () => {
    const text = (await textOf()).replace('ont été exécutés', 'ont tourné');
    expect(outcome(text).holds).toBe(false);
    expect(outcome(text, { isReworded: true }).holds).toBe(true);
  });

  test('an English report in the same document holds too', async () => {
    const input = await exampleInput('fine-tune');
    if (input.kind !== 'run') throw new Error('no run');
    const english = formatted(reportOf(estimate(input.run), OPTIONS), 'markdown');
    expect(readTrailer(english)).not.toHaveProperty('language');
    const both = `${english}\n${formatted(await frenchOf('three-phases'), 'markdown')}`;
    expect(outcome(both)).toMatchObject({ holds: true, reports: [{}, {}] });
  });

  test('a line in a language that is none of ours is told', async () => {
    const text = await textOf();
    const { packed, unpacked } = await import('../../packages/report/src/packed.ts');
    const line = /(?<=ml-emissions:1:)[\w-]+/;
    const trailer = unpacked(line.exec(text)?.[0] ?? '') as object;
    const other = text.replace(line, packed({ ...trailer, language: 'xx' }));
    expect(verify(other, calculator)).toMatchObject({
      ok: false,
      problems: [{ message: expect.stringMatching(/a report as 'text' in 'xx', which/) }],
    });
  });
});

describe.skipIf(!hasTex())('LaTeX in French compiles', () => {
  const ENTRIES =
    '\\begin{thebibliography}{9}\\bibitem{mlemissions} x\\bibitem{lacoste2019quantifying} y\\end{thebibliography}';

  async function logWith(packages: string): Promise<string> {
    const site = 'https://example.org/fr/';
    const texts = await Promise.all(
      ['three-phases', 'several chips', 'planned'].map(async (name) => {
        const report = { ...(await frenchOf(name)), site };
        return [
          formatted(report, 'latex', { long: true }),
          formatted(report, 'latex', { siunitx: true }),
        ].join('\n\n');
      }),
    );
    const head = `\\documentclass{article}${packages}\\usepackage{booktabs}\\usepackage{siunitx}\\usepackage{hyperref}\\sisetup{locale = FR}`;
    return texLog(
      `${head}\n\\begin{document}\n${texts.join('\n\n')}\n${ENTRIES}\n\\end{document}\n`,
    );
  }

  test('with the fonts that LaTeX has by itself, and without babel', async () => {
    expect(await logWith('')).not.toMatch(/Missing character|unavailable in encoding/);
  });

  test.skipIf(!hasTexFile('french.ldf'))('with babel', async () => {
    const log = await logWith('\\usepackage[T1]{fontenc}\\usepackage[french]{babel}');
    expect(log).not.toMatch(/Missing character|unavailable in encoding/);
  });
});

test('a card that is there takes a French section, its fields and front matter as the hub has them', async () => {
  const report = await frenchOf('three-phases');
  const merged = FORMATS['model-card'].merge?.('---\nlicense: mit\n---\n# Mine\n', report, {});
  if (!merged?.ok) throw new Error('not merged');
  expect(merged.text).toContain('# Mine');
  expect(merged.text).toMatch(/source: ML Emissions Calculator .* 90 % range/);
  expect(merged.text).toContain('- **Carbon Emitted:** 1,15\u00a0t CO2e');
  expect(verify(merged.text, calculator)).toMatchObject({ ok: true, holds: true });
  const again = FORMATS['model-card'].merge?.(merged.text, report, {});
  expect(again).toMatchObject({ ok: true, text: merged.text });
});

test('what is in English alone says so, and is not written', async () => {
  const report = await frenchOf('fine-tune');
  const others = (Object.keys(FORMATS) as FormatName[]).filter((name) => !FRENCH.includes(name));
  expect(FRENCH).toEqual(['latex', 'bibtex', 'markdown', 'text', 'model-card', 'svg', 'badge']);
  for (const name of others) {
    expect(refusalOf(report, name), name).toMatch(
      /is in English alone; .*\(fr\).* latex, bibtex, markdown/,
    );
    expect(() => formatted(report, name), name).toThrow('English alone');
  }
});

test('docs name the formats that are in French', () => {
  const [, named = ''] =
    /In French too: ([^.;]*?), and `pdf`/.exec(readFileSync('docs/reports.md', 'utf8')) ?? [];
  expect(named.replaceAll('`', '').split(', ')).toEqual(FRENCH);
});
