import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Problem } from '@ml-emissions/calculator';
import { estimate, estimateProject } from './calculator.ts';
import { parseInput } from './input.ts';
import type { ExitCode, Io } from './io.ts';
import { decodeJson } from './read-file.ts';

/**
 * One run or project a line in, one result or `{ "problems": [...] }` a line out, in order and in constant memory.
 *
 * @returns 2 where any line had problems, else 0
 */
export async function estimateLines(io: Io): Promise<ExitCode> {
  let exit: ExitCode = 0;
  const lines = createInterface({ input: io.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) {
    if (line.trim() === '') continue;
    const answer = answerLine(line);
    if ('problems' in answer) exit = 2;
    if (!io.stdout.write(`${JSON.stringify(answer)}\n`)) await once(io.stdout, 'drain');
  }
  return exit;
}

function answerLine(line: string): object | { problems: readonly Problem[] } {
  const decoded = decodeJson(line);
  if (!decoded.ok) return { problems: [decoded.problem] };
  const input = parseInput(decoded.value);
  if (input.kind === 'problems') return { problems: input.problems };
  return input.kind === 'run' ? estimate(input.run) : estimateProject(input.project);
}
