import { pino } from 'pino';

/** Where lines are written. */
export interface Lines {
  readonly write: (lines: string) => void;
}

/** What is written about requests, a line of JSON each. */
export interface Log {
  /** How a request ended: nothing of its body or query. */
  readonly answered: (request: Answered) => void;
  /** What went wrong here. */
  readonly failed: (id: string, path: string, error: unknown) => void;
  /** Writes what waits for more. */
  readonly flush: () => void;
}

interface Answered {
  /** When it ended, in milliseconds since 1970. */
  readonly time: number;
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly seconds: number;
}

/** How long a line may wait for others, and how many may. */
const WAIT_MS = 50;
const MOST_WAITING = 1000;

/**
 * A log of requests by pino, many lines in one go: a line and its write after each request took a tenth of the time of a
 * small answer, and one logger a request a third.
 *
 * @param to where it is written; null for nowhere
 */
export function createLog(to: Lines | null): Log {
  if (to === null) return { answered: nothing, failed: nothing, flush: nothing };
  let lines = '';
  const log = pino(
    { base: null, timestamp: false },
    {
      write(line: string) {
        lines += line;
      },
    },
  );
  let waiting: Answered[] = [];
  let timer: NodeJS.Timeout | undefined;
  const tellWaiting = () => {
    for (const { time, id, method, path, status, seconds } of waiting) {
      const ms = Math.round(seconds * 1e6) / 1000;
      log.info({ time, reqId: id, method, path, status, ms }, 'answered');
    }
    waiting = [];
  };
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    tellWaiting();
    const written = lines;
    lines = '';
    if (written !== '') to.write(written);
  };
  return {
    answered(request) {
      waiting.push(request);
      if (waiting.length >= MOST_WAITING) flush();
      else timer ??= setTimeout(flush, WAIT_MS).unref();
    },
    failed(id, path, error) {
      tellWaiting();
      const err = error instanceof Error ? error : new Error(String(error));
      log.error({ time: Date.now(), reqId: id, err, path }, 'failed');
      flush();
    },
    flush,
  };
}

const nothing = (): void => undefined;
