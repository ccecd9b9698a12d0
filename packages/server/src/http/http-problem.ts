import type { Problem } from '@ml-emissions/calculator';

/** Kinds of trouble that a request can meet, with the status of each. */
export const TROUBLES = {
  malformed: { status: 400, title: 'The body cannot be read' },
  unauthorised: { status: 401, title: 'The token is missing, or another one' },
  forbidden: { status: 403, title: 'Not for pages of other origins' },
  'not-found': { status: 404, title: 'Nothing is there' },
  'method-not-allowed': { status: 405, title: 'The address takes another method' },
  'too-slow': { status: 408, title: 'The body came too slowly' },
  'too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'The body is of a kind that is not read here' },
  'invalid-input': { status: 422, title: 'The input cannot be answered' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'headers-too-large': { status: 431, title: 'The headers are too large' },
  failed: { status: 500, title: 'The server failed' },
  unavailable: { status: 503, title: 'The server is busy or ends' },
} as const;
export type Trouble = keyof typeof TROUBLES;

/** One thing wrong with one field of a request. */
export interface FieldProblem extends Problem {
  /** Where the field is; of the body where it is not told. */
  readonly in?: 'query' | 'path';
}

/** Thrown where a request cannot be answered; told as problem details (RFC 9457). */
export class HttpProblem extends Error {
  readonly trouble: Trouble;
  readonly problems: readonly FieldProblem[];
  readonly headers: Readonly<Record<string, string>>;

  /**
   * @param trouble its kind
   * @param detail what is wrong, in a sentence
   * @param more every problem of a field, and headers that go with the answer
   */
  constructor(
    trouble: Trouble,
    detail: string,
    more: {
      readonly problems?: readonly FieldProblem[];
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(detail);
    this.name = 'HttpProblem';
    this.trouble = trouble;
    this.problems = more.problems ?? [];
    this.headers = more.headers ?? {};
  }
}

/** Problems of an input that was read. */
export function invalid(problems: readonly FieldProblem[]): HttpProblem {
  const [first] = problems;
  const rest = problems.length > 1 ? `, and ${problems.length - 1} more` : '';
  return new HttpProblem('invalid-input', `${first?.message ?? 'it cannot be answered'}${rest}`, {
    problems,
  });
}

export const PROBLEM_TYPE = 'application/problem+json';
