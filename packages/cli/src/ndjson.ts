import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { type Problem, problem } from '@ml-emissions/calculator';
import { estimate, estimateProject } from './calculator.ts';
import { parseInput, refuse } from './input.ts';
import type { ExitCode, Io } from './io.ts';
import { decodeJson, STDIN } from './read-file.ts';
import type { TypedFlags } from './run-flags.ts';

/**
 * One run or project a line in, one result or `{ "problems": [...] }` a line out, in order and in constant memory.
 *
 * @param path of the lines; standard input where none or `-` is given
 * @param flags change each run
 * @returns 2 where any line had problems, else 0
 */
export async function estimateLines(
  io: Io,
  path: string | undefined,
  flags: TypedFlags,
): Promise<ExitCode> {
  const opened = await linesFrom(io, path);
  if ('problem' in opened) return refuse(io, [opened.problem], { path });
  let exit: ExitCode = 0;
  const lines = createInterface({ input: opened, crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) {
    if (line.replace('\ufeff', '').trim() === '') continue;
    const answer = answerLine(line, flags);
    if ('problems' in answer) exit = 2;
    if (!io.stdout.write(`${JSON.stringify(answer)}\n`)) await once(io.stdout, 'drain');
  }
  return exit;
}

function answerLine(line: string, flags: TypedFlags): object | { problems: readonly Problem[] } {
  const decoded = decodeJson(line);
  if (!decoded.ok) return { problems: [decoded.problem] };
  const input = parseInput(decoded.value, flags);
  if (input.kind === 'problems') return { problems: input.problems };
  return input.kind === 'run' ? estimate(input.run) : estimateProject(input.project);
}

async function linesFrom(
  { stdin }: Io,
  path: string | undefined,
): Promise<Readable | { readonly problem: Problem }> {
  if (path === undefined || path === STDIN) return stdin;
  try {
    return (await open(path)).createReadStream();
  } catch {
    const message = `cannot read '${path}'`;
    const expected = 'a file with one run or project a line';
    return { problem: problem('missing', '', path, { message, expected }) };
  }
}
