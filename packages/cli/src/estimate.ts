import { estimate, METHODS, PHASES, type Problem, parseRun } from '@ml-emissions/calculator';
import { Command, Option } from 'commander';
import { estimateCsv } from './estimate-csv.ts';
import { type RunFlags, runFromFlags } from './flags.ts';
import type { ExitCode, Io } from './io.ts';
import { estimateLines } from './ndjson.ts';
import { readRunFile } from './read-file.ts';
import { style } from './style.ts';
import { estimateText } from './text/estimate.ts';
import { problemLine } from './text/problem.ts';

const EXAMPLES = `
Examples:
  $ ml-emissions estimate --accelerator "Tesla V100-SXM2-16GB" --count 8 --hours 100 --provider gcp --region us-central1
  $ ml-emissions estimate --accelerator 8xA100-SXM4-80GB --hours 2d4h --provider aws --region eu-north-1 --json
  $ ml-emissions estimate --accelerator "RTX 4090" --hours 90m --country FR --pue 1
  $ ml-emissions estimate --accelerator 4xL4 --hours 12 --carbon-intensity 35 --offset 50%
  $ ml-emissions estimate --accelerator 8xH100-SXM5-80GB --power-w 560 --device-hours 800 --provider azure --region swedencentral
  $ ml-emissions estimate run.yaml --hours 200
  $ ml-emissions estimate --accelerator "Tesla V100" --hours 100 --provider gcp --region europe-west6 --method lacoste-2019 --edition 2019-paper
  $ ml-emissions estimate --ndjson < runs.ndjson > results.ndjson
`;

interface Flags extends RunFlags {
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly ndjson?: boolean;
  readonly color: boolean;
}

const also = (value: string, before: readonly string[] = []) => [...before, value];

/** `ml-emissions estimate`: 0 answered, 2 bad input with one line a problem. */
export function estimateCommand(io: Io, finish: (exit: ExitCode) => void): Command {
  return new Command('estimate')
    .description('energy and emissions of one run, with its receipt')
    .argument('[file]', 'a run as YAML or JSON; flags override it')
    .option('--accelerator <name>', 'chip by any name, or 8xNAME; repeat for several kinds', also)
    .option('--count <chips>', 'chips; 0.5 is half of one; repeat along with --accelerator', also)
    .option('--power-w <watts>', 'measured mean power of one chip, as nvidia-smi shows it', also)
    .option('--utilisation <share>', 'measured mean power / TDP: 0.8 or 80%', also)
    .option('--hours <time>', 'wall-clock time: 100, 2d4h, 90m, 1:30:00')
    .option('--device-hours <h>', 'chip-hours over all chips, instead of --hours')
    .option('--repeats <n>', 'how often the whole was run: restarts, seeds, trials')
    .option('--provider <id>', 'cloud provider, such as gcp, aws, azure')
    .option('--region <id>', 'the provider’s region, such as us-central1')
    .option('--zone <id>', 'grid zone instead of a cloud region, such as US-CAL-CISO')
    .option('--country <code>', 'country instead of a cloud region, such as FR')
    .option('--carbon-intensity <g>', 'your own intensity, g CO2e/kWh; wins over the place')
    .option('--pue <ratio>', 'your own facility energy / IT energy')
    .option('--offset <share>', 'what your own infrastructure offsets: 0.5 or 50%')
    .option('--year <year>', 'calendar year of the run')
    .addOption(new Option('--phase <phase>', `what the run is for: ${PHASES.join(', ')}`))
    .option('--method <name>', `${METHODS.join(' or ')} (default: full)`)
    .option('--edition <id>', 'edition of the data, such as 2019-paper')
    .option('--json', 'print the result as JSON')
    .option('--csv', 'print the result as CSV')
    .option('--ndjson', 'read one run a line from standard input, write one result a line')
    .option('--no-color', 'no colour')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string | undefined, flags: Flags) => {
      finish(await run(io, file, flags));
    });
}

async function run(io: Io, path: string | undefined, flags: Flags): Promise<ExitCode> {
  if (flags.ndjson) return estimateLines(io);
  const file = path === undefined ? null : await readRunFile(path);
  if (file && !file.ok) return refuse(io, [file.problem], flags, path);
  const written = file?.value ?? {};
  const isObject = typeof written === 'object' && !Array.isArray(written);
  const parsed = parseRun(
    isObject ? runFromFlags(flags, written as Record<string, unknown>) : written,
  );
  if (!parsed.ok) return refuse(io, parsed.problems, flags, path);
  const result = estimate(parsed.run);
  if (flags.json) io.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  else if (flags.csv) io.stdout.write(estimateCsv(result));
  else io.stdout.write(estimateText(result, style(io.color && flags.color)));
  return 0;
}

/** Problems go to standard error, so that pipes stay clean; as JSON where JSON was asked for. */
function refuse(
  io: Io,
  problems: readonly Problem[],
  flags: Flags,
  path: string | undefined,
): ExitCode {
  if (flags.json) io.stderr.write(`${JSON.stringify({ problems }, null, 2)}\n`);
  else {
    const named = path === undefined ? 'flag' : 'field';
    for (const problem of problems) io.stderr.write(`${problemLine(problem, named)}\n`);
  }
  return 2;
}
