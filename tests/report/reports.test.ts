import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { verify } from '../../packages/answers/src/index.ts';
import { calculator } from '../../packages/calculator/src/full.ts';
import { CURRENT_EDITION } from '../../packages/calculator/src/index.ts';
import { parseInput } from '../../packages/cli/src/input.ts';
import {
  FORMATS,
  type FormatName,
  formatted,
  type Report,
  readTrailer,
  reportOf,
} from '../../packages/report/src/index.ts';
import { reportFrom } from './example-report.ts';
import { hasTex, texLog } from './tex.ts';

const { estimate, estimateProject } = calculator;

/** The hash of the tables, bare or packed with the inputs: a new line of a table changes it, and no figure here. */
const VARIES = /sha256-[0-9a-f]{64}|(?<=ml-emissions:1:)[\w-]+/g;
const EXAMPLES = ['fine-tune', 'bloom', 'three-phases'] as const;

const names = Object.keys(FORMATS) as FormatName[];

describe.each(EXAMPLES)('%s', (example) => {
  // Golden files that a person has read; `npx vitest run tests/report -u` renews them.
  test.each(names)('as %s', async (format) => {
    const report = await reportFrom(example);
    const text = formatted(report, format);
    // Packed inputs are letters by chance, "NaN" among them.
    expect(text.replace(VARIES, '')).not.toMatch(/NaN|Infinity|undefined|\[object/);
    // The whole result is long and checked elsewhere; its shape is that of result.json.
    if (format !== 'json') {
      const steady = text.replace(VARIES, 'changes-with-the-tables');
      await expect(steady.replaceAll(CURRENT_EDITION, 'EDITION')).toMatchFileSnapshot(
        `golden/${example}/${format}.${FORMATS[format].extension}`,
      );
    }
  });

  test('every text carries inputs from which its figure follows', async () => {
    const report = await reportFrom(example);
    for (const format of names) {
      const trailer = readTrailer(formatted(report, format));
      if (!FORMATS[format].hasTrailer) {
        expect(trailer, format).toBeNull();
        continue;
      }
      const input = parseInput(trailer?.input);
      if (input.kind === 'problems')
        throw new Error(`${format}: ${JSON.stringify(input.problems)}`);
      const again = input.kind === 'run' ? estimate(input.run) : estimateProject(input.project);
      expect(again.operational, format).toEqual(report.result.operational);
    }
  });

  test('the inputs stand in pictures where any letters may', async () => {
    const report = await reportFrom(example);
    const svg: readonly FormatName[] = ['svg', 'badge'];
    for (const format of svg) {
      // Two dashes end a comment in XML, and the packed inputs hold them on some days.
      const text = formatted(report, format);
      expect(text).toMatch(/<metadata>ml-emissions:1:[\w-]+<\/metadata>/);
      expect(text).not.toContain('<!--');
    }
  });

  test('the YAML run file, read again, gives the same digits', async () => {
    const report = await reportFrom(example);
    const input = parseInput(parseYaml(formatted(report, 'yaml')));
    if (input.kind === 'problems') throw new Error(JSON.stringify(input.problems));
    const again = input.kind === 'run' ? estimate(input.run) : estimateProject(input.project);
    expect(again.operational).toEqual(report.result.operational);
    expect(again.energyKwh.value).toBe(report.energyKwh.value);
  });

  test('CycloneDX is valid by its own schema', async () => {
    const require = createRequire(import.meta.url);
    const folder = join(
      require.resolve('@cyclonedx/cyclonedx-library/package.json'),
      '../res/schema',
    );
    const schema = (name: string) =>
      JSON.parse(readFileSync(join(folder, `${name}.SNAPSHOT.schema.json`), 'utf8'));
    const ajv = new Ajv({ strict: false, validateFormats: true, addUsedSchema: false });
    formats.default(ajv);
    for (const format of ['iri-reference', 'idn-email']) ajv.addFormat(format, true);
    ajv.addSchema(schema('spdx'), 'http://cyclonedx.org/schema/spdx.SNAPSHOT.schema.json');
    ajv.addSchema(schema('jsf-0.82'), 'http://cyclonedx.org/schema/jsf-0.82.SNAPSHOT.schema.json');
    const check = ajv.compile(schema('bom-1.6'));
    const site = 'https://example.org/calculator/';
    const linked = JSON.parse(formatted({ ...(await reportFrom(example)), site }, 'cyclonedx'));
    expect(check(linked), JSON.stringify(check.errors?.slice(0, 3))).toBe(true);
    const bom = JSON.parse(formatted(await reportFrom(example), 'cyclonedx'));
    expect(check(bom), JSON.stringify(check.errors?.slice(0, 3))).toBe(true);
    const uses =
      bom.components[0].modelCard.considerations.environmentalConsiderations.energyConsumptions;
    const tonnes = uses.reduce(
      (sum: number, one: { co2CostEquivalent: { value: number } }) =>
        sum + one.co2CostEquivalent.value,
      0,
    );
    expect(tonnes * 1000).toBeCloseTo((await reportFrom(example)).operational.value, 6);
  });

  test('the model card has grams in its front matter', async () => {
    const report = await reportFrom(example);
    const [, front = ''] = /^---\n([\s\S]*?)---\n/.exec(formatted(report, 'model-card')) ?? [];
    const { emissions } = parseYaml(front).co2_eq_emissions;
    expect(Math.abs(emissions / (report.operational.value * 1000) - 1)).toBeLessThan(0.05);
  });

  test('CodeCarbon’s columns are all there, in order, and its energies sum', async () => {
    const report = await reportFrom(example);
    const text = formatted(report, 'codecarbon');
    expect(text.split('\n')[0]?.split(',')).toHaveLength(38);
    const rows: Record<string, string>[] = parseCsv(text, { columns: true });
    const total = rows.reduce((sum, row) => sum + Number(row.energy_consumed), 0);
    expect(total).toBeCloseTo(report.energyKwh.value, 6);
    for (const row of rows) {
      const parts = Number(row.cpu_energy) + Number(row.gpu_energy) + Number(row.ram_energy);
      expect(parts).toBeCloseTo(Number(row.energy_consumed), 6);
    }
  });

  test('BoAmps has every field that it requires', async () => {
    const parsed = JSON.parse(formatted(await reportFrom(example), 'boamps'));
    for (const one of Array.isArray(parsed) ? parsed : [parsed]) {
      expect(one.header.reportDatetime).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
      expect(one.task).toMatchObject({
        taskStage: expect.any(String),
        taskFamily: expect.any(String),
      });
      expect(one.task.algorithms.length).toBeGreaterThan(0);
      expect(one.task.dataset[0]).toMatchObject({
        dataUsage: 'input',
        dataType: expect.any(String),
      });
      expect(one.measures[0]).toMatchObject({
        measurementMethod: expect.any(String),
        powerConsumption: expect.any(Number),
      });
      for (const part of one.infrastructure.components) {
        expect(Number.isInteger(part.nbComponent)).toBe(true);
        expect(part.componentType).toEqual(expect.any(String));
      }
    }
  });

  test('SPDX has energies as strings with their unit', async () => {
    const { '@graph': graph } = JSON.parse(formatted(await reportFrom(example), 'spdx'));
    const use = graph.find(
      (one: { type: string }) => one.type === 'ai_AIPackage',
    ).ai_energyConsumption;
    const described = Object.entries(use)
      .filter(([key]) => key.startsWith('ai_'))
      .flatMap(([, list]) => list as object[]);
    expect(described.length).toBeGreaterThan(0);
    for (const one of described) {
      expect(one).toMatchObject({
        ai_energyQuantity: expect.stringMatching(/^[\d.e+-]+$/),
        ai_energyUnit: 'kilowattHour',
      });
    }
  });
});

const BODY = `\\newcommand{\\answerYes}{[Yes]}\\begin{document}`;
const BOOKTABS = '\\usepackage[T1]{fontenc}\\usepackage{booktabs}\\usepackage{siunitx}';
/**
 * Pages as the styles of conferences set them. Debian's texlive-publishers does not hold their files, and they are not
 * ours to hand on: text width, columns, gap and size of type are theirs, which is what a table must fit.
 */
const STYLES: readonly (readonly [string, string])[] = [
  ['article', `\\documentclass{article}${BOOKTABS}`],
  ['article, two columns', `\\documentclass[twocolumn]{article}${BOOKTABS}`],
  [
    'NeurIPS, one column of 5.5 in',
    `\\documentclass[10pt]{article}${BOOKTABS}\\usepackage{times}\\usepackage[letterpaper,textwidth=5.5in,textheight=9in]{geometry}`,
  ],
  [
    'LNCS, one column of 12.2 cm',
    `\\documentclass[10pt]{article}${BOOKTABS}\\usepackage[a4paper,textwidth=12.2cm,textheight=19.3cm]{geometry}`,
  ],
  [
    'ACL, two columns of 7.7 cm',
    `\\documentclass[11pt,twocolumn]{article}${BOOKTABS}\\usepackage{times}\\usepackage[a4paper,margin=2.5cm]{geometry}\\setlength{\\columnsep}{0.6cm}`,
  ],
];
const EXAMPLES_IN_TEX = [
  ...['bloom', 'three-phases', 'hostile', 'forty', 'sixty'],
  ...['bloom in French', 'three-phases in French', 'sixty in French'],
];
/** No table may stand out by more than this. */
const MOST_PT = 3;

/** Sixty runs from a trial of a minute to a training of months, each on as many chips as it had. */
function sixtyRuns(): Report {
  const runs = Array.from({ length: 60 }, (_, index) => ({
    name: `sweep ${index + 1} of the small models`,
    phase: index % 3 === 0 ? 'search' : 'training',
    hardware: [{ accelerator: 'A100-SXM4-80GB', count: 1 + ((index * 37) % 490) }],
    hours: Number((0.0123 * 8 ** (index % 7)).toFixed(3)),
    place: { country: index % 2 === 0 ? 'FR' : 'US' },
  }));
  const input = parseInput({ runs });
  if (input.kind !== 'project') throw new Error(JSON.stringify(input.kind));
  return reportOf(estimateProject(input.project), { date: '2026-11-25', version: '0.1.0' });
}

async function texOf(example: string, style: string): Promise<string> {
  const found = example.startsWith('sixty')
    ? sixtyRuns()
    : await reportFrom(example.startsWith('bloom') ? 'bloom' : 'three-phases');
  const report: Report = { ...found, language: example.endsWith('French') ? 'fr' : 'en' };
  const name = 'a_b%c&d#e{f}g~h^i\\j $k$ \u{1F600} Montréal_with_a_name_of_one_word_that_is_long';
  const [first, ...rest] = report.runs.map((run) =>
    example === 'hostile' ? ({ ...run, run: { ...run.run, name } } as typeof run) : run,
  );
  if (!first) throw new Error('no runs');
  const many = example === 'forty' ? Array.from({ length: 39 }, () => first) : rest;
  const shown = { ...report, runs: [first, ...many] as const, title: name, notCounted: name };
  const entries =
    '\\begin{thebibliography}{9}\\bibitem{mlemissions} x\\bibitem{lacoste2019quantifying} y\\end{thebibliography}';
  return [
    formatted(shown, 'latex', { long: true }),
    formatted(shown, 'latex', { siunitx: true }),
    ...(style.includes('two columns') || report.language === 'fr'
      ? []
      : [`\\begin{enumerate}\n${formatted(shown, 'neurips')}\\end{enumerate}`]),
    entries,
  ].join('\n\n');
}

describe.skipIf(!hasTex())('LaTeX compiles, and its tables fit', () => {
  test.each(
    STYLES.flatMap(([style, head]) =>
      EXAMPLES_IN_TEX.map((example) => [style, example, head] as const),
    ),
  )('%s: %s', async (style, example, head) => {
    const log = texLog(
      `${head}\n${BODY}\n\\sloppy\n${await texOf(example, style)}\n\\end{document}\n`,
    );
    const over = [...log.matchAll(/Overfull \\hbox \(([\d.]+)pt too wide\)[^\n]*/g)];
    expect(over.filter(([, pt]) => Number(pt) > MOST_PT).map(([all]) => all)).toEqual([]);
    expect(log).not.toMatch(/Float too large/);
  });
});

test.runIf(!hasTex())('pdflatex is not here: no LaTeX is compiled', ({ skip }) => {
  skip('install texlive-latex-recommended, texlive-science and texlive-fonts-recommended');
});

test('chips of one kind are counted together', async () => {
  const report = await reportFrom('three-phases');
  const [first] = report.runs;
  const [chip] = first.machine.accelerators;
  if (!chip) throw new Error('no chip');
  const accelerators = [chip, { ...chip, count: 4, utilisation: 0.5 }];
  const run = { ...first, machine: { ...first.machine, accelerators } };
  expect(formatted({ ...report, runs: [run] }, 'text')).toContain(
    'ran on 12 NVIDIA A100 SXM4 80GB',
  );
});

test('chips of one kind are one mention, whatever many runs had of it', () => {
  const report = sixtyRuns();
  for (const format of ['latex', 'text', 'markdown', 'model-card', 'cvpr', 'svg'] as const) {
    const text = formatted(report, format).split('\n|')[0] ?? '';
    expect(text, format).toContain('1 to 482 NVIDIA A100 SXM4 80GB');
    expect(text.match(/A100 SXM4/g)?.length, format).toBeLessThan(4);
  }
});

test('a small row of a table is told in a unit of its own', () => {
  const report = sixtyRuns();
  const table = formatted(report, 'latex', { long: true });
  const cells = table.split('\n').filter((line) => line.includes(' & '));
  expect(cells.length).toBeGreaterThan(60);
  for (const line of cells)
    expect(line.split(' & ').slice(3).join(' & ')).not.toMatch(/\de[-+]\d|\b0\.0\d/);
  expect(table).toMatch(/& \d[\d.]*~Wh \([\d.,]+--[\d.,]+\)/);
  expect(verify(table, calculator)).toMatchObject({ ok: true, holds: true });
});

test('BibTeX as a file is what the paragraph holds as a comment', async () => {
  const report = await reportFrom('bloom');
  const commented = formatted(report, 'latex').replaceAll(/^% ?/gm, '');
  expect(commented).toContain(formatted(report, 'bibtex').trimEnd());
});
