import { runCommand } from './program.ts';

// `| head` closes the pipe early: that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const color = process.stdout.isTTY === true && !process.env.NO_COLOR;
try {
  process.exitCode = await runCommand(process.argv.slice(2), {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    color,
  });
} catch (error) {
  process.stderr.write(`ml-emissions: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
