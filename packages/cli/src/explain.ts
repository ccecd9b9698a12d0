import {
  type Difference,
  type Explanation,
  METHODS,
  type ProjectExplanation,
} from '@ml-emissions/calculator';
import { Command, Option } from 'commander';
import { estimate, explain, explainProject } from './calculator.ts';
import { cleaned } from './cleaned.ts';
import { mass, massRange } from './format.ts';
import { readRunOrProject, refuse } from './input.ts';
import { type ExitCode, type Io, say } from './io.ts';
import { addRunFlags, type TypedFlags } from './run-flags.ts';
import { type Style, style } from './style.ts';
import { receiptText } from './text/receipt.ts';
import { shortText } from './text/short.ts';

interface Flags {
  readonly from?: string;
  readonly json?: boolean;
  readonly color: boolean;
}

/** `ml-emissions explain`: what each method says of a run, and why they differ. */
export function explainCommand(io: Io, finish: (exit: ExitCode) => void): Command {
  const command = new Command('explain')
    .description('how a figure comes about, what each method says, and what makes them differ')
    .argument(
      '[file]',
      'a run or project as YAML or JSON, - for standard input; flags override it',
    );
  return addRunFlags(command)
    .addOption(
      new Option('--from <method>', 'only the difference from this method').choices(METHODS),
    )
    .option('--json', 'print as JSON')
    .option('--no-color', 'no colour')
    .action(async (file: string | undefined, flags: Flags & TypedFlags) => {
      const input = await readRunOrProject(io, file, flags);
      if (input.kind === 'problems')
        return finish(refuse(io, input.problems, { json: flags.json, path: input.source }));
      const explanation: Explanation | ProjectExplanation =
        input.kind === 'run' ? explain(input.run) : explainProject(input.project);
      const result = input.kind === 'run' && flags.from === undefined ? estimate(input.run) : null;
      const shown = {
        ...explanation,
        differences: explanation.differences.filter(
          ({ from }) => flags.from === undefined || from === flags.from,
        ),
      };
      if (flags.json) io.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
      else if (result) {
        const styles = style(io.color && flags.color);
        say(
          io,
          `${shortText(result, styles)}\n${receiptText(result, styles)}\n${explainText(cleaned(shown), styles)}`,
        );
      } else say(io, explainText(cleaned(shown), style(io.color && flags.color)));
    });
}

function explainText(
  { methods, differences }: Pick<Explanation, 'methods' | 'differences'>,
  styles: Style,
): string {
  const lines = [styles.bold('What each method says')];
  for (const { method, operationalKgCo2e, embodiedKgCo2e, lacks } of methods) {
    const said = operationalKgCo2e
      ? `${massRange(operationalKgCo2e)}${withEmbodied(operationalKgCo2e.value, embodiedKgCo2e)}`
      : `cannot answer: ${lacks}`;
    lines.push(`  ${method.padEnd(24)} ${said}`);
  }
  for (const one of differences) lines.push('', ...differenceLines(one, styles));
  return `${lines.join('\n')}\n`;
}

/** Manufacture beside, and both together: what the differences below lead to. */
const withEmbodied = (operational: number, embodied: number | null): string =>
  embodied === null ? '' : `, ${mass(embodied)} embodied, ${mass(operational + embodied)} in all`;

function differenceLines(
  { from, to, fromKgCo2e, toKgCo2e, steps }: Difference,
  styles: Style,
): string[] {
  return [
    styles.bold(`From ${from} to ${to}, in all`),
    `  ${from.padEnd(28)} ${mass(fromKgCo2e).padStart(16)}`,
    ...steps.map(({ step, kgCo2e }) => {
      const sign = kgCo2e < 0 ? '−' : '+';
      return `  ${sign} ${step.padEnd(26)} ${mass(Math.abs(kgCo2e)).padStart(16)}`;
    }),
    `  ${`${to}, in all`.padEnd(28)} ${mass(toKgCo2e).padStart(16)}`,
  ];
}
