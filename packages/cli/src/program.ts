import { type Problem, problem } from '@ml-emissions/calculator';
import { Command, CommanderError } from 'commander';
import { refuse } from './input.ts';
import { type ExitCode, type Io, say, tell } from './io.ts';
import { flagMeantBy, REPEATED } from './run-flags.ts';
import { style } from './style.ts';
import { VERSION } from './version.ts';

type Make = (io: Io, finish: (exit: ExitCode) => void) => Command;

/** Each command, loaded when it is the one that was typed: most of them need what the others do not. */
const COMMANDS: Readonly<Record<string, () => Promise<Make>>> = {
  estimate: async () => (await import('./estimate.ts')).estimateCommand,
  plan: async () => (await import('./plan.ts')).planCommand,
  compare: async () => (await import('./compare.ts')).compareCommand,
  explain: async () => (await import('./explain.ts')).explainCommand,
  check: async () => (await import('./check.ts')).checkCommand,
  report: async () => (await import('./report.ts')).reportCommand,
  verify: async () => (await import('./verify.ts')).verifyCommand,
  list: async () => (await import('./list.ts')).listCommand,
  show: async () => (await import('./show.ts')).showCommand,
  serve: async () => (await import('./serve.ts')).serveCommand,
  mcp: async () => (await import('./mcp.ts')).mcpCommand,
  ledger: async () => (await import('./ledger/ledger.ts')).ledgerCommand,
};

/** The command that was typed; all of them for help and for what is none of them. */
function commandsFor([name = '']: readonly string[]): Promise<Make[]> {
  const one = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  return Promise.all((one ? [one] : Object.values(COMMANDS)).map((load) => load()));
}

/** Help is as wide where it goes into a pipe. */
const PIPED_COLUMNS = 80;

/**
 * Runs the command line.
 *
 * @param args what the user typed after `ml-emissions`
 * @param io where to read and write
 * @returns the exit code: 0 answered, 2 bad input, 3 a claim or budget that does not hold, 1 anything else
 * Errors: nothing is thrown for anything a user could type.
 * @example
 * import { runCommand } from 'ml-emissions/cli';
 *
 * const exit = await runCommand(['estimate', '--energy-kwh', '320', '--country', 'FR', '--brief'], {
 *   stdin: process.stdin,
 *   stdout: process.stdout,
 *   stderr: process.stderr,
 *   color: false,
 *   columns: { stdout: null, stderr: null },
 * });
 * console.log(exit); // 0
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
    .version(VERSION);
  for (const make of await commandsFor(args)) program.addCommand(make(io, finish));
  const { commands } = program;
  for (const command of [program, ...commands, ...commands.flatMap((one) => one.commands)]) {
    command
      .exitOverride()
      .configureHelp({ styleTitle: style(io.color).bold })
      .configureOutput({
        writeOut: (text) => say(io, text),
        writeErr: (text) => tell(io, text),
        getOutHelpWidth: () => io.columns.stdout ?? PIPED_COLUMNS,
        getOutHasColors: () => io.color,
      })
      .showSuggestionAfterError();
  }
  const unknown = unknownFlags(program, args);
  if (unknown.length > 0) {
    return refuse(io, unknown, { json: args.includes('--json'), path: undefined });
  }
  const twice = givenTwice(program, args);
  if (twice.length > 0)
    return refuse(io, twice, { json: args.includes('--json'), path: undefined });
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help and version end by this way too, with 0; a wrong flag is bad input.
    return error.exitCode === 0 ? 0 : 2;
  }
  return exit;
}

/** Flags with a value that are given twice: the first would be dropped without a word. */
function givenTwice(program: Command, args: readonly string[]): Problem[] {
  const [name, ...rest] = args;
  const command = program.commands.find((one) => one.name() === name);
  const end = rest.indexOf('--');
  const before = end < 0 ? rest : rest.slice(0, end);
  return (command?.options ?? []).flatMap(({ long, required, optional }) => {
    if (!long || !(required || optional) || REPEATED.includes(long)) return [];
    const values = before.flatMap((arg, index) => {
      if (arg === long) return [before[index + 1] ?? ''];
      return arg.startsWith(`${long}=`) ? [arg.slice(long.length + 1)] : [];
    });
    if (values.length < 2) return [];
    const message = `it is given ${values.length === 2 ? 'twice' : `${values.length} times`}: ${values.join(' and ')}`;
    return [problem('conflict', long, values.join(' '), { message, expected: 'the flag once' })];
  });
}

/** Flags that a command lacks and whose word means another one; slips of the finger are told by letters. */
function unknownFlags(program: Command, args: readonly string[]): Problem[] {
  const [name, ...rest] = args;
  const command = program.commands.find((one) => one.name() === name);
  const known = command?.options ?? [];
  return rest.flatMap((arg, index) => {
    const [flag = ''] = arg.split('=', 1);
    const isValue = known.some(({ long, required }) => required && long === rest[index - 1]);
    if (!command || isValue || !/^--[a-z]/i.test(flag) || known.some(({ long }) => long === flag)) {
      return [];
    }
    const meant = flagMeantBy(flag.slice(2));
    if (meant === null || !known.some(({ long }) => long === meant)) return [];
    const message = `unknown option; did you mean ${meant}?`;
    return [
      problem('unknown-field', flag, flag, { message, expected: meant, suggestions: [meant] }),
    ];
  });
}
