import { type Checked, check, problem } from '@ml-emissions/calculator';
import { Command } from 'commander';
import { mass, massRange, number } from './format.ts';
import { readRun, refuse } from './input.ts';
import type { ExitCode, Io } from './io.ts';
import { printable } from './printable.ts';
import { addRunFlags, type TypedFlags } from './run-flags.ts';
import { type Style, style } from './style.ts';

const EXAMPLES = `
Examples:
  $ ml-emissions check --claim 12.9t --accelerator H100-SXM5-80GB --count 1000 --device-hours 7000000 --country US
  $ ml-emissions check run.yaml --claim 64.5kg
`;
const CLAIM = /^\s*(\d+(?:\.\d+)?(?:e[+-]?\d+)?)\s*(mg|g|kg|t)\s*$/i;
const KG: Readonly<Record<string, number>> = { mg: 1e-6, g: 1e-3, kg: 1, t: 1000 };
const EXPECTED = 'a mass such as 50kg, 12.9t or 300g';

interface Flags {
  readonly claim: string;
  readonly json?: boolean;
  readonly color: boolean;
}

/** `ml-emissions check`: whether a published figure can be right; 3 where it cannot. */
export function checkCommand(io: Io, finish: (exit: ExitCode) => void): Command {
  const command = new Command('check')
    .description(
      'whether a published figure can be right: the grid, power or count that it implies',
    )
    .argument('[file]', 'a run as YAML or JSON; flags override it')
    .requiredOption('--claim <mass>', `the figure as published: ${EXPECTED}`);
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
  const kgCo2e = massOf(flags.claim);
  if (kgCo2e === null) {
    const told = {
      message: `the claim cannot be '${flags.claim}'; expected ${EXPECTED}`,
      expected: EXPECTED,
    };
    return refuse(io, [problem('wrong-type', '--claim', flags.claim, told)], {
      json: flags.json,
      path: undefined,
    });
  }
  const input = await readRun(path, flags);
  if (input.kind === 'problems') return refuse(io, input.problems, { json: flags.json, path });
  const checked = check(input.run, { kgCo2e });
  if (flags.json) io.stdout.write(`${JSON.stringify(checked, null, 2)}\n`);
  else io.stdout.write(checkText(checked, style(io.color && flags.color)));
  return checked.holds ? 0 : 3;
}

/** `12.9t` -> 12900; null where it is no mass. */
function massOf(text: string): number | null {
  const [, digits, unit = ''] = CLAIM.exec(text) ?? [];
  const factor = KG[unit.toLowerCase()];
  return digits === undefined || factor === undefined ? null : Number(digits) * factor;
}

function checkText(
  { claimedKgCo2e, estimate, implied, holds, findings, ratio }: Checked,
  styles: Style,
): string {
  const { carbonIntensityGPerKwh: grams, wholePowerWPerChip: watts, deviceCount } = implied;
  const lines = [
    styles.bold(holds ? 'The claim holds' : 'The claim does not hold'),
    `  claimed    ${mass(claimedKgCo2e)}`,
    `  estimated  ${massRange(estimate.kgCo2e)}${ratio === null ? '' : `; the claim is ${number(ratio)} of it`}`,
    '',
    styles.bold('What it says'),
    ...findings.map(({ message }) => `  ${message}`),
    '',
    styles.bold('For it to hold, all else as given'),
    ...(grams === null ? [] : [`  the grid would emit            ${number(grams)} g CO2e/kWh`]),
    ...(watts === null ? [] : [`  a chip with all around it draws ${number(watts)} W`]),
    ...(deviceCount === null
      ? []
      : [`  there would be                 ${number(deviceCount)} chips`]),
  ];
  return `${printable(lines.join('\n'))}\n`;
}
