import { pino } from 'pino';
import { batched, type Lines } from './batched.ts';

/** What is written about requests, a line of JSON each. */
export interface Log {
  /** How a request ended: nothing of its body or query. */
  readonly answered: (request: Answered) => void;
  /** What went wrong here. */
  readonly failed: (id: string, path: string, error: unknown) => void;
}

interface Answered {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly seconds: number;
}

/**
 * A log of requests by pino: one logger for all of them, as one of each request's own takes a third of the time of a small
 * answer.
 *
 * @param to where it is written; null for nowhere
 */
export function createLog(to: Lines | null): Log {
  if (to === null) return { answered: () => undefined, failed: () => undefined };
  const log = pino({ base: null }, batched(to));
  return {
    answered({ id, seconds, ...rest }) {
      const ms = Math.round(seconds * 1e6) / 1000;
      log.info({ reqId: id, ...rest, ms }, 'answered');
    },
    failed(id, path, error) {
      const err = error instanceof Error ? error : new Error(String(error));
      log.error({ reqId: id, err, path }, 'failed');
    },
  };
}
