import { Readable, Writable } from 'node:stream';
import { runCommand } from './program.ts';

/** What a command wrote and how it ended. */
export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

function sink(): { readonly stream: Writable; readonly text: () => string } {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  return { stream, text: () => chunks.join('') };
}

/** Runs the command in this process, as a test's user would type it. */
export async function command(
  args: readonly string[],
  input = '',
  columns: number | null = null,
): Promise<Ran> {
  const [out, err] = [sink(), sink()];
  const exit = await runCommand(args, {
    stdin: Readable.from([input]),
    stdout: out.stream,
    stderr: err.stream,
    color: false,
    columns: { stdout: columns, stderr: null },
  });
  return { exit, out: out.text(), err: err.text() };
}
