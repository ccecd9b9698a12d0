import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { namedRows } from '../packages/data/src/check/rows.ts';
import { TABLE_FILES } from '../packages/data/src/check/tables.ts';
import { CORE, coreOf } from '../packages/data/vite/core.ts';
import { DATA } from '../packages/data/vite/folder.ts';
import { readCommons } from '../packages/data/vite/read-commons.ts';
import { between, withColumns } from './data-columns.ts';

const README = join(DATA, 'README.md');
const STATS = ['<!-- stats -->', '<!-- /stats -->'] as const;

const files = new Map(readCommons().map((text) => [text.file, text]));
const rowsOf = (file: string) => namedRows(files.get(file));

function countBy(file: string, column: string): string {
  const counts = new Map<string, number>();
  for (const { cell } of rowsOf(file)) {
    const word = cell(column) || 'not known';
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([word, count]) => `${word} ${count}`)
    .join(', ');
}

function share(file: string, column: string): string {
  const rows = rowsOf(file);
  const known = rows.filter(({ cell }) => cell(column) !== '').length;
  return `${known} of ${rows.length}`;
}

function years(file: string): string {
  const all = rowsOf(file).flatMap(({ number }) => number('year') ?? []);
  return `${Math.min(...all)} to ${Math.max(...all)}`;
}

const newest = new Map<string, number>();
for (const file of ['zone_intensity.csv', 'odbl/zone_intensity.csv']) {
  for (const { cell, number } of rowsOf(file)) {
    if (cell('scope') !== 'lifecycle' || cell('quality') === 'suspect') continue;
    newest.set(cell('zone'), Math.max(newest.get(cell('zone')) ?? 0, number('year') ?? 0));
  }
}
const regionsWithZone = rowsOf('regions.csv').filter(({ cell }) => newest.has(cell('zone'))).length;

const lines = [
  '| table | rows | gzip, kB |',
  '|---|---|---|',
  ...Object.keys(TABLE_FILES).map((file) => {
    const bytes = gzipSync(readFileSync(join(DATA, file))).length;
    return `| \`${file}\` | ${rowsOf(file).length} | ${(bytes / 1000).toFixed(1)} |`;
  }),
  '',
  `- Accelerators by vendor: ${countBy('accelerators.csv', 'vendor')}.`,
  `- Accelerators by confidence: ${countBy('accelerators.csv', 'confidence')}. Launched ${years('accelerators.csv')}.`,
  `- Accelerators with a TDP: ${share('accelerators.csv', 'tdp_w')}; with FP16 matrix rate: ${share('accelerators.csv', 'fp16_tensor_tflops')}; with idle power: ${share('accelerators.csv', 'idle_w')}; with an embodied figure: ${share('accelerators.csv', 'embodied_kg_co2e')}.`,
  `- Processors with a TDP: ${share('cpus.csv', 'tdp_w')}.`,
  `- Instances by provider: ${countBy('instances.csv', 'provider')}.`,
  `- Regions by provider: ${countBy('regions.csv', 'provider')}.`,
  `- Regions whose own grid area has a lifecycle figure: ${regionsWithZone} of ${rowsOf('regions.csv').length}.`,
  `- Zones with a lifecycle figure: ${newest.size}; of 2024 or later: ${[...newest.values()].filter((year) => year >= 2024).length}. Years ${years('zone_intensity.csv')}.`,
];

/** What the page loads before anything else, as `packages/data/vite/core.ts` cuts it. */
function coreKb(names: readonly string[]): string {
  const texts = names.map((name) => {
    const text = files.get(name);
    const rows = text?.rows.map(({ cells }) => cells) ?? [];
    return JSON.stringify(coreOf(name, text?.columns ?? [], rows));
  });
  return (gzipSync(texts.join('')).length / 1000).toFixed(1);
}
const FORM = [
  'accelerators.csv',
  'regions.csv',
  'zone_intensity.csv',
  'odbl/zone_intensity.csv',
  'region_intensity.csv',
];
lines.push(
  `- First load of the page, gzip: accelerators, regions and newest intensities ${coreKb(FORM)} kB; all its tables ${coreKb(Object.keys(CORE))} kB.`,
);
const text = lines.join('\n');
console.log(text);

/** `npm run data:stats -- --write` keeps data/README.md up to date. */
if (process.argv.includes('--write')) {
  const readme = readFileSync(README, 'utf8');
  writeFileSync(README, withColumns(between(readme, STATS, text)));
}
