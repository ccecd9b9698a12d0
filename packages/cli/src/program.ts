import { CURRENT_EDITION } from '@ml-emissions/calculator';
import { Command, CommanderError } from 'commander';
import { version } from '../package.json';
import { checkCommand } from './check.ts';
import { compareCommand } from './compare.ts';
import { estimateCommand } from './estimate.ts';
import { explainCommand } from './explain.ts';
import type { ExitCode, Io } from './io.ts';
import { listCommand } from './list.ts';
import { reportCommand } from './report.ts';
import { showCommand } from './show.ts';
import { verifyCommand } from './verify.ts';

/**
 * Runs the command line.
 *
 * @param args what the user typed after `ml-emissions`
 * @param io where to read and write
 * @returns the exit code; nothing is thrown for anything a user could type
 */
export async function runCommand(args: readonly string[], io: Io): Promise<ExitCode> {
  let exit: ExitCode = 0;
  const finish = (code: ExitCode) => {
    exit = code;
  };
  const program = new Command('ml-emissions')
    .description(
      'How much CO2e a machine-learning run emits, how that figure comes about, and what would lower it.',
    )
    .version(`${version} (data ${CURRENT_EDITION})`)
    .addCommand(estimateCommand(io, finish))
    .addCommand(compareCommand(io, finish))
    .addCommand(explainCommand(io, finish))
    .addCommand(checkCommand(io, finish))
    .addCommand(reportCommand(io, finish))
    .addCommand(verifyCommand(io, finish))
    .addCommand(listCommand(io))
    .addCommand(showCommand(io, finish));
  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .configureOutput({
        writeOut: (text) => io.stdout.write(text),
        writeErr: (text) => io.stderr.write(text),
      })
      .showSuggestionAfterError();
  }
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help and version end by this way too, with 0; a wrong flag is bad input.
    return error.exitCode === 0 ? 0 : 2;
  }
  return exit;
}
