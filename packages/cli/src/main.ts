import type { WriteStream } from 'node:tty';
import { cleaned } from './cleaned.ts';
import { takesColor } from './style.ts';
import { VERSION } from './version.ts';

/** A terminal that does not know its size says 0. */
const columnsOf = ({ isTTY, columns }: WriteStream) => (isTTY && columns > 0 ? columns : null);

const NO_ROOM = ['ENOSPC', 'EDQUOT'];

// `| head` closes the pipe early: that is no error of ours. Where the answer cannot be written, there is no use in going on.
process.stdout.on('error', ({ code = '', message }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') return;
  const reason = NO_ROOM.includes(code) ? 'there is no room left' : message;
  process.stderr.write(`ml-emissions: cannot write to standard output: ${cleaned(reason)}\n`);
  process.exit(1);
});
// What cannot be told cannot be told; the exit code says it.
process.stderr.on('error', () => undefined);

/** What needs nothing else is answered at once. */
async function answer(args: readonly string[]): Promise<number> {
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
    process.stdout.write(`${VERSION}\n`);
    return 0;
  }
  const { runCommand } = await import('./program.ts');
  return runCommand(args, {
    // Few commands read it, and Node opens it where it is asked for.
    get stdin() {
      return process.stdin;
    },
    stdout: process.stdout,
    stderr: process.stderr,
    color: takesColor(process.stdout, process.env),
    columns: { stdout: columnsOf(process.stdout), stderr: columnsOf(process.stderr) },
  });
}

/** Once all is written: the engine has a full collection of its memory in mind, for which nobody waits. */
function end(): void {
  // What could not be written ends it by the handlers above.
  process.stdout.write('', (failed) => {
    if (!failed) process.stderr.write('', () => process.exit());
  });
}

try {
  const args = process.argv.slice(2);
  process.exitCode = await answer(args);
  // Its answers are written after its questions have ended.
  if (args[0] !== 'mcp') end();
} catch (error) {
  process.stderr.write(
    `ml-emissions: ${cleaned(error instanceof Error ? error.message : String(error))}\n`,
  );
  process.exitCode = 1;
}
