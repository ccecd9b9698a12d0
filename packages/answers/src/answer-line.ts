import { type Problem, problem } from '@ml-emissions/calculator';
import type { SlimRow } from '@ml-emissions/calculator/bulk';
import type { Bytes } from './bytes.ts';
import { decodeJson, MOST_BYTES } from './decode-json.ts';
import { type Line, type Part, textOf } from './lines.ts';
import { slimJson } from './slim-json.ts';

/** How a form writes what became of a line. */
export interface LineForm {
  readonly begin: (into: Bytes) => void;
  readonly answered: (line: number, answer: Answer, into: Bytes) => void;
  readonly refused: (
    line: number,
    name: string | null,
    problems: readonly Problem[],
    into: Bytes,
  ) => void;
}

/** What answers a line: its row, or a whole result. */
type Answer = SlimRow | Readonly<Record<string, unknown>>;

/** An answer, or why there is none. */
export type Answered = { readonly answer: Answer } | { readonly problems: readonly Problem[] };

/** How lines are answered. */
export interface LineAnswers {
  /** Of a line like an earlier one, which need not be decoded; null of any other. */
  readonly quick: (line: Part) => Answer | null;
  readonly of: (written: unknown, line: Part) => Answered;
}

/** Of lines that are all decoded. */
export const never = (): null => null;

/** What became of a line. */
type Became = 'answered' | 'refused' | 'blank';

/**
 * Writes what becomes of one line of many.
 *
 * @param line as it came in
 * @param number of the line, from 1
 * @param answers what answers it
 * @param form how it is written
 * @param out where to
 */
export function answerLine(
  line: Line,
  number: number,
  answers: LineAnswers,
  form: LineForm,
  out: Bytes,
): Became {
  if ('fault' in line) {
    form.refused(number, null, [faultOf(line)], out);
    return 'refused';
  }
  const quick = answers.quick(line);
  if (quick) {
    form.answered(number, quick, out);
    return 'answered';
  }
  const text = textOf(line);
  if (isBlank(text)) return 'blank';
  const decoded = decodeJson(text);
  const answered = decoded.ok ? answers.of(decoded.value, line) : { problems: [decoded.problem] };
  if ('answer' in answered) {
    form.answered(number, answered.answer, out);
    return 'answered';
  }
  form.refused(number, decoded.ok ? nameOf(decoded.value) : null, answered.problems, out);
  return 'refused';
}

const isBlank = (line: string): boolean => line.trim() === '';

function faultOf({ fault, size }: Exclude<Line, Part>): Problem {
  return fault === 'too-long'
    ? problem('too-long', '', null, {
        message: `the line has ${size} bytes`,
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

const refused: LineForm['refused'] = (line, name, problems, into) =>
  into.text(`${JSON.stringify({ line, name, problems })}\n`);
/** Whole results. */
export const WHOLE_FORM: LineForm = {
  begin: () => undefined,
  // A project has its name among its fields.
  answered: (line, answer, into) => {
    const { name = null, ...whole } = answer as { readonly name?: string | null };
    into.text(`${JSON.stringify({ line, name, ...whole })}\n`);
  },
  refused,
};
/** Slim rows. */
export const SLIM_FORM: LineForm = {
  begin: () => undefined,
  answered: (line, answer, into) => slimJson(line, answer as SlimRow, into),
  refused,
};
