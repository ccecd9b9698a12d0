import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { co2 } from '@tgwf/co2';
import { processCost } from './process-cost.ts';

// Many runs, a line each: what they cost in CPU time of the process beside reading and writing JSON alone, and beside
// CO2.js, which multiplies by a constant. Rounds take turns, and the quietest of each counts: whatever else the machine
// does makes all of them slower.
const COMMAND = fileURLToPath(new URL('../packages/cli/bin/ml-emissions.js', import.meta.url));
const library: typeof import('../packages/cli/src/index.ts') = await import(
  new URL('../packages/cli/dist/index.js', import.meta.url).href
);
const { createBulk, editions, estimate, parseRun } = library;

const LINES = 200_000;
/** Whole results are so much slower that fewer tell as well. */
const FEW = 1000;
const ROUNDS = 3;
const BASELINE = 'JSON.parse and JSON.stringify';

const CHIPS = ['nvidia-h100-sxm5-80gb', 'A100-SXM4-80GB', 'Tesla V100-SXM2-16GB', 'L4', 'T4'];
const PLACES = [
  { provider: 'gcp', region: 'us-central1' },
  { provider: 'gcp', region: 'europe-west9' },
  { provider: 'gcp', region: 'europe-west4' },
  { provider: 'gcp', region: 'asia-east1' },
  { provider: 'aws', region: 'us-east-1' },
  { provider: 'aws', region: 'us-west-2' },
  { provider: 'aws', region: 'eu-north-1' },
  { provider: 'aws', region: 'ap-south-1' },
  { provider: 'azure', region: 'swedencentral' },
  { provider: 'azure', region: 'westeurope' },
];

/** Numbers below one that look like chance and are the same each time (Numerical Recipes' generator). */
let state = 1;
function next(): number {
  state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
  return state / 2 ** 32;
}
const oneOf = <Item>(items: readonly Item[]): Item =>
  items[Math.floor(next() * items.length)] as Item;

const runs = Array.from({ length: LINES }, (_, index) => ({
  name: `job-${100_000 + index}`,
  hardware: [{ accelerator: oneOf(CHIPS), count: 2 ** Math.floor(next() * 7) }],
  hours: 0.01 + Math.round(next() * 10_000) / 100,
  work: 'llm-training',
  place: oneOf(PLACES),
}));
const lines = runs.map((run) => JSON.stringify(run));
const folder = mkdtempSync(join(tmpdir(), 'ml-emissions-'));
const all = join(folder, 'all.ndjson');
const few = join(folder, 'few.ndjson');
writeFileSync(all, `${lines.join('\n')}\n`);
writeFileSync(few, `${lines.slice(0, FEW).join('\n')}\n`);

const { rowOf } = createBulk(editions);
const site = new co2({ model: 'swd', version: 4 });

/** What is done with one line in this process. */
const works: Readonly<Record<string, readonly [most: number, work: (line: string) => unknown]>> = {
  [BASELINE]: [LINES, (line) => JSON.stringify(JSON.parse(line))],
  'CO2.js perByteTrace, read and written': [
    LINES / 10,
    (line) => JSON.stringify(site.perByteTrace(JSON.parse(line).hours)),
  ],
  'library: rows, read and written': [LINES, (line) => JSON.stringify(rowOf(JSON.parse(line)))],
  'library: parseRun and estimate': [
    FEW / 4,
    (line) => {
      const parsed = parseRun(JSON.parse(line));
      return parsed.ok ? estimate(parsed.run) : parsed.problems;
    },
  ],
};
const commands: Readonly<Record<string, readonly [most: number, args: readonly string[]]>> = {
  'command: --ndjson': [LINES, [all, '--ndjson']],
  'command: --ndjson --csv': [LINES, [all, '--ndjson', '--csv']],
  'command: --ndjson --full': [FEW, [few, '--ndjson', '--full']],
};

interface Cost {
  readonly perSecond: number;
  readonly maxRssMb: number | null;
  readonly bytesPerByte: number | null;
}

function costInProcess(most: number, work: (line: string) => unknown): Cost {
  const before = process.cpuUsage();
  for (let index = 0; index < most; index += 1) work(lines[index] ?? '');
  const { user, system } = process.cpuUsage(before);
  return { perSecond: (most / (user + system)) * 1e6, maxRssMb: null, bytesPerByte: null };
}

async function costOfCommand(most: number, args: readonly string[]): Promise<Cost> {
  const out = join(folder, 'out');
  const { cpuSeconds, maxRssMb } = await processCost([COMMAND, 'estimate', ...args], out);
  return {
    perSecond: most / cpuSeconds,
    maxRssMb,
    bytesPerByte: statSync(out).size / statSync(args[0] ?? '').size,
  };
}

const best = new Map<string, Cost>();
const keep = (name: string, cost: Cost) => {
  const before = best.get(name);
  if (!before || cost.perSecond > before.perSecond) best.set(name, cost);
};
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [name, [most, work]] of Object.entries(works)) keep(name, costInProcess(most, work));
  for (const [name, [most, args]] of Object.entries(commands))
    keep(name, await costOfCommand(most, args));
}
rmSync(folder, { recursive: true });

const baseline = best.get(BASELINE)?.perSecond ?? Number.NaN;
console.log(
  `\n${LINES.toLocaleString('en')} runs of ${CHIPS.length * PLACES.length} kinds: runs a CPU-second, CPU time over that of ${BASELINE}, peak memory, bytes out over bytes in\n`,
);
for (const [name, { perSecond, maxRssMb, bytesPerByte }] of best) {
  const cells = [
    name.padEnd(40),
    Math.round(perSecond).toLocaleString('en').padStart(10),
    `${(baseline / perSecond).toFixed(1)} x`.padStart(10),
    (maxRssMb === null ? '' : `${maxRssMb.toFixed(0)} MB`).padStart(10),
    (bytesPerByte === null ? '' : `${bytesPerByte.toFixed(1)} x`).padStart(10),
  ];
  console.log(cells.join('').trimEnd());
}
