import { plannedWith } from '@ml-emissions/answers';
import { type Problem, problem } from '@ml-emissions/calculator';
import { Command } from 'commander';
import { compare, estimate } from './calculator.ts';
import { readInput, refuse } from './input.ts';
import { type ExitCode, type Io, say } from './io.ts';
import { addRunFlags, type TypedFlags } from './run-flags.ts';
import { style } from './style.ts';
import { compareText } from './text/compare.ts';
import { moreText, shortText } from './text/short.ts';

const EXAMPLES = `
Examples:
  $ ml-emissions plan --parameters 7B --tokens 2T --accelerator "A100 SXM4 80GB" --count 512 --provider aws --region us-east-1
  $ ml-emissions plan --parameters 70B --tokens 1.4T --mfu 0.4 --accelerator "1024xH100 SXM5 80GB" --country FR
  $ ml-emissions plan --parameters 8B --tokens 300M --trained-parameters 20M --work llm-fine-tuning --accelerator "8xA100 SXM4 80GB" --country DE
  $ ml-emissions plan --tokens 100B --tokens-per-second-per-accelerator 9000 --accelerator "64xH100 SXM5 80GB" --provider gcp --region us-central1
  $ ml-emissions plan --samples 115M --forward-flop-per-sample 8.2e9 --work vision-training --accelerator "8xV100 SXM2 32GB" --country US
  $ ml-emissions plan training.yaml --accelerators "H100 SXM5 80GB,H200 SXM" --json
`;

const TOP = 8;

interface Flags {
  readonly json?: boolean;
  readonly accelerators?: string;
  readonly color: boolean;
}

/** `ml-emissions plan`: what a training will emit that has no time yet, and what other choices would. */
export function planCommand(io: Io, finish: (exit: ExitCode) => void): Command {
  const command = new Command('plan')
    .description('what a training will emit before it starts: by its parameters, tokens and chips')
    .argument('[file]', 'a run as YAML or JSON, - for standard input; flags override it');
  return addRunFlags(command)
    .option(
      '--accelerators <names>',
      'other chips to plan it on: names with commas between, or all; usual ones by default',
    )
    .option('--json', 'print the whole result, with its choices, as JSON')
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
  const input = await readInput(io, path, flags);
  if (input.kind === 'problems')
    return refuse(io, input.problems, { json: flags.json, path: input.source });
  const refused = (problems: readonly Problem[]) =>
    refuse(io, problems, { json: flags.json, path: undefined });
  if (input.kind === 'project') return refused([notOneRun()]);
  const planned = plannedWith({ estimate, compare }, input.run, {
    ...chipsAsked(flags.accelerators),
    receipt: flags.json === true,
  });
  if ('problems' in planned) return refused(planned.problems.map(atFlag));
  const { result, choices } = planned;
  if (flags.json) {
    io.stdout.write(`${JSON.stringify({ ...result, choices }, null, 2)}\n`);
    return 0;
  }
  const styles = style(io.color && flags.color);
  say(
    io,
    `${shortText(result, styles)}\n${compareText(choices, TOP, styles)}\n${moreText(result, false, styles)}`,
  );
  return 0;
}

const chipsAsked = (
  names: string | undefined,
): { readonly accelerators?: true | readonly string[] } => {
  if (names === undefined) return {};
  return { accelerators: names === 'all' ? true : names.split(',').map((name) => name.trim()) };
};

const atFlag = (one: Problem): Problem =>
  one.field === '/accelerators' ? { ...one, field: '--accelerators' } : one;

const notOneRun = (): Problem =>
  problem('conflict', '/runs', null, {
    message: 'a plan is of one run; estimate takes projects, planned runs among them',
    expected: 'one run',
  });
