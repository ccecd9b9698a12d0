import {
  type Checked,
  type CheckedProject,
  type Claim,
  massFromText,
  problem,
} from '@ml-emissions/calculator';
import { Command, Option } from 'commander';
import { FIGURES, GATE_FLAGS, type GateFlags, gate, MOST_FILES, SIDES } from './budget.ts';
import { check, checkProject } from './calculator.ts';
import { cleaned } from './cleaned.ts';
import { energy, mass, massRange, number } from './format.ts';
import { readRunOrProject, refuse } from './input.ts';
import { type ExitCode, type Io, say } from './io.ts';
import { addRunFlags, also, type TypedFlags } from './run-flags.ts';
import { type Style, style } from './style.ts';

const EXAMPLES = `
Examples:
  $ ml-emissions check --claim 12.9t --accelerator H100-SXM5-80GB --count 1000 --device-hours 7000000 --country US
  $ ml-emissions check run.yaml --claim "142 kg CO2e"
  $ ml-emissions check project.yaml --claim "10-12 t"
  $ ml-emissions check --budget 50kg project.yaml
  $ ml-emissions check --budget 2t --on high --of total experiments/*.yaml --junit emissions.xml
  $ ml-emissions check --base base.json --rise 5% experiments/run.yaml --github
`;
const EXPECTED = 'a mass such as 50kg, "16,714 kg CO2e", 12.9t or 300g';
const EXPECTED_CLAIM = `${EXPECTED}, or a range such as "10-12 t"`;

/** The column of what would have to be. */
const LEAD = 32;

interface Flags extends GateFlags {
  readonly claim?: string;
  readonly budget?: string;
}

/** `ml-emissions check`: whether a published figure can be right, or a budget is kept; 3 where not. */
export function checkCommand(io: Io, finish: (exit: ExitCode) => void): Command {
  const command = new Command('check')
    .description(
      'whether a published figure can be right: the grid, power or count that it implies',
    )
    .argument(
      '[files...]',
      `a run or project as YAML or JSON, - for standard input; flags override it; up to ${MOST_FILES} with --budget or --base`,
    )
    .option('--claim <mass>', `the figure as published: ${EXPECTED_CLAIM}`)
    .option('--budget <mass>', `the most that each may emit: ${EXPECTED}`)
    .option(
      '--base <result>',
      'what it must not be above: a result as estimate --json printed it, one a file',
      also,
    )
    .option('--rise <share>', 'how much above --base it may be, such as 5% (default: 0)')
    .addOption(
      new Option(
        '--on <side>',
        'what is held against the limit: the value (default) or the upper end of its range',
      ).choices(SIDES),
    )
    .addOption(
      new Option('--of <figure>', 'operational (default), or total with manufacture').choices(
        FIGURES,
      ),
    )
    .option('--github', 'print annotations of GitHub Actions, and add to the summary of the step')
    .option('--junit <file>', 'write JUnit XML, a test a file');
  return addRunFlags(command)
    .option('--json', 'print as JSON')
    .option('--no-color', 'no colour')
    .addHelpText('after', EXAMPLES)
    .action(async (files: readonly string[], flags: Flags & TypedFlags) => {
      finish(await answer(io, files, flags));
    });
}

async function answer(
  io: Io,
  paths: readonly string[],
  flags: Flags & TypedFlags,
): Promise<ExitCode> {
  const { claim, budget, base } = flags;
  const refused = (flag: string, value: unknown, message: string, expected: string) =>
    refuse(io, [problem('wrong-type', flag, value, { message, expected })], {
      json: flags.json,
      path: undefined,
    });
  if (claim === undefined && (budget !== undefined || base !== undefined)) {
    if (budget === undefined) return gate(io, paths, flags, null);
    const limit = claimOf(budget);
    return limit && limit.low === undefined
      ? gate(io, paths, flags, limit.kgCo2e)
      : refused(
          '--budget',
          budget,
          `--budget cannot be '${budget}'; expected ${EXPECTED}`,
          EXPECTED,
        );
  }
  const other = [...GATE_FLAGS, 'budget' as const].find((name) => flags[name] !== undefined);
  if (other !== undefined) {
    const message =
      other === 'budget' || other === 'base'
        ? 'it is a limit, --claim a figure to check; one at a time'
        : 'it goes with --budget or --base';
    return refused(`--${other}`, flags[other], message, '--claim, or --budget and --base');
  }
  if (paths.length > 1) {
    return refused('--claim', claim, 'a claim is checked against one file', 'one file');
  }
  if (claim === undefined) {
    const message =
      'what to check is missing: a figure as published (--claim), or a limit (--budget, --base)';
    return refused('--claim', claim, message, '--claim, --budget or --base');
  }
  const told = claimOf(claim);
  if (!told) {
    const expected = `--claim or --budget, ${EXPECTED_CLAIM}`;
    return refused(
      '--claim',
      claim,
      `--claim cannot be '${claim}'; expected ${EXPECTED_CLAIM}`,
      expected,
    );
  }
  const input = await readRunOrProject(io, paths[0], flags);
  if (input.kind === 'problems')
    return refuse(io, input.problems, { json: flags.json, path: input.source });
  const checked = input.kind === 'run' ? check(input.run, told) : checkProject(input.project, told);
  if (flags.json) io.stdout.write(`${JSON.stringify(checked, null, 2)}\n`);
  else {
    const runs = input.kind === 'run' ? [input.run] : input.project.runs;
    const isGridTold = runs.every((run) => run.carbonIntensityGPerKwh !== undefined);
    say(io, checkText(cleaned(checked), isGridTold, style(io.color && flags.color)));
  }
  return checked.holds ? 0 : 3;
}

/** `12.9t` -> 12900 kg, as its digits are written, `10-12 t` with both ends; null where it is no mass. */
function claimOf(text: string): Claim | null {
  const mass = massFromText(text);
  if (!mass) return null;
  const { value: kgCo2e, ...rest } = mass;
  return { kgCo2e, ...rest };
}

function checkText(
  {
    claimed,
    estimate,
    implied,
    taken,
    plausible,
    holds,
    findings,
    ratio,
  }: Checked | CheckedProject,
  isGridTold: boolean,
  styles: Style,
): string {
  const { carbonIntensityGPerKwh: grid, wholePowerWPerChip: power } = plausible;
  const { low, high } = estimate.kgCo2e;
  const isWithin = findings.some(({ code }) => code === 'within-range');
  const range =
    isWithin && low !== undefined && high !== undefined
      ? `: the 90 % range is ${mass(low)} to ${mass(high)}`
      : '';
  const reading =
    holds && findings.some(({ code }) => code === 'fits-boundary')
      ? ', if it counts something else'
      : '';
  const verdict = holds
    ? `The claim cannot be excluded${range}${reading}`
    : 'The claim does not hold';
  const can = (
    limits: { readonly low: number; readonly high: number } | null,
    unit: string,
    lead = 'it can be',
  ) =>
    limits
      ? styles.dim(`; ${lead} ${number(limits.low)} to ${number(limits.high)}${unit && ` ${unit}`}`)
      : '';
  /** What an input would be, and what it was taken as. */
  const line = (
    lead: string,
    key: keyof Checked['implied'],
    shown: (value: number) => string,
    unit = '',
    limits = '',
  ): string[] => {
    const [would, was] = [implied[key], taken[key]];
    if (would === null) return [];
    const instead = was === null ? '' : ` instead of ${shown(was)}`;
    return [`  ${lead.padEnd(LEAD)}${shown(would)}${unit}${instead}${limits}`];
  };
  const lines = [
    styles.bold(verdict),
    `  claimed    ${massRange(claimed)}`,
    `  estimated  ${massRange(estimate.kgCo2e)}${ratio === null ? '' : `; the claim is ${number(ratio)} of it`}`,
    '',
    styles.bold('What it says'),
    ...findings.map(({ message }) => `  ${message}`),
    '',
    styles.bold('For it to hold, all else as given'),
    ...line(
      'the grid would emit',
      'carbonIntensityGPerKwh',
      number,
      ' g CO2e/kWh',
      isGridTold ? can(grid, '', 'grids anywhere emit') : can(grid, 'there'),
    ),
    ...line('a chip with all around it draws', 'wholePowerWPerChip', number, ' W', can(power, 'W')),
    // A power says of the energy all that there is to say.
    ...(implied.wholePowerWPerChip === null
      ? line('the electricity would be', 'energyKwh', energy)
      : []),
    ...line('there would be', 'deviceCount', number, ' chips'),
  ];
  return `${lines.join('\n')}\n`;
}
