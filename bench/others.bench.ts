import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { processCost } from './process-cost.ts';

// Other tools of this field beside ours, at pinned versions that are installed into a temporary folder the first time.
// They do less a run: the Impact Framework multiplies three columns, CodeCarbon an energy by its country's grid, both
// without ranges. Where they cannot be installed, that is said.
const IMPACT_FRAMEWORK = '1.1.0';
const CODECARBON = '3.2.0';
const ROUNDS = 5;
const LINES = 10_000;
const BASELINE = 'node -e 0';

const COMMAND = fileURLToPath(new URL('../packages/cli/bin/ml-emissions.js', import.meta.url));
const folder = join(tmpdir(), 'ml-emissions-bench');
mkdirSync(folder, { recursive: true });
const at = (name: string) => join(folder, name);
const does = (program: string, args: readonly string[], cwd = folder) =>
  spawnSync(program, args, { cwd, stdio: 'ignore' }).status === 0;

/** The program of the Impact Framework; null where it cannot be had. */
function impactFramework(): string | null {
  const home = at(`if-${IMPACT_FRAMEWORK}`);
  const program = join(home, 'node_modules/@grnsft/if/build/if-run/index.js');
  if (existsSync(program)) return program;
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), '{ "private": true }');
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts'];
  return does('npm', ['install', ...quiet, `@grnsft/if@${IMPACT_FRAMEWORK}`], home)
    ? program
    : null;
}

/** A Python that has CodeCarbon; null where there is none. */
function codecarbon(): string | null {
  const home = at(`codecarbon-${CODECARBON}`);
  const python = join(home, 'bin/python');
  if (does(python, ['-c', 'import codecarbon'])) return python;
  const isMade = does('python3', ['-m', 'venv', home]);
  return isMade && does(python, ['-m', 'pip', 'install', '-q', `codecarbon==${CODECARBON}`])
    ? python
    : null;
}

function manifest(lines: number): string {
  const multiply = (name: string, from: string, to: string) => `    ${name}:
      path: builtin
      method: Multiply
      config: { input-parameters: [${from}], output-parameter: ${to} }
`;
  const inputs = Array.from(
    { length: lines },
    (_, index) =>
      `        - { timestamp: '2024-01-01T00:00:00Z', duration: 3600, device-hours: ${1 + (index % 97)}, power-kw: 0.3, intensity: 413 }`,
  );
  const file = at(`${lines}.yaml`);
  writeFileSync(
    file,
    `name: jobs
description: null
tags: null
initialize:
  plugins:
${multiply('energy', 'device-hours, power-kw', 'energy')}${multiply('operational', 'energy, intensity', 'carbon')}tree:
  children:
    jobs:
      pipeline: { compute: [energy, operational] }
      inputs:
${inputs.join('\n')}
`,
  );
  return file;
}

function jobs(lines: number): string {
  const file = at(`${lines}.ndjson`);
  const line = (index: number) =>
    JSON.stringify({
      hardware: [{ accelerator: 'Tesla V100-SXM2-16GB' }],
      hours: 1 + (index % 97),
      place: { country: 'US' },
    });
  writeFileSync(file, `${Array.from({ length: lines }, (_, index) => line(index)).join('\n')}\n`);
  return file;
}

const framework = impactFramework();
const python = codecarbon();

// Start to end, one run each; rounds take turns.
const run = ['--accelerator', 'Tesla V100-SXM2-16GB', '--hours', '1', '--country', 'US'];
const starts: Readonly<Record<string, readonly [string, ...string[]] | null>> = {
  [BASELINE]: [process.execPath, '-e', '0'],
  'ml-emissions estimate': [process.execPath, COMMAND, 'estimate', ...run],
  [`Impact Framework ${IMPACT_FRAMEWORK}, if-run`]: framework
    ? [process.execPath, framework, '-m', manifest(1)]
    : null,
  [`CodeCarbon ${CODECARBON}, imported`]: python
    ? [python, '-c', 'from codecarbon import OfflineEmissionsTracker']
    : null,
};
const times = new Map(Object.keys(starts).map((name) => [name, [] as number[]]));
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const [name, start] of Object.entries(starts)) {
    if (!start) continue;
    const [program, ...args] = start;
    const started = performance.now();
    const { status } = spawnSync(program, args, { cwd: folder, stdio: 'ignore' });
    if (status !== 0) throw new Error(`${name} ended with ${status}`);
    if (round > 0) times.get(name)?.push(performance.now() - started);
  }
}
const medianOf = (name: string) =>
  times.get(name)?.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;

const NOT_HERE = 'not installed here';
console.log(`\nStart to end of one run, median of ${ROUNDS}, and its ratio to ${BASELINE}\n`);
for (const [name, start] of Object.entries(starts)) {
  const ms = medianOf(name);
  const said = start
    ? `${ms.toFixed(0).padStart(5)} ms ${(ms / medianOf(BASELINE)).toFixed(2).padStart(6)} x`
    : NOT_HERE;
  console.log(`${name.padEnd(36)} ${said}`);
}

/** CPU seconds of CodeCarbon's own sum of energy and grid, as often. */
function codecarbonSeconds(program: string): number {
  const code = `
import time
from codecarbon.core.emissions import Emissions
from codecarbon.core.units import Energy
from codecarbon.external.geography import GeoMetadata
from codecarbon.input import DataSource
emissions = Emissions(DataSource())
geo = GeoMetadata(country_iso_code='USA', country_name='United States')
before = time.process_time()
for index in range(${LINES}):
    emissions.get_private_infra_emissions(Energy.from_energy(kWh=0.3 * (1 + index % 97)), geo)
print(time.process_time() - before)
`;
  const { stdout, status, stderr } = spawnSync(program, ['-c', code], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return Number(stdout.trim().split('\n').at(-1));
}

const out = at('printed');
const ours = await processCost([COMMAND, 'estimate', jobs(LINES), '--ndjson'], out);
const theirs =
  framework && (await processCost([framework, '-m', manifest(LINES), '-o', at('answer')], out));
const own = LINES / ours.cpuSeconds;
const row = (name: string, seconds: number | null) => {
  const said =
    seconds === null
      ? NOT_HERE
      : `${Math.round(LINES / seconds)
          .toLocaleString('en')
          .padStart(9)} ${(own / (LINES / seconds)).toFixed(1).padStart(6)} x`;
  console.log(`${name.padEnd(52)} ${said}`);
};
console.log(
  `\n${LINES.toLocaleString('en')} runs: runs a CPU-second, start and all, and how many times less\n`,
);
row('ml-emissions estimate --ndjson, with ranges', ours.cpuSeconds);
row(`Impact Framework ${IMPACT_FRAMEWORK}, two products`, theirs ? theirs.cpuSeconds : null);
row(
  `CodeCarbon ${CODECARBON}, energy by grid alone, without start`,
  python ? codecarbonSeconds(python) : null,
);
