import { Buffer } from 'node:buffer';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { HttpProblem, PROBLEM_TYPE, TROUBLES, type Trouble } from './http-problem.ts';
import { problemDetails } from './problem-details.ts';

/** What the framework says of a request, as ours; its own failures are told as such and no more. */
const BY_STATUS: Readonly<Record<number, Trouble>> = {
  400: 'malformed',
  404: 'not-found',
  408: 'too-slow',
  413: 'too-large',
  414: 'headers-too-large',
  415: 'unsupported-media-type',
  431: 'headers-too-large',
  503: 'unavailable',
};

/** Anything that was thrown, as a problem. */
export function problemFrom(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  const { statusCode, message } = error as { statusCode?: number; message?: string };
  const trouble = BY_STATUS[statusCode ?? 0];
  return trouble
    ? new HttpProblem(trouble, message ?? 'it cannot be answered')
    : new HttpProblem('failed', 'something here went wrong; it was written to the log');
}

/** The client went away in the middle of a request. */
const GONE = ['ECONNRESET', 'HPE_INVALID_EOF_STATE'];
const TOO_LONG = ['HPE_HEADER_OVERFLOW', 'HPE_CHUNK_EXTENSIONS_OVERFLOW'];

/** Answers what is no HTTP, or does not come to its end. */
export function refuseRaw(error: NodeJS.ErrnoException, socket: Socket): void {
  if (GONE.includes(error.code ?? '') || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem =
    error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? new HttpProblem('too-slow', 'the request did not come to its end in time')
      : TOO_LONG.includes(error.code ?? '')
        ? new HttpProblem('headers-too-large', 'the headers are too large')
        : new HttpProblem('malformed', 'this is no HTTP request');
  const { status } = TROUBLES[problem.trouble];
  const body = problemDetails(problem, 'en');
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: ${PROBLEM_TYPE}\r\ncontent-language: en\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
    () => socket.destroy(),
  );
}
