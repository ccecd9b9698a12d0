import { readFile, stat } from 'node:fs/promises';
import { fault, type VerifiedReport, verify } from '@ml-emissions/answers';
import type { Problem } from '@ml-emissions/calculator';
import { Command } from 'commander';
import { calculator } from './calculator.ts';
import { cleaned } from './cleaned.ts';
import { mass } from './format.ts';
import { refuse } from './input.ts';
import { type ExitCode, type Io, say } from './io.ts';
import { readFault, STDIN, textOfStream } from './read-file.ts';
import { type Style, style } from './style.ts';

const MOST_BYTES = 5_000_000;
/** So many differences are shown of a report; all stand in the JSON. */
const MOST_SHOWN = 12;

interface Flags {
  readonly json?: boolean;
  readonly figures?: boolean;
}

/** `ml-emissions verify`: whether all that a report says still follows from its inputs; 3 where it does not. */
export function verifyCommand(io: Io, finish: (exit: ExitCode) => void): Command {
  return new Command('verify')
    .description('whether every figure of a report (tex, md, json, svg, …) follows from its inputs')
    .argument('<file>', 'a report, or a document that holds some; - for standard input')
    .option('--figures', 'figures and names only, for a text whose sentences you have reworded')
    .option('--json', 'print as JSON')
    .action(async (path: string, flags: Flags) => {
      finish(await answer(io, path, flags));
    });
}

async function answer(io: Io, path: string, flags: Flags): Promise<ExitCode> {
  const json = flags.json ?? false;
  const refused = (problems: readonly Problem[]) => refuse(io, problems, { json, path });
  const text = await textOf(io, path);
  const verification =
    text instanceof Error
      ? fault(path, `cannot read '${path}': ${readFault(text)}`)
      : text === null
        ? fault(path, `cannot read '${path}' as a text of at most ${MOST_BYTES} bytes`)
        : verify(text, calculator, { isReworded: flags.figures ?? false, name: path });
  if (!verification.ok) return refused(verification.problems);
  const { holds, reports } = verification;
  if (json) io.stdout.write(`${JSON.stringify({ holds, reports }, null, 2)}\n`);
  else say(io, reports.map((one) => answerText(cleaned(one), style(io.color))).join('\n'));
  return holds ? 0 : 3;
}

/** The text of a file; null where it is too long, or why it cannot be read. */
async function textOf({ stdin }: Io, path: string): Promise<string | null | Error> {
  if (path === STDIN) return textOfStream(stdin, MOST_BYTES);
  try {
    const { size } = await stat(path);
    return size > MOST_BYTES ? null : await readFile(path, 'utf8');
  } catch (error) {
    return error as Error;
  }
}

function answerText(one: VerifiedReport, { bold }: Style): string {
  const { holds, format, figures, differences, findings, date } = one;
  const many = differences.length;
  const shown = differences.slice(0, MOST_SHOWN);
  return `${[
    bold(
      holds
        ? `The report follows from its inputs: ${figures} figures of ${format} agree.`
        : 'The report does not follow from its inputs.',
    ),
    // What the text says may be something else: it stands among the differences.
    `  its inputs gave on ${date}  ${mass(one.claimedKgCo2e)}`,
    `  and give now                   ${mass(one.recomputedKgCo2e)}`,
    ...findings.map((finding) => `  ${finding}`),
    ...(many === 0 ? [] : [`  ${many} ${many === 1 ? 'place differs' : 'places differ'}:`]),
    ...shown.map(({ line, stands, should, isFact }) =>
      line === null
        ? `    not in the text: "${should}"`
        : `    line ${line}: "${stands}" should be "${should}"${isFact ? '' : ' (wording)'}`,
    ),
    ...(many > shown.length ? [`    and ${many - shown.length} more; --json shows all`] : []),
  ].join('\n')}\n`;
}
