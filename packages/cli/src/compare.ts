import { existsSync } from 'node:fs';
import {
  asShare,
  asTyped,
  type CompareOptions,
  PRECISIONS,
  type Precision,
  type Problem,
  problem,
  type RegionFilter,
} from '@ml-emissions/calculator';
import { Command, Option } from 'commander';
import { compare, compareProject } from './calculator.ts';
import { readRunOrProject, refuse } from './input.ts';
import { type ExitCode, type Io, say } from './io.ts';
import { STDIN } from './read-file.ts';
import { addRunFlags, type TypedFlags } from './run-flags.ts';
import { style } from './style.ts';
import { compareCsv, compareText } from './text/compare.ts';

const EXAMPLES = `
Examples:
  $ ml-emissions compare run.yaml
  $ ml-emissions compare --accelerator 8xA100-SXM4-80GB --hours 100 --provider gcp --region us-central1 --regions gcp
  $ ml-emissions compare run.yaml --accelerators "H100 SXM5 80GB,L40S" --at-precision bf16
  $ ml-emissions compare run.yaml --continents EU --providers aws,azure --offered
  $ ml-emissions compare run.yaml --countries FR,SE,CH --csv > places.csv
  $ ml-emissions compare run.yaml --accelerators all --at-repeats 20,60 --json
`;
const TOP = 10;

interface Flags {
  readonly regions?: string | boolean;
  readonly providers?: string;
  readonly continents?: string;
  readonly countries?: string;
  readonly offered?: boolean;
  readonly accelerators?: string;
  readonly atPrecision?: string;
  readonly atUtilisation?: string;
  readonly atRepeats?: string;
  readonly atTokens?: string;
  readonly top: string;
  readonly json?: boolean;
  readonly csv?: boolean;
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
    .option('--regions [providers]', 'other regions (default): all, or those of gcp,aws')
    .option('--providers <names>', 'the same: regions of these, such as gcp,aws')
    .option('--continents <names>', 'regions in EU, Europe, "North America", …; or in --countries')
    .option('--countries <names>', 'regions in FR,Germany; or on --continents')
    .option(
      '--offered',
      'only regions of providers that list the machine or chips, where that is known',
    )
    .option('--accelerators <names>', 'other chips: names with commas between, or all')
    .addOption(
      new Option('--at-precision <name>', 'whose peak FLOP/s scale the time').choices(PRECISIONS),
    )
    .option('--at-utilisation <shares>', 'other mean power / TDP, such as 60%,90%')
    .option(
      '--at-repeats <numbers>',
      'other numbers of repeats: restarts, seeds, trials that are whole runs, such as 3,10',
    )
    .option(
      '--at-tokens <multiples>',
      'of a planned training: multiples of its tokens, such as 0.5,2',
    )
    .option('--top <n>', 'how many to print', String(TOP))
    .option('--json', 'print all as JSON')
    .option('--csv', 'print all as CSV, a row an option')
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
  const refused = (problems: readonly Problem[]) =>
    refuse(io, problems, { json: flags.json, path: undefined });
  const wrong = path === undefined ? swallowed(flags) : [];
  if (wrong.length > 0) return refused(wrong);
  const asked = options(flags);
  if ('problems' in asked) return refused(asked.problems);
  const input = await readRunOrProject(io, path, flags);
  if (input.kind === 'problems')
    return refuse(io, input.problems, { json: flags.json, path: input.source });
  const compared =
    input.kind === 'run'
      ? compare(input.run, asked.options)
      : compareProject(input.project, asked.options);
  if (!compared.ok) return refused(compared.problems.map((one) => atFlag(one, flags)));
  const { comparison } = compared;
  if (flags.json) io.stdout.write(`${JSON.stringify(comparison, null, 2)}\n`);
  else if (flags.csv) io.stdout.write(compareCsv(comparison));
  else say(io, compareText(comparison, asked.top, style(io.color && flags.color)));
  return 0;
}

/** A problem with a question at the flag that asks it. */
function atFlag(one: Problem, { providers, regions }: Flags): Problem {
  const names: Readonly<Record<string, string>> = {
    '/accelerators': '--accelerators',
    '/utilisation': '--at-utilisation',
    '/repeats': '--at-repeats',
    '/tokens': '--at-tokens',
    '/regions/continents': '--continents',
    '/regions/countries': '--countries',
    '/regions/providers':
      listed(providers).includes(String(one.value)) || regions === undefined
        ? '--providers'
        : '--regions',
  };
  return { ...one, field: names[one.field] ?? one.field };
}

interface Asked {
  readonly options: CompareOptions;
  readonly top: number;
}

/** What the flags ask to compare; regions where they ask for nothing. */
function options(flags: Flags): Asked | { readonly problems: readonly Problem[] } {
  const { accelerators, atPrecision, atUtilisation, atRepeats, atTokens } = flags;
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
  const tokens = numbers(atTokens, '--at-tokens', asTyped, 'numbers above 0, at most 1000000', 1e6);
  const problems = [
    ...shares.problems,
    ...repeats.problems,
    ...tokens.problems,
    ...outputProblems(flags),
    ...NAMES.flatMap((name) => emptyNames(name, flags[name])),
  ];
  if (problems.length > 0) return { problems };
  const isElse =
    accelerators !== undefined || [shares, repeats, tokens].some(({ list }) => list.length > 0);
  return {
    top: Number(flags.top),
    options: {
      regions: regionsAsked(flags, !isElse),
      ...(accelerators === undefined
        ? {}
        : { accelerators: accelerators === 'all' ? true : listed(accelerators) }),
      ...(atPrecision === undefined ? {} : { precision: atPrecision as Precision }),
      utilisation: shares.list,
      repeats: repeats.list,
      tokens: tokens.list,
    },
  };
}

const listed = (text: string | undefined) => text?.split(',').map((name) => name.trim()) ?? [];

/** Flags that take names with commas between. */
const NAMES = ['regions', 'providers', 'continents', 'countries', 'accelerators'] as const;

function emptyNames(name: (typeof NAMES)[number], value: string | boolean | undefined): Problem[] {
  if (typeof value !== 'string' || !listed(value).includes('')) return [];
  const expected = 'names with commas between';
  const message =
    value.trim() === '' ? `it is empty; expected ${expected}` : `a name is empty in '${value}'`;
  return [problem('wrong-type', `--${name}`, value, { message, expected })];
}

/** A file behind `--regions` is taken for the name of a provider. */
function swallowed({ regions }: Flags): Problem[] {
  if (typeof regions !== 'string') return [];
  if (regions !== STDIN && !/\.(?:ya?ml|json)$/i.test(regions) && !existsSync(regions)) return [];
  const expected = `the file first, or --regions=all ${regions}`;
  const message = `'${regions}' is a file, and stands where the names of providers would; expected ${expected}`;
  return [problem('wrong-type', '--regions', regions, { message, expected })];
}

/** All regions, some, or none where something else is compared and nothing said of regions. */
function regionsAsked(flags: Flags, byDefault: boolean): boolean | RegionFilter {
  const { regions, providers, continents, countries, offered } = flags;
  const named = typeof regions === 'string' && regions !== 'all' ? listed(regions) : [];
  const whose = [...named, ...listed(providers)];
  const asked: RegionFilter = {
    ...(whose.length > 0 ? { providers: whose } : {}),
    ...(continents === undefined ? {} : { continents: listed(continents) }),
    ...(countries === undefined ? {} : { countries: listed(countries) }),
    ...(offered ? { offered } : {}),
  };
  return Object.keys(asked).length > 0 ? asked : byDefault || regions !== undefined;
}

function outputProblems({ top, csv, json }: Flags): Problem[] {
  const expected = 'a whole number from 1';
  return [
    ...(/^[1-9]\d{0,8}$/.test(top)
      ? []
      : [
          problem('out-of-range', '--top', top, {
            message: `'${top}' cannot be; expected ${expected}`,
            expected,
          }),
        ]),
    ...(csv && json
      ? [
          problem('conflict', '--csv', true, {
            message: '--json writes JSON, --csv a table; one of them',
            expected: '--csv or --json',
          }),
        ]
      : []),
  ];
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
