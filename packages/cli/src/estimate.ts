import {
  type EstimateOptions,
  type EstimateResult,
  type Problem,
  type ProjectResult,
  problem,
} from '@ml-emissions/calculator';
import { Command } from 'commander';
import { estimate, estimateProject } from './calculator.ts';
import { readInput, refuse } from './input.ts';
import { type ExitCode, type Io, say } from './io.ts';
import { addRunFlags, type TypedFlags } from './run-flags.ts';
import { type Style, style } from './style.ts';
import { projectMoreText, projectReceiptText, projectShortText } from './text/project.ts';
import { receiptText } from './text/receipt.ts';
import { briefText, moreText, shortText } from './text/short.ts';

const EXAMPLES = `
Examples:
  $ ml-emissions estimate --accelerator "Tesla V100-SXM2-16GB" --count 8 --hours 100 --provider gcp --region us-central1
  $ ml-emissions estimate --accelerator 8xA100-SXM4-80GB --hours 2d4h --provider aws --region eu-north-1 --json
  $ ml-emissions estimate --accelerator "RTX 4090" --hours 90m --country FR --pue 1
  $ ml-emissions estimate --accelerator 4xL4 --hours 12 --carbon-intensity 35 --offset 50%
  $ ml-emissions estimate --accelerator 8xH100-SXM5-80GB --power-w 560 --device-hours 800 --provider azure --region swedencentral
  $ ml-emissions estimate run.yaml --hours 200
  $ ml-emissions estimate --accelerator "Tesla V100" --hours 100 --provider gcp --region europe-west6 --method lacoste-2019 --edition 2019-paper
  $ ml-emissions estimate --instance p4d.24xlarge --hours 20 --provider aws --region us-east-1 --work llm-fine-tuning
  $ ml-emissions estimate --energy-kwh 250..320..410 --energy-scope it --country DE --pue 1.2
  $ ml-emissions estimate --requests 1M --per day --output-tokens-per-request 300 --parameters 70B --precision fp8 --concurrency 32 --accelerator "8xH100 SXM5 80GB" --country FR
  $ ml-emissions estimate project.yaml --csv
  $ ml-emissions estimate --ndjson < runs.ndjson > results.ndjson
  $ ml-emissions estimate runs.ndjson --ndjson --csv > results.csv
`;

interface Flags {
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly ndjson?: boolean;
  readonly full?: boolean;
  readonly brief?: boolean;
  readonly receipt?: boolean;
  readonly color: boolean;
}

/** `ml-emissions estimate`: 0 answered, 2 bad input with one line a problem. */
export function estimateCommand(io: Io, finish: (exit: ExitCode) => void): Command {
  const command = new Command('estimate')
    .description('energy and emissions of a run or a project, with their range')
    .argument(
      '[file]',
      'a run or a project as YAML or JSON, - for standard input; flags override it',
    );
  return addRunFlags(command)
    .option('--brief', 'print the figure on one line')
    .option(
      '--receipt',
      'print each step with its source too, what was assumed and what is not counted',
    )
    .option('--json', 'print the whole result as JSON')
    .option('--csv', 'print the result as CSV, a row a run')
    .option(
      '--ndjson',
      'read one run or project a line from the file or standard input, write one answer a line: line, name, accelerator, count, deviceHours, zone, and with their ranges energyKwh, operational, embodied, total and water, and warnings as codes; or line, name and problems. With --csv as a table',
    )
    .option('--full', 'with --ndjson: the whole result in each answer')
    .option('--no-color', 'no colour')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string | undefined, flags: Flags & TypedFlags) => {
      finish(await answer(io, file, flags));
    });
}

async function answer(
  io: Io,
  path: string | undefined,
  flags: Flags & TypedFlags,
): Promise<ExitCode> {
  const refused = outputProblems(flags);
  if (refused.length > 0) return refuse(io, refused, { json: flags.json, path: undefined });
  if (flags.ndjson) return (await import('./ndjson.ts')).estimateLines(io, path, flags);
  const input = await readInput(io, path, flags);
  if (input.kind === 'problems')
    return refuse(io, input.problems, { json: flags.json, path: input.source });
  if (input.kind === 'project') {
    const result = estimateProject(input.project, partsAsked(flags, true));
    if (flags.json) io.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    else if (flags.csv) io.stdout.write(await csvText(result.runs));
    else say(io, projectText(result, flags, style(io.color && flags.color)));
    return 0;
  }
  const result = estimate(input.run, partsAsked(flags, false));
  if (flags.json) io.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  else if (flags.csv) io.stdout.write(await csvText([result]));
  else say(io, runText(result, flags, style(io.color && flags.color)));
  return 0;
}

/** What of a result is printed: where each run might move to instead is most of the work. */
function partsAsked({ json, csv, brief, receipt }: Flags, isProject: boolean): EstimateOptions {
  if (json || receipt) return {};
  return { receipt: false, alternatives: isProject || csv || brief ? false : 'anywhere' };
}

/** The writer of CSV is loaded where a table is asked for. */
const csvText = async (runs: readonly EstimateResult[]) =>
  (await import('@ml-emissions/report/csv')).csvOf(runs);

function runText(result: EstimateResult, { brief, receipt }: Flags, styles: Style): string {
  if (brief) return briefText(result);
  const more = receipt ? `\n${receiptText(result, styles)}` : '';
  return `${shortText(result, styles)}${more}\n${moreText(result, receipt === true, styles)}`;
}

function projectText(result: ProjectResult, { brief, receipt }: Flags, styles: Style): string {
  if (brief) return briefText(result);
  const more = receipt ? `\n${projectReceiptText(result, styles)}` : '';
  return `${projectShortText(result, styles)}${more}\n${projectMoreText(result, receipt === true, styles)}`;
}

/** The forms that an answer may have; the whole JSON has the receipt too. */
const FORMS = [
  ['csv', 'a table'],
  ['ndjson', 'one JSON object a line'],
  ['json', 'JSON'],
  ['brief', 'one line'],
  ['receipt', 'all steps'],
] as const;

/** One answer has one form. */
function outputProblems(flags: Flags): Problem[] {
  if (flags.full && (!flags.ndjson || flags.csv)) {
    const message = flags.ndjson
      ? '--full writes whole results, and a table has one row each'
      : '--full is for the answers of --ndjson';
    const expected = flags.ndjson ? '--full or --csv' : '--ndjson beside it, or --json';
    return [problem('conflict', '--full', true, { message, expected })];
  }
  const asked = FORMS.filter(
    ([name]) =>
      flags[name] &&
      !(name === 'receipt' && flags.json) &&
      // A table of many runs is a table.
      !(name === 'csv' && flags.ndjson),
  );
  const [one, other] = asked;
  if (!one || !other) return [];
  const message = `--${other[0]} writes ${other[1]}, --${one[0]} ${one[1]}; one of them`;
  const expected = `--${one[0]} or --${other[0]}`;
  return [problem('conflict', `--${one[0]}`, true, { message, expected })];
}
