import { open, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  answerLine,
  Bytes,
  type LineAnswers,
  type LineForm,
  linesOf,
  MOST_BYTES,
  never,
  partOf,
  SLIM_FORM,
  WHOLE_FORM,
} from '@ml-emissions/answers';
import { type Problem, problem } from '@ml-emissions/calculator';
import { createLineBulk, type SlimRow } from '@ml-emissions/calculator/bulk';
import { editions, estimate, estimateProject } from './calculator.ts';
import { parseInput, refuse, writtenWith } from './input.ts';
import { type ExitCode, type Io, tell } from './io.ts';
import { readFault, STDIN } from './read-file.ts';
import { hasRunFlags, type TypedFlags } from './run-flags.ts';
import { progressEnd, progressText, type Tally, tallyText } from './text/tally.ts';

/** How each line is answered: slim, as JSON or as a row of a table, or with the whole result. */
export interface LineFlags {
  readonly csv?: boolean | undefined;
  readonly full?: boolean | undefined;
}

const MS_PER_S = 1000;
/** Bytes of answers that wait for being written: whole ones are large. */
const MOST_UNWRITTEN = 250_000;

/**
 * One run or project a line in, one answer or its problems a line out, in order and in constant memory. What became of
 * all lines is told on standard error, and on a terminal how far it has come.
 *
 * @param path of the lines; standard input where none or `-` is given
 * @param flags change each run
 * @returns 2 where any line had problems, else 0; whoever reads no further ends it without a word
 */
export async function estimateLines(
  io: Io,
  path: string | undefined,
  flags: TypedFlags & LineFlags,
): Promise<ExitCode> {
  const source = await linesFrom(io, path);
  if ('problem' in source) return refuse(io, [source.problem], { path });
  const started = performance.now();
  const tally: Tally = { lines: 0, answered: 0, refused: 0, blank: 0 };
  const form = flags.full ? WHOLE_FORM : flags.csv ? await csvForm() : SLIM_FORM;
  const answers = flags.full ? wholeAnswers(flags) : slimAnswers(flags);
  const out = new Bytes();
  const progress = progressOn(io, tally, started);
  try {
    await pipeline(
      source,
      async function* (chunks: AsyncIterable<Buffer | string>) {
        form.begin(out);
        for await (const lines of linesOf(chunks, MOST_BYTES)) {
          for (const line of lines) {
            tally.lines += 1;
            tally[answerLine(line, tally.lines, answers, form, out)] += 1;
            if (out.length > MOST_UNWRITTEN) yield out.take();
          }
          progress.tell();
          if (out.length > 0) yield out.take();
        }
        if (out.length > 0) yield out.take();
      },
      io.stdout,
      { end: false },
    );
  } catch (error) {
    progress.end();
    if (isReaderGone(error)) return exitOf(tally);
    throw error;
  }
  progress.end();
  tell(io, `${tallyText(tally, (performance.now() - started) / MS_PER_S)}\n`);
  return exitOf(tally);
}

const exitOf = ({ refused }: Tally): ExitCode => (refused > 0 ? 2 : 0);

/** `| head` closes the pipe when it has enough. */
export const isReaderGone = (error: unknown): boolean =>
  ['EPIPE', 'ERR_STREAM_PREMATURE_CLOSE'].includes((error as NodeJS.ErrnoException).code ?? '');

/** Where answers go to a terminal, they are how far it has come. */
function progressOn({ stderr, columns }: Io, tally: Tally, started: number) {
  let last = started;
  let isShown = false;
  return {
    tell() {
      if (columns.stderr === null || columns.stdout !== null) return;
      const now = performance.now();
      if (now - last < MS_PER_S) return;
      last = now;
      isShown = true;
      stderr.write(progressText(tally));
    },
    end() {
      if (isShown) stderr.write(progressEnd(tally));
    },
  };
}

function slimAnswers(flags: TypedFlags): LineAnswers {
  const { rowOf, rowOfLine, learn } = createLineBulk(editions, partOf);
  const change = writtenWith(flags);
  return {
    // A run that flags change is not what its line says.
    quick: hasRunFlags(flags) ? never : ({ bytes, from, to }) => rowOfLine(bytes, from, to),
    of(written, { bytes, from, to }) {
      const changed = change(written);
      if ('problems' in changed) return changed;
      const row = rowOf(changed.written);
      if ('problems' in row) return row;
      learn(bytes, from, to, written);
      return { answer: row };
    },
  };
}

const wholeAnswers = (flags: TypedFlags): LineAnswers => ({
  quick: never,
  of(written) {
    const input = parseInput(written, flags);
    if (input.kind === 'problems') return input;
    if (input.kind === 'project') return { answer: { ...estimateProject(input.project) } };
    return { answer: { name: input.run.name ?? null, ...estimate(input.run) } };
  },
});

/** The writer of tables is loaded where one is asked for. */
async function csvForm(): Promise<LineForm> {
  const { refusedLine, slimHeader, slimLine } = await import('./slim-csv.ts');
  return {
    begin: slimHeader,
    answered: (line, answer, into) => slimLine(line, answer as SlimRow, into),
    refused: refusedLine,
  };
}

async function linesFrom(
  { stdin }: Io,
  path: string | undefined,
): Promise<Readable | { readonly problem: Problem }> {
  if (path === undefined || path === STDIN) return stdin;
  const unread = (reason: string) => ({
    problem: problem('missing', '', path, {
      message: `cannot read '${path}': ${reason}`,
      expected: 'a file with one run or project a line',
    }),
  });
  try {
    if ((await stat(path)).isDirectory()) return unread('it is a folder');
    return (await open(path)).createReadStream();
  } catch (error) {
    return unread(readFault(error));
  }
}
