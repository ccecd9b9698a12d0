import type { AddressInfo } from 'node:net';
import { setTimeout as later } from 'node:timers/promises';
import { type Calculator, createCalculator } from '@ml-emissions/calculator';
import fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { docsPage } from './docs/page.ts';
import { type Guarded, guard } from './guarded.ts';
import { handlerOf } from './handler.ts';
import { HttpProblem, PROBLEM_TYPE, TROUBLES } from './http/http-problem.ts';
import { languageOf } from './http/language.ts';
import { createLog, type Lines } from './http/log.ts';
import { createMetrics } from './http/metrics.ts';
import { problemDetails } from './http/problem-details.ts';
import { problemFrom, refuseRaw } from './http/refuse.ts';
import { CORS, PREFLIGHT, policyOf } from './http/security.ts';
import { send, sendFile } from './http/send.ts';
import { pathOf, watch } from './http/watch.ts';
import { LIMITS, type Limits } from './limits.ts';
import type { mcpOverHttp } from './mcp/http.ts';
import { type Service, toFastify } from './route.ts';
import { ROUTES } from './routes/index.ts';
import type { Site } from './site.ts';
import { warm, warmLists } from './warm.ts';

/** What a server is made of. */
export interface AppOptions {
  /** Over all editions. */
  readonly calculator: Calculator;
  /** Of the package. */
  readonly version: string;
  /** A file of the package's folder `schema`. */
  readonly schemaFile: (name: string) => string;
  /** The site; null for the API alone. */
  readonly site: Site | null;
  readonly limits?: Partial<Limits>;
  /** Where a line a request is written; null for nowhere. */
  readonly log: Lines | null;
  /** Whether a proxy stands before it, whose headers say who asks. */
  readonly isBehindProxy?: boolean;
  /** What is for one person at this machine alone. */
  readonly guarded?: Guarded;
}

/** A server that can be started and ended. */
export interface App {
  /** Listens; the address is what was got: port 0 is any free one. */
  readonly listen: (port: number, host: string) => Promise<AddressInfo>;
  /** Takes no more, finishes what is in hand, and ends. */
  readonly close: (how?: { readonly isHurried?: boolean }) => Promise<void>;
}

const SWEEP_MS = 50;

const JSON_BODY = 'application/json';

/**
 * The calculator as an HTTP server. It keeps nothing between requests that could change an answer.
 *
 * @param options what it is made of
 * @returns what starts and ends it
 * Errors: none.
 */
export async function createApp(options: AppOptions): Promise<App> {
  const limits = { ...LIMITS, ...options.limits };
  const metrics = createMetrics();
  const log = createLog(options.log);
  const service = serviceOf(options, limits, metrics.counted);
  const state = { isReady: false, isDraining: false };

  const app = fastify({
    logger: false,
    trustProxy: options.isBehindProxy ?? false,
    bodyLimit: limits.linesBytes,
    // Long lists of lines take as long as they take: a silent connection ends, and a slow body of JSON.
    requestTimeout: 0,
    connectionTimeout: limits.idleMs,
    http: {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headersMs,
      connectionsCheckingInterval: 1000,
    },
    clientErrorHandler: refuseRaw,
    return503OnClosing: false,
    routerOptions: { maxParamLength: 500 },
    // Bodies are checked by the parser of runs, and answers are texts when they come here.
    schemaController: {
      compilersFactory: {
        buildValidator: (() => () => () => true) as never,
        buildSerializer: (() => () => String) as never,
      },
    },
    frameworkErrors: (error, _, reply) => refuse(reply as FastifyReply, problemFrom(error)),
  });

  // One timeout for the whole life of a connection: another one between requests is set anew with each of them.
  app.server.keepAliveTimeout = 0;
  app.removeAllContentTypeParsers();
  // Bodies are read where the route is known: what it takes, and how much of it.
  // What most bodies are has a parser of its own: that of all others is looked for anew each time.
  for (const type of [JSON_BODY, '*'])
    app.addContentTypeParser(type, (_request, payload, done) => done(null, payload));
  app.setErrorHandler((error, request, reply) => {
    const problem = problemFrom(error);
    if (problem.trouble === 'failed') log.failed(request.id, pathOf(request), error);
    return refuse(reply, problem);
  });

  const refuseTooMany = watch(app, { metrics, log, limits, isDraining: () => state.isDraining });
  if (options.guarded) guard(app, service, options.guarded);
  for (const route of ROUTES) {
    const handler = handlerOf(route, service);
    app.route({ method: route.method, url: toFastify(route.path), handler });
  }
  const openapi = options.schemaFile('openapi.json');
  const plain = (mediaType: string, body: string) => ({ mediaType, body });
  app.get('/openapi.json', (request, reply) => {
    reply.headers(CORS).header('content-security-policy', policyOf('answer'));
    const freshness = { tag: options.version, isForever: false };
    return send(
      request,
      reply,
      { ...plain('application/json; charset=utf-8', openapi), freshness },
      'en',
    );
  });
  const docs = docsPage(openapi, limits);
  app.get('/docs', (request, reply) => {
    reply.header('content-security-policy', policyOf('docs'));
    const freshness = { tag: `docs.${options.version}`, isForever: false };
    return send(request, reply, { ...plain('text/html; charset=utf-8', docs), freshness }, 'en');
  });
  const health = (url: string, answer: () => { status: number; text: string }) =>
    app.get(url, (_, reply) => {
      const { status, text } = answer();
      return reply
        .code(status)
        .header('cache-control', 'no-store')
        .header('content-security-policy', policyOf('answer'))
        .type('text/plain; version=0.0.4; charset=utf-8')
        .send(text);
    });
  health('/healthz', () => ({ status: 200, text: 'ok\n' }));
  health('/readyz', () =>
    state.isReady && !state.isDraining
      ? { status: 200, text: 'ready\n' }
      : { status: 503, text: state.isDraining ? 'ending\n' : 'starting\n' },
  );
  health('/metrics', () => ({ status: 200, text: metrics.text() }));
  // Most servers are never asked by an assistant: what speaks with one is loaded when one comes.
  let mcp: Promise<ReturnType<typeof mcpOverHttp>> | undefined;
  const loadMcp = async () => {
    const [http, { mcpServiceOf }] = await Promise.all([
      import('./mcp/http.ts'),
      import('./mcp/service.ts'),
    ]);
    return http.mcpOverHttp((origin) => mcpServiceOf(options, `${origin}/`), limits);
  };
  app.route({
    method: ['GET', 'POST', 'DELETE'],
    url: '/mcp',
    handler: async (request, reply) => {
      mcp ??= loadMcp();
      return (await mcp).answer(request, reply);
    },
  });
  otherMethods(app);
  app.options('*', (_, reply) => reply.headers(PREFLIGHT).code(204).send());
  const notFound = (request: FastifyRequest, reply: FastifyReply) => {
    const path = pathOf(request);
    const file = options.site?.file(path);
    if (file) {
      reply.header('content-security-policy', policyOf('page'));
      return sendFile(request, reply, file);
    }
    if (options.site?.isFolder(path)) {
      return reply
        .header('location', `${path.slice(path.lastIndexOf('/') + 1)}/`)
        .code(308)
        .send();
    }
    throw new HttpProblem('not-found', 'nothing is at this address; /docs lists what is');
  };
  app.get('/*', notFound);
  app.setNotFoundHandler((request) => {
    refuseTooMany(request);
    throw new HttpProblem('not-found', 'nothing is at this address; /docs lists what is');
  });

  return {
    async listen(port, host) {
      await app.listen({ port, host, backlog: 1024 });
      process.on('exit', log.flush);
      // Whoever asks first should not wait for the tables.
      setImmediate(() => {
        warm(service);
        state.isReady = true;
        void warmLists(service);
      });
      return app.server.address() as AddressInfo;
    },
    async close({ isHurried = false } = {}) {
      state.isDraining = true;
      // Who holds a connection open learns by its next answer that it closes; a balancer by /readyz.
      if (!isHurried) await later(limits.drainMs);
      const timer = setTimeout(() => app.server.closeAllConnections(), limits.closeMs);
      // An answer that was begun before cannot say that its connection closes.
      const sweep = setInterval(() => app.server.closeIdleConnections(), SWEEP_MS);
      await (await mcp)?.close();
      await app.close();
      clearTimeout(timer);
      clearInterval(sweep);
      process.off('exit', log.flush);
      log.flush();
    },
  };
}

function serviceOf(
  { calculator, version, schemaFile }: AppOptions,
  limits: Limits,
  count: (runs: number) => void,
): Service {
  const byEdition = new Map<string, Calculator>([[calculator.editions.current, calculator]]);
  const calculatorOf = (id: string): Calculator => {
    const known = byEdition.get(id);
    if (known) return known;
    const edition = calculator.editions.get(id);
    if (!edition) throw new Error(`no edition ${id}`);
    const made = createCalculator(edition);
    byEdition.set(id, made);
    return made;
  };
  return { calculator, calculatorOf, limits, version, schemaFile, count };
}

function refuse(reply: FastifyReply, problem: HttpProblem): FastifyReply {
  const { status } = TROUBLES[problem.trouble];
  const language = languageOf(reply.request.headers['accept-language']);
  return reply
    .headers({ ...CORS, ...problem.headers })
    .header('content-security-policy', policyOf('answer'))
    .header('cache-control', 'no-store')
    .header('content-language', language)
    .header('vary', 'accept-language')
    .code(status)
    .type(PROBLEM_TYPE)
    .send(problemDetails(problem, language));
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** An address that is asked by another method says which it takes. */
function otherMethods(app: ReturnType<typeof fastify>): void {
  for (const { method, path } of ROUTES) {
    const others = METHODS.filter((one) => one !== method);
    app.route({
      method: [...others],
      url: toFastify(path),
      handler: () => {
        const allow = method === 'GET' ? 'GET, HEAD' : method;
        throw new HttpProblem('method-not-allowed', `${path} takes ${allow}`, {
          headers: { allow },
        });
      },
    });
  }
}
