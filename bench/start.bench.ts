import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// What a person waits for at a terminal: each start beside the shortest that the platform has, in one loop, so that a
// busy moment of the machine hits all of them. The code alone, loaded and asked nothing, is the least that an estimate
// can come to; what is above that is the tables, the estimate itself and code that is run for the first time.
const COMMAND = fileURLToPath(new URL('../packages/cli/bin/ml-emissions.js', import.meta.url));
const LOADED = new URL('../packages/cli/dist/cli.js', import.meta.url).href;
const BASELINE = 'node -e 0';
const ROUNDS = 21;
const RUN = fileURLToPath(new URL('../examples/good/eight-v100.yaml', import.meta.url));
const FLAGS =
  '--accelerator=Tesla V100-SXM2-16GB,--count=8,--hours=100,--provider=gcp,--region=us-central1';

/** The count with the name, so that the text is read and not only looked up. */
const COUNTED =
  '--accelerator=8xTesla V100-SXM2-16GB,--hours=100,--provider=gcp,--region=us-central1';

/** Names that are ids: no index of names is built. */
const BY_IDS = '--accelerator=nvidia-a100-sxm4-80gb,--hours=100,--provider=aws,--region=us-east-1';

const starts: Readonly<Record<string, readonly string[]>> = {
  [BASELINE]: ['-e', '0'],
  'the code alone, asked nothing': [
    '--input-type=module',
    '-e',
    `import ${JSON.stringify(LOADED)}`,
  ],
  'ml-emissions --version': [COMMAND, '--version'],
  'ml-emissions estimate --brief': [COMMAND, 'estimate', ...BY_IDS.split(','), '--brief'],
  'ml-emissions estimate, flags': [COMMAND, 'estimate', ...FLAGS.split(',')],
  'ml-emissions estimate, 8xNAME': [COMMAND, 'estimate', ...COUNTED.split(',')],
  'ml-emissions estimate, a file': [COMMAND, 'estimate', RUN],
  'ml-emissions compare': [COMMAND, 'compare', RUN],
};

// Where a file of certificates is named, Node 20 reads it at each start, whatever is run: twice what an empty start takes,
// and nothing of the command's.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

const times = new Map(Object.keys(starts).map((name) => [name, [] as number[]]));
// The first round fills what the platform and the disk keep.
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const [name, args] of Object.entries(starts)) {
    const started = performance.now();
    const { status } = spawnSync(process.execPath, args, { stdio: 'ignore', env });
    if (status !== 0) throw new Error(`${name} ended with ${status}`);
    if (round > 0) times.get(name)?.push(performance.now() - started);
  }
}
const medianOf = (name: string) =>
  times.get(name)?.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;

console.log(`\nStart to end, median of ${ROUNDS}, and its ratio to ${BASELINE}\n`);
for (const name of Object.keys(starts)) {
  const ratio = medianOf(name) / medianOf(BASELINE);
  console.log(
    `${name.padEnd(30)} ${medianOf(name).toFixed(0).padStart(5)} ms ${ratio.toFixed(2).padStart(6)} x`,
  );
}
