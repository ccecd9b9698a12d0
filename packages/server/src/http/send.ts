import { Buffer } from 'node:buffer';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Answer, Freshness } from '../route.ts';
import type { SiteFile } from '../site.ts';
import { codingOf, compressed, compressedStream, LEAST_BYTES } from './compress.ts';

const YEAR = 'public, max-age=31536000, immutable';
const MINUTES = 'public, max-age=300';
const ASK_AGAIN = 'no-cache';
const VARY = 'accept-encoding, accept-language';

/**
 * Sends an answer, compressed as the client takes it; nothing where the client has it already.
 *
 * @param language of its sentences
 */
export function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { mediaType, body, freshness, headers }: Answer,
  language: string,
): FastifyReply | Promise<FastifyReply> {
  reply.header('content-type', mediaType).header('content-language', language);
  reply.header('vary', VARY);
  if (headers) reply.headers(headers);
  if (isKnown(request, reply, freshness && { ...freshness, tag: `${freshness.tag}.${language}` })) {
    return reply.code(304).send();
  }
  const coding = codingOf(request.headers['accept-encoding']);
  if (coding === 'identity' || (typeof body === 'string' && body.length < LEAST_BYTES)) {
    return reply.send(body);
  }
  reply.header('content-encoding', coding);
  if (typeof body !== 'string') return reply.send(compressedStream(body, coding));
  return compressed(body, coding).then((bytes) => reply.send(bytes));
}

/**
 * Sends an answer that is at hand, where its client takes it as it is: past the framework, with headers that were made once.
 * Made anew for each answer they took a tenth of its time.
 *
 * @param headers of every answer of the route, name by name
 * @returns whether it was sent; else it is for `send`
 */
export function sendPlain(
  { method, headers: { 'accept-encoding': codings } }: FastifyRequest,
  { raw }: FastifyReply,
  { mediaType, body, freshness, headers }: Answer,
  language: string,
  always: readonly string[],
): boolean {
  if (typeof body !== 'string' || freshness || headers || method !== 'POST') return false;
  if (body.length >= LEAST_BYTES && codingOf(codings) !== 'identity') return false;
  const length = String(Buffer.byteLength(body));
  // biome-ignore format: a header a line
  raw.writeHead(200, [
    ...always,
    'content-type', mediaType,
    'content-language', language,
    'vary', VARY,
    'cache-control', 'no-store',
    'content-length', length,
  ]);
  raw.end(body);
  return true;
}

/** Sends a file of the site. */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  { mediaType, tag, isForever, body }: SiteFile,
): Promise<FastifyReply> {
  reply.header('content-type', mediaType).header('vary', 'accept-encoding');
  if (isKnown(request, reply, { tag: await tag(), isForever }, ASK_AGAIN))
    return reply.code(304).send();
  const coding = codingOf(request.headers['accept-encoding']);
  if (coding !== 'identity') reply.header('content-encoding', coding);
  return reply.send(await body(coding));
}

function isKnown(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  freshness: Freshness | undefined,
  otherwise = MINUTES,
): boolean {
  if (!freshness) {
    reply.header('cache-control', 'no-store');
    return false;
  }
  // Weak: the same answer may be compressed in several ways. A tag holds no sign that a header may not.
  const etag = `W/"${Buffer.from(freshness.tag).toString('base64url')}"`;
  reply.header('etag', etag);
  reply.header('cache-control', freshness.isForever ? YEAR : otherwise);
  const known = headers['if-none-match'];
  return known !== undefined && (known === '*' || known.split(/,\s*/).includes(etag));
}
