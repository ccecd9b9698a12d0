import { open, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Problem, problem } from '@ml-emissions/calculator';
import { createBulk, type SlimRow } from '@ml-emissions/calculator/bulk';
import { type Line, linesOf } from '@ml-emissions/ledger/lines';
import { Bytes } from './bytes.ts';
import { editions, estimate, estimateProject } from './calculator.ts';
import { parseInput, refuse, writtenWith } from './input.ts';
import { type ExitCode, type Io, tell } from './io.ts';
import { decodeJson, MOST_BYTES, STDIN } from './read-file.ts';
import type { TypedFlags } from './run-flags.ts';
import { slimJson } from './slim-json.ts';
import { progressEnd, progressText, type Tally, tallyText } from './text/tally.ts';

/** How each line is answered: slim, as JSON or as a row of a table, or with the whole result. */
export interface LineForm {
  readonly csv?: boolean | undefined;
  readonly full?: boolean | undefined;
}

/** How a form writes what became of a line. */
interface Form {
  readonly begin: (into: Bytes) => void;
  readonly answered: (line: number, answer: Answer, into: Bytes) => void;
  readonly refused: (
    line: number,
    name: string | null,
    problems: readonly Problem[],
    into: Bytes,
  ) => void;
}

type Answer = SlimRow | Readonly<Record<string, unknown>>;
type Answered = { readonly answer: Answer } | { readonly problems: readonly Problem[] };

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
  flags: TypedFlags & LineForm,
): Promise<ExitCode> {
  const source = await linesFrom(io, path);
  if ('problem' in source) return refuse(io, [source.problem], { path });
  const started = performance.now();
  const tally: Tally = { lines: 0, answered: 0, refused: 0, blank: 0 };
  const form = flags.full ? WHOLE_FORM : flags.csv ? await csvForm() : SLIM_FORM;
  const answer = flags.full ? wholeAnswers(flags) : slimAnswers(flags);
  const out = new Bytes();
  const progress = progressOn(io, tally, started);
  try {
    await pipeline(
      source,
      async function* (chunks: AsyncIterable<Buffer | string>) {
        form.begin(out);
        for await (const lines of linesOf(chunks, MOST_BYTES)) {
          for (const line of lines) {
            answerLine(line, tally, answer, form, out);
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

function answerLine(
  line: Line,
  tally: Tally,
  answer: (written: unknown) => Answered,
  form: Form,
  out: Bytes,
): void {
  tally.lines += 1;
  const number = tally.lines;
  const isText = typeof line === 'string';
  if (isText && isBlank(line)) {
    tally.blank += 1;
    return;
  }
  const decoded = isText ? decodeJson(line) : ({ ok: false, problem: faultOf(line) } as const);
  const answered = decoded.ok ? answer(decoded.value) : { problems: [decoded.problem] };
  if ('answer' in answered) {
    tally.answered += 1;
    form.answered(number, answered.answer, out);
    return;
  }
  tally.refused += 1;
  form.refused(number, decoded.ok ? nameOf(decoded.value) : null, answered.problems, out);
}

const isBlank = (line: string): boolean => line.trim() === '';

function faultOf({ fault, bytes }: Exclude<Line, string>): Problem {
  return fault === 'too-long'
    ? problem('too-long', '', null, {
        message: `the line has ${bytes} bytes`,
        expected: `at most ${MOST_BYTES} bytes`,
      })
    : problem('malformed', '', null, {
        message: 'the line is no UTF-8 text',
        expected: 'a run as JSON, in UTF-8',
      });
}

/** A longer text is no name, and its own problem. */
const LONGEST_NAME = 1000;

function nameOf(written: unknown): string | null {
  if (typeof written !== 'object' || written === null || !('name' in written)) return null;
  const { name } = written;
  return typeof name === 'string' && name.length <= LONGEST_NAME ? name : null;
}

function slimAnswers(flags: TypedFlags): (written: unknown) => Answered {
  const { rowOf } = createBulk(editions);
  const change = writtenWith(flags);
  return (written) => {
    const changed = change(written);
    if ('problems' in changed) return changed;
    const row = rowOf(changed.written);
    return 'problems' in row ? row : { answer: row };
  };
}

const wholeAnswers =
  (flags: TypedFlags) =>
  (written: unknown): Answered => {
    const input = parseInput(written, flags);
    if (input.kind === 'problems') return input;
    if (input.kind === 'project') return { answer: { ...estimateProject(input.project) } };
    return { answer: { name: input.run.name ?? null, ...estimate(input.run) } };
  };

const refused: Form['refused'] = (line, name, problems, into) =>
  into.text(`${JSON.stringify({ line, name, problems })}\n`);
const WHOLE_FORM: Form = {
  begin: () => undefined,
  answered: (line, answer, into) =>
    into.text(`{"line":${line},${JSON.stringify(answer).slice(1)}\n`),
  refused,
};
const SLIM_FORM: Form = {
  begin: () => undefined,
  answered: (line, answer, into) => slimJson(line, answer as SlimRow, into),
  refused,
};

/** The writer of tables is loaded where one is asked for. */
async function csvForm(): Promise<Form> {
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
    const { code, message } = error as NodeJS.ErrnoException;
    return unread(code === 'ENOENT' ? 'no such file' : message);
  }
}
