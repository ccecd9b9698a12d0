import { MOST_BYTES } from '@ml-emissions/answers';

/** How much one client may ask for at once, and for how long. Told to people in docs/serve.md. */
export interface Limits {
  /** Bytes of a body of JSON or text. */
  readonly bodyBytes: number;
  /** Runs and projects in one array. */
  readonly arrayItems: number;
  /** Brackets within brackets in a body of JSON. */
  readonly depth: number;
  /** Bytes of one line of many. */
  readonly lineBytes: number;
  /** Bytes of all lines of one request. */
  readonly linesBytes: number;
  /** Milliseconds until a body of JSON or text must be there. */
  readonly bodyMs: number;
  /** Milliseconds that a connection may be silent. */
  readonly idleMs: number;
  /** Bytes of all headers. */
  readonly headerBytes: number;
  /** Milliseconds until all headers must be there. */
  readonly headersMs: number;
  /** Requests in hand; what comes beyond is told to come again. */
  readonly inFlight: number;
  /** Requests of one client in a minute, but for those of this machine. */
  readonly perMinute: number;
  /** Milliseconds in which connections learn that the server ends. */
  readonly drainMs: number;
  /** Milliseconds until what is still in hand is given up at the end. */
  readonly closeMs: number;
}

export const LIMITS: Limits = {
  bodyBytes: 5_000_000,
  arrayItems: 1000,
  depth: 32,
  lineBytes: MOST_BYTES,
  linesBytes: 1_000_000_000,
  bodyMs: 15_000,
  idleMs: 60_000,
  headerBytes: 16_384,
  headersMs: 10_000,
  inFlight: 500,
  perMinute: 600,
  drainMs: 1000,
  closeMs: 30_000,
};
