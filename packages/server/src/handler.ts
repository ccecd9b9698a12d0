import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createAnswerCache } from './answer-cache.ts';
import { bodyOf, decoded } from './http/body.ts';
import { type Check, parametersCheck } from './http/checked.ts';
import { HttpProblem } from './http/http-problem.ts';
import { languageOf } from './http/language.ts';
import { CORS, policyOf } from './http/security.ts';
import { send } from './http/send.ts';
import {
  type Address,
  type Asked,
  type BodyKind,
  JSON_TYPE,
  LINES_TYPE,
  type Service,
} from './route.ts';

export type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

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
  const query = parametersCheck('query', route.query ?? {});
  const params = parametersCheck('path', route.params ?? {});
  const cache = route.isPure ? createAnswerCache(CACHED) : null;
  return async (request, reply) => {
    reply.headers(headers);
    const language = languageOf(request.headers['accept-language']);
    const kind = kindOf(request, route);
    const asked = {
      params: readBy(params, request.params) as Asked['params'],
      query: readBy(query, request.query),
      language,
    };
    const stream = (request.body ?? request.raw) as Readable;
    if (kind === null) {
      return send(
        request,
        reply,
        await route.answer({ ...asked, body: { text: '' } }, service),
        language,
      );
    }
    if (kind === 'lines') {
      // Whoever goes on sending after the answer is at its end is cut off, once there was time to read it.
      reply.raw.once('finish', () => {
        if (!request.raw.complete)
          setTimeout(() => request.raw.destroy(), service.limits.bodyMs).unref();
      });
      const body = { lines: stream };
      return send(request, reply, await route.answer({ ...asked, body }, service), language);
    }
    const bytes = await bodyOf(stream, service.limits, request.headers['content-length']);
    const quick = kind === 'json' ? route.quick?.(bytes, asked.query, service) : null;
    if (quick) return send(request, reply, quick, language);
    const text = bytes.toString('utf8');
    const key = `${language} ${request.url}\n${text}`;
    const known = cache?.get(key);
    if (known !== undefined) {
      service.count(1);
      return send(request, reply, { mediaType: JSON_TYPE, body: known }, language);
    }
    const body = kind === 'json' ? { json: decoded(text, service.limits), bytes } : { text };
    const answer = await route.answer({ ...asked, body }, service);
    if (typeof answer.body === 'string') cache?.set(key, answer.body);
    return send(request, reply, answer, language);
  };
}

const NONE = {};

function readBy(check: Check, value: unknown): ReturnType<Check> {
  // Most requests have no parameters.
  for (const _ in value as object) return check(value);
  return NONE;
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
