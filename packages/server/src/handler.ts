import type { Buffer } from 'node:buffer';
import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createAnswerCache, questionOf } from './answer-cache.ts';
import { decoded, readBody } from './http/body.ts';
import { type Check, parametersCheck } from './http/checked.ts';
import { HttpProblem } from './http/http-problem.ts';
import { languageOf } from './http/language.ts';
import { ALWAYS, CORS, policyOf } from './http/security.ts';
import { send, sendPlain } from './http/send.ts';
import {
  type Address,
  type Answer,
  type Asked,
  type BodyKind,
  JSON_TYPE,
  LINES_TYPE,
  type Service,
} from './route.ts';

/** Answers a request; a promise where the answer takes more than what is at hand. */
export type Handler = (
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<FastifyReply> | FastifyReply | undefined;

/** Characters of answers that are kept, over all that one route has. */
const CACHED = 16_000_000;

const LINES = [LINES_TYPE, 'application/ndjson', 'application/jsonl', 'application/x-jsonlines'];
const JSON_LIKE = /^application\/(?:[\w.+-]+\+)?json$/;

/**
 * What answers the requests of a route.
 *
 * @param route its description
 * @param service what it answers from
 * @param headers that go with each answer
 */
export function handlerOf(route: Address, service: Service, headers = PUBLIC): Handler {
  const query = remembered(parametersCheck('query', route.query ?? {}));
  const params = parametersCheck('path', route.params ?? {});
  const flat = Object.entries({ ...ALWAYS, ...headers }).flat();
  const cache = route.isPure ? createAnswerCache(CACHED) : null;

  /** Of a body that is there: what was answered before, or is like it, needs not even be decoded. */
  const answerOf = (
    kind: 'json' | 'text',
    bytes: Buffer,
    { url }: FastifyRequest,
    asked: Omit<Asked, 'body'>,
  ): Answer | Promise<Answer> => {
    const question = cache && questionOf(url, asked.language, bytes);
    const known = question && cache.get(question);
    if (known) {
      service.count(1);
      return { mediaType: JSON_TYPE, body: known };
    }
    const keep = (answer: Answer) => {
      if (question && typeof answer.body === 'string') cache.set(question, answer.body);
      return answer;
    };
    const quick = kind === 'json' ? route.quick?.(bytes, asked.query, service) : null;
    if (quick) return keep(quick);
    const text = bytes.toString('utf8');
    const body = kind === 'json' ? { json: decoded(text, service.limits), bytes } : { text };
    const answer = route.answer({ ...asked, body }, service);
    return answer instanceof Promise ? answer.then(keep) : keep(answer);
  };

  return (request, reply) => {
    const language = languageOf(request.headers['accept-language']);
    const kind = kindOf(request, route);
    const asked = {
      params: readBy(params, request.params) as Asked['params'],
      query: query(request),
      language,
    };
    const sent = (answer: Answer) => {
      if (sendPlain(request, reply, answer, language, flat)) return reply;
      return send(request, reply.headers(headers), answer, language);
    };
    const deliver = (answer: Answer | Promise<Answer>) =>
      answer instanceof Promise ? answer.then(sent) : sent(answer);
    if (kind === null) return deliver(route.answer({ ...asked, body: { text: '' } }, service));
    const stream = (request.body ?? request.raw) as Readable;
    if (kind === 'lines') {
      // Whoever goes on sending after the answer is at its end is cut off, once there was time to read it.
      reply.raw.once('finish', () => {
        if (!request.raw.complete)
          setTimeout(() => request.raw.destroy(), service.limits.bodyMs).unref();
      });
      return deliver(route.answer({ ...asked, body: { lines: stream } }, service));
    }
    readBody(stream, service.limits, request.headers['content-length'], (problem, bytes) => {
      try {
        if (problem) throw problem;
        const delivered = deliver(answerOf(kind, bytes, request, asked));
        if (delivered instanceof Promise) delivered.catch((error) => reply.send(error));
      } catch (error) {
        reply.send(error);
      }
    });
    return undefined;
  };
}

const NONE = {};

function readBy(check: Check, value: unknown): ReturnType<Check> {
  // Most requests have no parameters.
  for (const _ in value as object) return check(value);
  return NONE;
}

/** Queries that are kept in mind, and how long each may be. */
const MOST_QUERIES = 100;
const LONGEST_QUERY = 200;

/** Reads the query of a request: most of a route ask the same, and to check one takes as long as all of its headers. */
function remembered(check: Check): (request: FastifyRequest) => ReturnType<Check> {
  const known = new Map<string, ReturnType<Check>>();
  return ({ url, query }) => {
    const start = url.indexOf('?');
    if (start < 0) return NONE;
    const written = url.slice(start);
    const before = known.get(written);
    if (before) return before;
    const read = Object.freeze(readBy(check, query));
    if (written.length > LONGEST_QUERY) return read;
    if (known.size >= MOST_QUERIES) known.clear();
    known.set(written, read);
    return read;
  };
}

const PUBLIC: Readonly<Record<string, string>> = {
  ...CORS,
  'content-security-policy': policyOf('answer'),
};

/** What the body is; null for a route without one. */
function kindOf({ headers }: FastifyRequest, { takes, path }: Address): BodyKind | null {
  if (!takes) return null;
  const coding = headers['content-encoding'];
  if (coding !== undefined && coding !== 'identity') {
    throw new HttpProblem(
      'unsupported-media-type',
      `a body as ${coding} is not read; send it plain`,
    );
  }
  // Reports are of many kinds, JSON among them.
  if (takes.text) return 'text';
  const told = headers['content-type'] ?? '';
  // As most programs write it.
  if (told === 'application/json' && takes.json) return 'json';
  const [type = ''] = told.toLowerCase().split(';');
  if (takes.lines && LINES.includes(type.trim())) return 'lines';
  if (takes.json && JSON_LIKE.test(type.trim())) return 'json';
  const wanted = ['application/json', ...(takes.lines ? [LINES_TYPE] : [])].join(' or ');
  const shown = type.trim() === '' ? 'without a content type' : `as ${type.trim().slice(0, 100)}`;
  throw new HttpProblem(
    'unsupported-media-type',
    `a body ${shown} is not read at ${path}; send ${wanted}`,
    {
      headers: { 'accept-post': wanted.replace(' or ', ', ') },
    },
  );
}
