import type { Decoded } from '@ml-emissions/answers';
import { isProject, type Problem, type Project, type Run } from '@ml-emissions/calculator';
import { parseProject, parseRun } from './calculator.ts';
import { type ExitCode, type Io, tell } from './io.ts';
import { readRunFile, STDIN } from './read-file.ts';
import { flagProblems, hasRunFlags, runFromFlags, type TypedFlags } from './run-flags.ts';
import { problemLine } from './text/problem.ts';

/** A run or a project from a file and flags; or why there is none. */
export type Input =
  | { readonly kind: 'run'; readonly run: Run }
  | { readonly kind: 'project'; readonly project: Project }
  | {
      readonly kind: 'problems';
      readonly problems: readonly Problem[];
      /** The file or `-`: problems name its fields, and flags where there was none. */
      readonly source?: string;
    };

/**
 * What the user asks about: a file or standard input, flags over it, or flags alone. Flags over a project change each
 * of its runs.
 *
 * @param io its standard input is read for `-`, and where neither file nor flags are given and something is piped in
 * @param path of a YAML or JSON file; undefined for flags alone
 * @param flags as typed
 */
export async function readInput(
  io: Io,
  path: string | undefined,
  flags: TypedFlags,
): Promise<Input> {
  // Beside flags alone a pipe may stay open for ever: whoever means it says so with `-`.
  const isPiped = path === undefined && !hasRunFlags(flags) && !isTerminal(io.stdin);
  const file = isPiped
    ? await pipedIn(io)
    : path === undefined
      ? null
      : await readRunFile(path, io.stdin);
  const source = path ?? (file ? STDIN : undefined);
  const input: Input =
    file && !file.ok
      ? { kind: 'problems', problems: [file.problem] }
      : parseInput(file?.value ?? {}, flags);
  return input.kind === 'problems' && source !== undefined ? { ...input, source } : input;
}

const isTerminal = (stream: Io['stdin']): boolean => 'isTTY' in stream && stream.isTTY === true;

/** What is piped in; null where that is nothing. */
async function pipedIn({ stdin }: Io): Promise<Decoded | null> {
  const read = await readRunFile(STDIN, stdin);
  return read.ok && (read.value ?? '') === '' ? null : read;
}

/** The same for something that is decoded already. */
export function parseInput(written: unknown, flags: TypedFlags = {}): Input {
  const changed = writtenWith(flags)(written);
  if ('problems' in changed) return { kind: 'problems', problems: changed.problems };
  const input = changed.written;
  if (isProject(input)) {
    const parsed = parseProject(input);
    return parsed.ok
      ? { kind: 'project', project: parsed.project }
      : { kind: 'problems', problems: parsed.problems };
  }
  const parsed = parseRun(input);
  return parsed.ok
    ? { kind: 'run', run: parsed.run }
    : { kind: 'problems', problems: parsed.problems };
}

/**
 * Flags over what is written, which may be a run, a project or anything else.
 *
 * @param flags as typed
 * @returns a function of something decoded: the same with the flags over it, or what they say twice
 */
export function writtenWith(
  flags: TypedFlags,
): (written: unknown) => { readonly written: unknown } | { readonly problems: readonly Problem[] } {
  if (!hasRunFlags(flags)) return (written) => ({ written });
  return (written) => {
    const problems = flagProblems(flags, written);
    if (problems.length > 0) return { problems };
    if (isProject(written)) return { written: withFlags(written, flags) };
    return { written: isRecord(written) ? runFromFlags(flags, written) : written };
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function withFlags(project: Readonly<Record<string, unknown>>, flags: TypedFlags): unknown {
  const { runs } = project;
  if (!Array.isArray(runs)) return project;
  const isRun = (one: unknown): one is Record<string, unknown> =>
    typeof one === 'object' && one !== null;
  return { ...project, runs: runs.map((one) => (isRun(one) ? runFromFlags(flags, one) : one)) };
}

/** A run or a project; a project of one run is that run, so that its answer has the shape of a run's. */
export async function readRunOrProject(
  io: Io,
  path: string | undefined,
  flags: TypedFlags,
): Promise<Input> {
  const input = await readInput(io, path, flags);
  if (input.kind !== 'project') return input;
  const { runs } = input.project;
  return runs.length === 1 ? { kind: 'run', run: runs[0] } : input;
}

/** Problems go to standard error, so that pipes stay clean; as JSON where JSON was asked for. */
export function refuse(
  io: Io,
  problems: readonly Problem[],
  as: { readonly json?: boolean | undefined; readonly path: string | undefined },
): ExitCode {
  if (as.json) io.stderr.write(`${JSON.stringify({ problems }, null, 2)}\n`);
  else {
    const named = as.path === undefined ? 'flag' : 'field';
    for (const one of problems) tell(io, `${problemLine(one, named)}\n`);
  }
  return 2;
}
