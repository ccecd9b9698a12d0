import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { calculator } from '../../packages/calculator/src/full.ts';
import { command } from '../../packages/cli/src/testing.ts';
import { type FormatName, formatted, reportOf } from '../../packages/report/src/index.ts';

const { estimate, estimateProject, parseProject } = calculator;

const OPTIONS = { date: '2026-11-25', version: '0.1.0' };
const RUN = {
  hardware: [{ accelerator: 'A100-SXM4-80GB', count: 8 }],
  hours: 10,
  place: { country: 'FR' },
  year: 2024,
  phase: 'training',
};
/** A run that counts by a unit. */
const per = (name: string, count: number, more: object = {}, basis?: string) => ({
  ...RUN,
  ...more,
  functionalUnit: { name, count, ...(basis ? { basis } : {}) },
});

function projectOf(...runs: object[]) {
  const parsed = parseProject({ runs });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.project;
}
const textOf = (format: FormatName, ...runs: object[]) =>
  formatted(reportOf(estimateProject(projectOf(...runs)), OPTIONS), format);
const scores = (text: string) => text.split('\n').filter((line) => line.startsWith('### '));

describe('SCI of several runs', () => {
  test('two equal runs of one unit score as one of them', () => {
    const [one] = scores(textOf('sci', per('token', 1e6)));
    expect(scores(textOf('sci', per('token', 1e6), per('token', 1e6)))).toEqual([one]);
  });

  test('a run without energy has the intensity of its grid, never NaN', () => {
    const idle = { hardware: undefined, energyKwh: 0, place: { country: 'DE' } };
    const grid = (text: string) => text.split('\n').find((line) => line.startsWith('| I, '));
    const one = textOf('sci', per('image', 10, idle));
    // What it can be made again from is written in letters of any kind.
    expect(one.replace(/<!--.*?-->/gs, '')).not.toContain('NaN');
    expect(grid(one)).toMatch(/\| [\d.]+ \| gCO2eq\/kWh/);
    const two = textOf(
      'sci',
      per('image', 10, idle),
      per('image', 1, { ...idle, place: { country: 'FR' } }),
    );
    expect(grid(two)).toContain('no energy to weigh');
  });

  test('grams and units are added, whatever each run had', () => {
    const project = projectOf(per('token', 1e6), per('token', 3e6, { hours: 50 }));
    const grams = project.runs
      .map((run) => estimate(run).total.kgCo2e.value * 1000)
      .reduce((sum, one) => sum + one, 0);
    const [line = ''] = scores(formatted(reportOf(estimateProject(project), OPTIONS), 'sci'));
    const [, said] = /([\d.e-]+) gCO2eq per token/.exec(line) ?? [];
    expect(Number(said)).toBeCloseTo(grams / 4e6, 5);
    expect(formatted(reportOf(estimateProject(project), OPTIONS), 'sci')).toContain(
      '| R | 4,000,000 | token',
    );
  });

  test.each([
    ['names', 'token; image', per('token', 1e6), per('image', 10)],
    [
      'ways of counting',
      'token, gross; token, effective',
      per('token', 1e6, {}, 'gross'),
      per('token', 1e6, {}, 'effective'),
    ],
  ])(
    'units of other %s have a score each, and the text says that there is no single one',
    (_, units, a, b) => {
      const text = textOf('sci', a, b);
      expect(scores(text)).toHaveLength(2);
      expect(text).toContain(
        `Provider: there is no single score, as the runs count by different units (${units}).`,
      );
    },
  );

  test('a run without unit is in no score, and the text says so', () => {
    const text = textOf('sci', per('token', 1e6), { ...RUN, phase: 'failed' });
    expect(scores(text)).toEqual(scores(textOf('sci', per('token', 1e6))));
    expect(text).toContain('1 of 2 runs names no functional unit and is in no score.');
  });
});

describe('L.1801 of several runs', () => {
  const lineOf = (text: string, name: string) =>
    text.split('\n').find((line) => line.startsWith(`- **${name}:**`)) ?? '';

  test('one unit is named once, with all of it', () => {
    const line = lineOf(textOf('l1801', per('token', 1e6), per('token', 3e6)), 'Functional unit');
    expect(line.match(/token/g)).toHaveLength(1);
    expect(line).toContain('token (4,000,000)');
  });

  test('training is spread over the uses of every run that serves', () => {
    const training = per('token', 1e6);
    const serving = per('request', 1000, { phase: 'inference' });
    const spread = (...runs: object[]) =>
      lineOf(textOf('l1801', training, ...runs), 'Training spread over uses');
    expect(spread(serving, serving)).toContain('over 2,000 uses');
    expect(spread(per('request', 2000, { phase: 'inference' }))).toBe(spread(serving, serving));
    expect(spread(serving, per('image', 5, { phase: 'inference' }))).toContain(
      'uses are counted in different units',
    );
  });
});

test('`estimate --csv` and `report --format csv` are one shape', async () => {
  for (const file of ['fine-tune', 'bloom', 'three-phases']) {
    const path = `examples/good/${file}.yaml`;
    const { out: estimated } = await command(['estimate', path, '--csv']);
    const { out: reported } = await command(['report', path, '--format', 'csv']);
    expect(estimated).toBe(reported);
    for (const row of parseCsv(reported, { columns: true }) as Record<string, string>[]) {
      const parts = ['accelerators', 'host', 'idle', 'metered', 'overhead', 'facility'];
      const sum = parts.reduce((all, part) => all + Number(row[`${part}_kwh`]), 0);
      expect(sum).toBeCloseTo(Number(row.energy_kwh), 6);
      expect(row).toHaveProperty('offset_fraction');
      expect(row).toHaveProperty('pue');
    }
  }
});
