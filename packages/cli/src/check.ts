import {
  type Checked,
  type CheckedProject,
  type Claim,
  massFromText,
  problem,
  type Quantity,
} from '@ml-emissions/calculator';
import { Command } from 'commander';
import { check, checkProject, estimate, estimateProject } from './calculator.ts';
import { cleaned } from './cleaned.ts';
import { mass, massRange, number, percent } from './format.ts';
import { readInput, readRunOrProject, refuse } from './input.ts';
import { type ExitCode, type Io, say } from './io.ts';
import { addRunFlags, type TypedFlags } from './run-flags.ts';
import { type Style, style } from './style.ts';

const EXAMPLES = `
Examples:
  $ ml-emissions check --claim 12.9t --accelerator H100-SXM5-80GB --count 1000 --device-hours 7000000 --country US
  $ ml-emissions check run.yaml --claim "142 kg CO2e"
  $ ml-emissions check project.yaml --claim "10-12 t"
  $ ml-emissions check --budget 50kg project.yaml
`;
const EXPECTED = 'a mass such as 50kg, "16,714 kg CO2e", 12.9t or 300g';
const EXPECTED_CLAIM = `${EXPECTED}, or a range such as "10-12 t"`;

interface Flags {
  readonly claim?: string;
  readonly budget?: string;
  readonly json?: boolean;
  readonly color: boolean;
}

/** `ml-emissions check`: whether a published figure can be right, or a budget is kept; 3 where not. */
export function checkCommand(io: Io, finish: (exit: ExitCode) => void): Command {
  const command = new Command('check')
    .description(
      'whether a published figure can be right: the grid, power or count that it implies',
    )
    .argument('[file]', 'a run or project as YAML or JSON, - for standard input; flags override it')
    .option('--claim <mass>', `the figure as published: ${EXPECTED_CLAIM}`)
    .option('--budget <mass>', `the most that it may emit: ${EXPECTED}`);
  return addRunFlags(command)
    .option('--json', 'print as JSON')
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
  const { claim, budget } = flags;
  const [flag, text] = budget === undefined ? ['--claim', claim ?? ''] : ['--budget', budget];
  const told = claimOf(text);
  const isBoth = claim !== undefined && budget !== undefined;
  if (!told || isBoth || (budget !== undefined && told.low !== undefined)) {
    const expected = budget === undefined ? EXPECTED_CLAIM : EXPECTED;
    const message = isBoth
      ? 'a claim and a budget are both given; one at a time'
      : `${flag} cannot be '${text}'; expected ${expected}`;
    const refused = problem('wrong-type', flag, text, {
      message,
      expected: `--claim or --budget, ${expected}`,
    });
    return refuse(io, [refused], { json: flags.json, path: undefined });
  }
  if (budget !== undefined) return againstBudget(io, path, flags, told.kgCo2e);
  const input = await readRunOrProject(io, path, flags);
  if (input.kind === 'problems')
    return refuse(io, input.problems, { json: flags.json, path: input.source });
  const checked = input.kind === 'run' ? check(input.run, told) : checkProject(input.project, told);
  if (flags.json) io.stdout.write(`${JSON.stringify(checked, null, 2)}\n`);
  else say(io, checkText(cleaned(checked), style(io.color && flags.color)));
  return checked.holds ? 0 : 3;
}

/** A gate: the location-based figure must not be above the budget; where the range is, that is told. */
async function againstBudget(
  io: Io,
  path: string | undefined,
  flags: Flags & TypedFlags,
  budgetKg: number,
): Promise<ExitCode> {
  const input = await readInput(io, path, flags);
  if (input.kind === 'problems')
    return refuse(io, input.problems, { json: flags.json, path: input.source });
  const result =
    input.kind === 'run'
      ? estimate(input.run, { receipt: false })
      : estimateProject(input.project, { receipt: false });
  const { kgCo2e } = result.operational;
  const isKept = kgCo2e.value <= budgetKg;
  if (flags.json)
    io.stdout.write(`${JSON.stringify({ budgetKgCo2e: budgetKg, kgCo2e, isKept }, null, 2)}\n`);
  else say(io, `${budgetText(kgCo2e, budgetKg, style(io.color && flags.color))}\n`);
  return isKept ? 0 : 3;
}

function budgetText(kg: Quantity, budgetKg: number, { bold }: Style): string {
  const share =
    budgetKg > 0
      ? `, ${percent(kg.value / budgetKg)} of the budget of ${mass(budgetKg)}`
      : `; the budget is ${mass(budgetKg)}`;
  const verdict = kg.value > budgetKg ? 'Over the budget' : 'Within the budget';
  const doubt =
    kg.value <= budgetKg && (kg.high ?? 0) > budgetKg
      ? '\nThe 90 % range reaches beyond it.'
      : kg.value > budgetKg && (kg.low ?? kg.value) <= budgetKg
        ? '\nThe 90 % range reaches below it.'
        : '';
  return `${bold(verdict)}: ${massRange(kg)}${share}.${doubt}`;
}

/** `12.9t` -> 12900 kg, `10-12 t` with both ends; null where it is no mass. */
function claimOf(text: string): Claim | null {
  const mass = massFromText(text);
  if (!mass) return null;
  const { value: kgCo2e, ...ends } = mass;
  return { kgCo2e, ...ends };
}

function checkText(
  { claimed, estimate, implied, plausible, holds, findings, ratio }: Checked | CheckedProject,
  styles: Style,
): string {
  const { carbonIntensityGPerKwh: grams, wholePowerWPerChip: watts, deviceCount } = implied;
  const { carbonIntensityGPerKwh: grid, wholePowerWPerChip: power } = plausible;
  const { low, high } = estimate.kgCo2e;
  const isWithin = findings.some(({ code }) => code === 'within-range');
  const range =
    isWithin && low !== undefined && high !== undefined
      ? `: the 90 % range is ${mass(low)} to ${mass(high)}`
      : '';
  const verdict = holds ? `The claim cannot be excluded${range}` : 'The claim does not hold';
  const can = (limits: { readonly low: number; readonly high: number } | null, unit: string) =>
    limits ? styles.dim(`; it can be ${number(limits.low)} to ${number(limits.high)} ${unit}`) : '';
  const lines = [
    styles.bold(verdict),
    `  claimed    ${massRange(claimed)}`,
    `  estimated  ${massRange(estimate.kgCo2e)}${ratio === null ? '' : `; the claim is ${number(ratio)} of it`}`,
    '',
    styles.bold('What it says'),
    ...findings.map(({ message }) => `  ${message}`),
    '',
    styles.bold('For it to hold, all else as given'),
    ...(grams === null
      ? []
      : [`  the grid would emit             ${number(grams)} g CO2e/kWh${can(grid, 'there')}`]),
    ...(watts === null
      ? []
      : [`  a chip with all around it draws ${number(watts)} W${can(power, 'W')}`]),
    ...(deviceCount === null
      ? []
      : [`  there would be                  ${number(deviceCount)} chips`]),
  ];
  return `${lines.join('\n')}\n`;
}
