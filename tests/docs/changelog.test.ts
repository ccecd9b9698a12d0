import { readFileSync, writeFileSync } from 'node:fs';
import type { RunInput } from '@ml-emissions/calculator';
import { describe, expect, test } from 'vitest';
import { calculator } from '../../packages/calculator/src/full.ts';

/** Editions of the columns "0.1" and "now". */
const BEFORE = '2026.1';
const NOW = '2026.2';
const NOT_TOLD = 'could not be told';
const MADE = /manufacture ([\d.]+), now ([\d.]+)/;

const chips = (accelerator: string, count = 1) => ({
  hardware: [{ accelerator, count }],
  hours: 100,
});
const V100 = chips('Tesla V100-SXM2-16GB', 8);
const GOOGLE = { place: { provider: 'gcp', region: 'us-central1' } };
const at = (country: string) => ({ place: { country } });
const L4 = { ...chips('L4'), ...GOOGLE, work: 'llm-inference' };

/** The runs of the table, in its order. */
const RUNS: readonly object[] = [
  { ...V100, ...GOOGLE },
  { ...V100, ...GOOGLE, work: 'vision-training' },
  { ...chips('A100 PCIe 40GB'), ...at('FR') },
  { ...chips('A100 SXM4 80GB'), ...at('FR') },
  { ...chips('RTX 4090'), ...at('DE') },
  { ...chips('RTX 4090'), ...at('DE'), site: 'desktop' },
  { ...chips('Apple M2'), ...at('US') },
  {
    host: { cpu: 'EPYC 7742', cpuCount: 2, memoryGb: 256, utilisation: 0.5 },
    hours: 100,
    ...at('US'),
  },
  { host: { cpu: 'Core i9-13900K' }, hours: 100, ...at('FR') },
  { slice: 'v4-128', hours: 100, place: { provider: 'gcp', region: 'us-central2' } },
  {
    ...chips('H100 SXM5', 8),
    work: 'llm-fine-tuning',
    place: { provider: 'aws', region: 'us-east-1' },
  },
  {
    ...chips('H100 SXM5', 1024),
    nodes: 128,
    hours: 720,
    work: 'llm-training',
    place: { provider: 'azure', region: 'westus3' },
  },
  L4,
  { ...L4, scenario: 'single-stream' },
  { instance: 'p4d.24xlarge', hours: 100, place: { provider: 'aws', region: 'us-west-2' } },
  { ...V100, ...at('JP') },
  { ...V100, ...at('CA') },
  { ...V100, place: { zone: 'WORLD' } },
  { ...chips('T4'), hours: 12, place: { site: 'google-colab' } },
  { energyKwh: 100, energyScope: 'accelerators', ...at('DE') },
];

function estimated(run: object, edition: string) {
  const parsed = calculator.parseRun({ ...run, edition } as RunInput);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { operational, embodied } = calculator.estimate(parsed.run);
  return { kg: operational.kgCo2e, made: embodied.kgCo2e?.value ?? Number.NaN };
}

/** A figure with as many decimals as a text has of it. */
const as = (text: string, value: number): string =>
  Number(value.toFixed(text.split('.')[1]?.length ?? 0)).toLocaleString('en', {
    minimumFractionDigits: text.split('.')[1]?.length ?? 0,
  });

/** A cell as it should be, with the digits that it has: `211 t [129 to 360]`. */
function cell(text: string, run: object, edition: string): string {
  const [, value = '', tonnes = '', low = '', high = ''] =
    /^([\d.,]+)( t)? \[([\d.,]+) to ([\d.,]+)\]$/.exec(text) ?? [];
  const by = tonnes === '' ? 1 : 1000;
  const { kg } = estimated(run, edition);
  const [least = Number.NaN, most = Number.NaN] = [kg.low, kg.high];
  return `${as(value, kg.value / by)}${tonnes} [${as(low, least / by)} to ${as(high, most / by)}]`;
}

/** A line of the table as it should be; what it says beside the figures stays. */
function line(text: string, run: object): string {
  const [, title = '', before = '', now = '', why = ''] = text.split('|');
  const was = before.trim() === NOT_TOLD ? NOT_TOLD : cell(before.trim(), run, BEFORE);
  const said = why.replace(MADE, (_, one: string, other: string) => {
    const made = (text: string, edition: string) => as(text, estimated(run, edition).made);
    return `manufacture ${made(one, BEFORE)}, now ${made(other, NOW)}`;
  });
  return `|${title}| ${was} | ${cell(now.trim(), run, NOW)} |${said}|`;
}

const TABLE = /(?<=\| run, 100 h.*\n\| ---.*\n)(?:\|.*\n)+/;
const changelog = readFileSync('CHANGELOG.md', 'utf8');
const lines = TABLE.exec(changelog)?.[0].trimEnd().split('\n') ?? [];
const rows = lines.map((text, index) => ({ text, run: RUNS[index] ?? {} }));

// WRITE=changelog npx vitest run tests/docs/changelog.test.ts
if (process.env.WRITE === 'changelog') {
  const table = rows.map(({ text, run }) => `${line(text, run)}\n`).join('');
  writeFileSync(
    'CHANGELOG.md',
    changelog.replace(TABLE, () => table),
  );
}

describe('the table of runs in the changelog', () => {
  test('has the runs of this test', () => {
    expect(lines).toHaveLength(RUNS.length);
  });

  test.each(rows)('$text', ({ text, run }) => {
    expect(text).toBe(line(text, run));
  });
});
