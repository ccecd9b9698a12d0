import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import stringWidth from 'fast-string-width';
import { buildIfStale } from '../../scripts/built.ts';
import { ROOT } from '../../scripts/command.ts';

/** What stood on a terminal. */
export interface Screen {
  readonly text: string;
  readonly exit: number;
  /** Escape sequences: colour and the like. */
  readonly escapes: number;
  /** What stands in place of characters that may not be printed. */
  readonly replaced: number;
  /** Display columns of the widest line. */
  readonly widest: number;
}

/** The command, built where its sources are newer. */
export async function builtCommand(): Promise<string> {
  if ((await buildIfStale()) !== 0) throw new Error('the command cannot be built');
  return join(ROOT, 'packages/cli/dist/main.js');
}

/**
 * Runs a program of Node on a terminal of its own.
 *
 * @param args program and arguments
 * @param columns of the terminal
 * @param env over a bare environment; TERM is xterm-256color unless it says otherwise
 */
export function onTerminal(
  args: readonly string[],
  columns: number,
  env: Readonly<Record<string, string>> = {},
): Promise<Screen> {
  return new Promise((resolve) => {
    let text = '';
    const terminal = spawn(process.execPath, [...args], {
      // It sets TERM, whatever the environment says.
      name: env.TERM ?? 'xterm-256color',
      cols: columns,
      rows: 24,
      cwd: process.cwd(),
      env: { PATH: process.env.PATH ?? '', ...env },
    });
    terminal.onData((data) => {
      text += data;
    });
    terminal.onExit(({ exitCode }) => {
      const lines = text.split(/\r?\n/);
      resolve({
        text,
        exit: exitCode,
        escapes: text.split('\u001b').length - 1,
        replaced: text.split('\ufffd').length - 1,
        widest: Math.max(...lines.map((line) => stringWidth(line))),
      });
    });
  });
}
