import { Buffer, isUtf8 } from 'node:buffer';
import type { Readable } from 'node:stream';
import { decodeJson } from '@ml-emissions/answers';
import type { Limits } from '../limits.ts';
import { createDeadlines } from './deadlines.ts';
import { HttpProblem } from './http-problem.ts';

const deadlines = createDeadlines();

/** Called with all of a body, or with why there is none. */
export type BodyRead = (problem: HttpProblem | null, bytes: Buffer) => void;

const NOTHING = Buffer.alloc(0);

/**
 * Reads all of a body, which is sound UTF-8. A promise would cost as much as the reading of a small one.
 *
 * @param stream as it comes in
 * @param limits how long and how large it may be
 * @param told what the header says of its length
 * @param read called once; with a problem for a body that is too large, too slow or no UTF-8
 */
export function readBody(
  stream: Readable,
  { bodyBytes, bodyMs }: Limits,
  told: string | undefined,
  read: BodyRead,
): void {
  if (Number(told) > bodyBytes) {
    read(tooLarge(bodyBytes), NOTHING);
    return;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  let isOpen = true;
  const refuse = (problem: HttpProblem) => {
    isOpen = false;
    deadlines.delete(deadline);
    read(problem, NOTHING);
  };
  const deadline = deadlines.add(bodyMs, () =>
    refuse(new HttpProblem('too-slow', `the body was not there after ${bodyMs} ms`, CLOSE)),
  );
  const broken = () => {
    if (isOpen) refuse(new HttpProblem('malformed', 'the body ends too early', CLOSE));
  };
  // They stay: taking them off again costs as much as a third of the reading of a small body.
  stream
    .on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (!isOpen) return;
      if (size > bodyBytes) refuse(tooLarge(bodyBytes));
      else chunks.push(chunk);
    })
    .on('end', () => {
      if (!isOpen) return;
      isOpen = false;
      deadlines.delete(deadline);
      const bytes = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
      if (isUtf8(bytes)) read(null, bytes);
      else read(new HttpProblem('malformed', 'the body is no UTF-8 text'), NOTHING);
    })
    .on('error', broken)
    .on('close', broken);
}

/** The same as a promise. */
export const bodyOf = (
  stream: Readable,
  limits: Limits,
  told: string | undefined,
): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    readBody(stream, limits, told, (problem, bytes) =>
      problem ? reject(problem) : resolve(bytes),
    );
  });

/** What is left of a body that is refused is not waited for. */
const CLOSE = { headers: { connection: 'close' } } as const;

const tooLarge = (most: number): HttpProblem =>
  new HttpProblem('too-large', `the body has more than ${most} bytes`, CLOSE);

/**
 * JSON text -> what it says.
 *
 * Errors: throws `HttpProblem` for what is no JSON or goes too deep.
 */
export function decoded(text: string, { depth, bodyBytes }: Limits): unknown {
  if (depthOf(text) > depth) {
    throw new HttpProblem('malformed', `more than ${depth} brackets lie within each other`);
  }
  const read = decodeJson(text, bodyBytes);
  if (read.ok) return read.value;
  const { code, message, expected } = read.problem;
  throw new HttpProblem('malformed', message, {
    problems: [{ code, field: '', value: null, message, expected, suggestions: [] }],
  });
}

const QUOTE = 34;
const BACKSLASH = 92;
const OPENING = [91, 123];
const CLOSING = [93, 125];

/** How many brackets lie within each other: whoever goes through what they hold goes as deep. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let isText = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isText) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) isText = false;
    } else if (code === QUOTE) isText = true;
    else if (code === OPENING[0] || code === OPENING[1]) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (code === CLOSING[0] || code === CLOSING[1]) depth -= 1;
  }
  return deepest;
}
