import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Limits } from '../limits.ts';
import { HttpProblem } from './http-problem.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { createRateLimit } from './rate-limit.ts';
import { ALWAYS } from './security.ts';

/** What is seen of every request. */
interface Watcher {
  readonly metrics: Metrics;
  readonly log: Log;
  readonly limits: Limits;
  /** Whether connections are to be closed after their answer. */
  readonly isDraining: () => boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The address as it is written in the OpenAPI document. */
    route: string;
  }
}

const NO_ROUTE = 'none';

/** Paths of the server's own health, which are answered however busy it is. */
const HEALTH = ['/healthz', '/readyz', '/metrics'];

/**
 * Counts, logs and limits the requests to all routes that are added after it.
 *
 * @returns what refuses a request that is one too many; for whoever answers where no route is
 */
export function watch(
  app: FastifyInstance,
  { metrics, log, limits, isDraining }: Watcher,
): (request: FastifyRequest) => void {
  const rateLimit = createRateLimit(limits.perMinute);
  const refuseTooMany = ({ ip }: FastifyRequest) => {
    if (metrics.inFlight() > limits.inFlight) {
      const headers = { 'retry-after': '1' };
      throw new HttpProblem('unavailable', 'too many requests are in hand', { headers });
    }
    rateLimit(ip);
  };
  app.decorateRequest('route', NO_ROUTE);
  app.addHook('onRequest', (request, reply, done) => {
    const started = performance.now();
    metrics.began();
    reply.raw.on('close', () => {
      const seconds = (performance.now() - started) / 1000;
      const { id, method, route } = request;
      const status = reply.statusCode;
      metrics.ended(route, method, status, seconds);
      log.answered({ time: Date.now(), id, method, path: pathOf(request), status, seconds });
    });
    if (isDraining()) reply.raw.setHeader('connection', 'close');
    done();
  });
  // Which route it is a request could tell itself, but takes long for it.
  app.addHook('onRoute', (route) => {
    const isLimited = !HEALTH.includes(route.url);
    route.onRequest = (request: FastifyRequest, _: FastifyReply, done: () => void) => {
      request.route = route.url;
      if (isLimited) refuseTooMany(request);
      done();
    };
  });
  app.addHook('onSend', (_request, reply, _body, done) => {
    reply.headers(ALWAYS);
    done();
  });
  return refuseTooMany;
}

export const pathOf = ({ url }: FastifyRequest): string => {
  const end = url.indexOf('?');
  return end < 0 ? url : url.slice(0, end);
};
