import {
  asShare,
  asTyped,
  type CompareOptions,
  PRECISIONS,
  type Precision,
  type Problem,
  problem,
} from '@ml-emissions/calculator';
import { Command, Option } from 'commander';
import { compare, compareProject } from './calculator.ts';
import { readRunOrProject, refuse } from './input.ts';
import { type ExitCode, type Io, say } from './io.ts';
import { addRunFlags, type TypedFlags } from './run-flags.ts';
import { style } from './style.ts';
import { compareText } from './text/compare.ts';

const EXAMPLES = `
Examples:
  $ ml-emissions compare run.yaml
  $ ml-emissions compare --accelerator 8xA100-SXM4-80GB --hours 100 --provider gcp --region us-central1 --regions gcp
  $ ml-emissions compare run.yaml --accelerators "H100 SXM5 80GB,L40S" --at-precision bf16
  $ ml-emissions compare run.yaml --accelerators all --at-repeats 20,60 --json
`;
const TOP = 10;

interface Flags {
  readonly regions?: string | boolean;
  readonly accelerators?: string;
  readonly atPrecision?: string;
  readonly atUtilisation?: string;
  readonly atRepeats?: string;
  readonly top: string;
  readonly json?: boolean;
  readonly color: boolean;
}

/** `ml-emissions compare`: the same work elsewhere, on other hardware, at another utilisation, with fewer trials. */
export function compareCommand(io: Io, finish: (exit: ExitCode) => void): Command {
  const command = new Command('compare')
    .description('what would lower it: other regions, hardware, utilisation, fewer trials')
    .argument(
      '[file]',
      'a run or project as YAML or JSON, - for standard input; flags override it',
    );
  return addRunFlags(command)
    .option('--regions [provider]', 'other regions: all, or of one provider (default)')
    .option('--accelerators <names>', 'other chips: names with commas between, or all')
    .addOption(
      new Option('--at-precision <name>', 'whose peak FLOP/s scale the time').choices(PRECISIONS),
    )
    .option('--at-utilisation <shares>', 'other mean power / TDP, such as 60%,90%')
    .option('--at-repeats <numbers>', 'other numbers of trials, such as 20,60')
    .option('--top <n>', 'how many to print', String(TOP))
    .option('--json', 'print all as JSON')
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
  const input = await readRunOrProject(io, path, flags);
  if (input.kind === 'problems')
    return refuse(io, input.problems, { json: flags.json, path: input.source });
  const asked = options(flags);
  if ('problems' in asked) return refuse(io, asked.problems, { json: flags.json, path: undefined });
  const compared =
    input.kind === 'run' ? compare(input.run, asked) : compareProject(input.project, asked);
  if (!compared.ok) return refuse(io, compared.problems, { json: flags.json, path: undefined });
  const { comparison } = compared;
  if (flags.json) io.stdout.write(`${JSON.stringify(comparison, null, 2)}\n`);
  else say(io, compareText(comparison, Number(flags.top) || TOP, style(io.color && flags.color)));
  return 0;
}

/** What the flags ask to compare; regions where they ask for nothing. */
function options(flags: Flags): CompareOptions | { readonly problems: readonly Problem[] } {
  const { regions, accelerators, atPrecision, atUtilisation, atRepeats } = flags;
  const shares = numbers(
    atUtilisation,
    '--at-utilisation',
    asShare,
    'shares above 0, at most 1',
    1,
  );
  const repeats = numbers(
    atRepeats,
    '--at-repeats',
    asTyped,
    'numbers above 0, at most 1000000',
    1e6,
  );
  const problems = [...shares.problems, ...repeats.problems];
  if (problems.length > 0) return { problems };
  const isElse = accelerators !== undefined || shares.list.length > 0 || repeats.list.length > 0;
  return {
    ...(regions === undefined && isElse
      ? {}
      : { regions: typeof regions === 'string' ? { provider: regions } : true }),
    ...(accelerators === undefined
      ? {}
      : {
          accelerators:
            accelerators === 'all' ? true : accelerators.split(',').map((name) => name.trim()),
        }),
    ...(atPrecision === undefined ? {} : { precision: atPrecision as Precision }),
    utilisation: shares.list,
    repeats: repeats.list,
  };
}

function numbers(
  text: string | undefined,
  flag: string,
  read: (one: string) => number | string,
  expected: string,
  most: number,
): { readonly list: number[]; readonly problems: Problem[] } {
  const list: number[] = [];
  const problems: Problem[] = [];
  for (const one of text?.split(',') ?? []) {
    const value = read(one);
    if (typeof value === 'number' && value > 0 && value <= most) list.push(value);
    else
      problems.push(
        problem('out-of-range', flag, one, {
          message: `'${one}' cannot be; expected ${expected}`,
          expected,
        }),
      );
  }
  return { list, problems };
}
