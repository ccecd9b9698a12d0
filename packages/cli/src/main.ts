import type { WriteStream } from 'node:tty';
import { cleaned } from './cleaned.ts';
import { runCommand } from './program.ts';
import { takesColor } from './style.ts';

/** A terminal that does not know its size says 0. */
const columnsOf = ({ isTTY, columns }: WriteStream) => (isTTY && columns > 0 ? columns : null);

// `| head` closes the pipe early: that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  process.exitCode = await runCommand(process.argv.slice(2), {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    color: takesColor(process.stdout, process.env),
    columns: { stdout: columnsOf(process.stdout), stderr: columnsOf(process.stderr) },
  });
} catch (error) {
  process.stderr.write(
    `ml-emissions: ${cleaned(error instanceof Error ? error.message : String(error))}\n`,
  );
  process.exitCode = 1;
}
