import { Buffer, isUtf8 } from 'node:buffer';
import type { Readable } from 'node:stream';
import { decodeJson } from '@ml-emissions/answers';
import type { Limits } from '../limits.ts';
import { createDeadlines } from './deadlines.ts';
import { HttpProblem } from './http-problem.ts';

const deadlines = createDeadlines();

/**
 * All of a body, which is sound UTF-8.
 *
 * @param stream as it comes in
 * @param limits how long and how large it may be
 * @param told what the header says of its length
 * Errors: throws `HttpProblem` for a body that is too large, too slow or no UTF-8.
 */
export async function bodyOf(
  stream: Readable,
  { bodyBytes, bodyMs }: Limits,
  told: string | undefined,
): Promise<Buffer> {
  if (Number(told) > bodyBytes) throw tooLarge(bodyBytes);
  const bytes = await bytesOf(stream, bodyBytes, bodyMs);
  if (!isUtf8(bytes)) throw new HttpProblem('malformed', 'the body is no UTF-8 text');
  return bytes;
}

/** What is left of a body that is refused is not waited for. */
const CLOSE = { headers: { connection: 'close' } } as const;

const tooLarge = (most: number): HttpProblem =>
  new HttpProblem('too-large', `the body has more than ${most} bytes`, CLOSE);

function bytesOf(stream: Readable, most: number, ms: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let isOpen = true;
    const end = () => {
      isOpen = false;
      deadlines.delete(deadline);
    };
    const refuse = (problem: HttpProblem) => {
      end();
      reject(problem);
    };
    const deadline = deadlines.add(ms, () =>
      refuse(new HttpProblem('too-slow', `the body was not there after ${ms} ms`, CLOSE)),
    );
    const broken = () => {
      if (isOpen) refuse(new HttpProblem('malformed', 'the body ends too early', CLOSE));
    };
    // They stay: taking them off again costs as much as a third of the reading of a small body.
    stream
      .on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (!isOpen) return;
        if (size > most) refuse(tooLarge(most));
        else chunks.push(chunk);
      })
      .on('end', () => {
        if (!isOpen) return;
        end();
        resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks));
      })
      .on('error', broken)
      .on('close', broken);
  });
}

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
