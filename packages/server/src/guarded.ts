import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { handlerOf } from './handler.ts';
import { HttpProblem } from './http/http-problem.ts';
import { policyOf } from './http/security.ts';
import { type Address, type Service, toFastify } from './route.ts';

/** Addresses for one person at this machine: their answers are nobody else's. */
export interface Guarded {
  /** Said with each request to them, as `Authorization: Bearer …`. */
  readonly token: string;
  readonly addresses: readonly Address[];
  /**
   * A way in for the browser that is opened: other users of the machine can read what a program was started with, so
   * that its address is good for one visit, which leads to `to`.
   */
  readonly entry: { readonly path: string; readonly key: string; readonly to: string };
}

const SECRET_BYTES = 24;

/** What nobody can guess. */
export const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');

const HEADERS = {
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': policyOf('answer'),
};

/** Names of this machine that no other machine can be meant by. */
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** Puts guarded addresses into a server; all that it serves is from then on refused to whoever asks for another host. */
export function guard(app: FastifyInstance, service: Service, guarded: Guarded): void {
  const { token, addresses, entry } = guarded;
  app.addHook('onRequest', (request, _, done) => {
    refuseOtherHosts(request);
    done();
  });
  for (const address of addresses) {
    const answer = handlerOf(address, service, HEADERS);
    app.route({
      method: address.method,
      url: toFastify(address.path),
      handler: (request, reply) => {
        refuseWithout(token, request, reply);
        return answer(request, reply);
      },
    });
  }
  let isUsed = false;
  app.get<{ Params: { key: string } }>(`${entry.path}/:key`, (request, reply) => {
    if (isUsed || !isSame(request.params.key, entry.key))
      throw new HttpProblem('not-found', 'this way in was used before; the address was printed');
    isUsed = true;
    return reply
      .headers({ ...HEADERS, 'cache-control': 'no-store', location: entry.to })
      .code(303)
      .send();
  });
}

/**
 * A page of others can let its own name lead to this machine (DNS rebinding), and then asks under that name: only names
 * that always lead here are answered.
 */
function refuseOtherHosts({ headers: { host = '' }, socket }: FastifyRequest): void {
  const address = `http://${host}/`;
  const url = URL.canParse(address) ? new URL(address) : null;
  const isHere = LOOPBACK.includes(url?.hostname ?? '') && url?.pathname === '/';
  // A port that is not told is that of HTTP.
  if (isHere && Number(url?.port || 80) === socket.localPort) return;
  throw new HttpProblem('forbidden', 'only this machine is answered, under its own name');
}

function refuseWithout(
  token: string,
  { headers: { authorization = '' } }: FastifyRequest,
  reply: FastifyReply,
): void {
  if (isSame(authorization, `Bearer ${token}`)) return;
  reply.header('www-authenticate', 'Bearer');
  throw new HttpProblem('unauthorised', 'the address that was printed holds the token');
}

/** In the same time for every text: how long it takes tells nothing of the secret. */
function isSame(told: string, secret: string): boolean {
  const [a, b] = [told, secret].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
