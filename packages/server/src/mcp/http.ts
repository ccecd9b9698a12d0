import { Readable } from 'node:stream';
import { createMcpHandler } from '@modelcontextprotocol/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { bodyOf } from '../http/body.ts';
import { HttpProblem } from '../http/http-problem.ts';
import type { Limits } from '../limits.ts';
import { createMcpServer } from './server.ts';
import type { McpService } from './tool.ts';

/**
 * The same over HTTP: each request is answered for itself, so that any copy of the server can.
 *
 * @param serviceAt what is answered from, by the address that was asked
 * @param limits of a body
 */
export function mcpOverHttp(
  serviceAt: (origin: string) => McpService,
  limits: Limits,
): {
  readonly answer: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;
  readonly close: () => Promise<void>;
} {
  const handler = createMcpHandler((context) =>
    createMcpServer(serviceAt(new URL(context.requestInfo?.url ?? 'http://localhost').origin)),
  );
  return {
    async answer(request, reply) {
      refuseOthers(request);
      const { method, headers, raw } = request;
      const isPost = method === 'POST';
      const bytes = isPost && (await bodyOf(raw, limits, headers['content-length']));
      const body = bytes ? bytes.toString('utf8') : null;
      const asked = new Request(`${request.protocol}://${request.host}${request.url}`, {
        method,
        headers: Object.entries(headers).flatMap(([name, value]) =>
          typeof value === 'string' ? [[name, value] as [string, string]] : [],
        ),
        body,
      });
      const answer = await handler.fetch(asked);
      answer.headers.forEach((value, name) => void reply.header(name, value));
      reply.code(answer.status).header('cache-control', 'no-store');
      return reply.send(answer.body ? Readable.fromWeb(answer.body as never) : '');
    },
    close: () => handler.close(),
  };
}

/** Pages of others are not to speak to it in a visitor's name: a browser says whose page asks. */
function refuseOthers({ headers, host }: FastifyRequest): void {
  const { origin } = headers;
  if (origin === undefined) return;
  if (URL.canParse(origin) && new URL(origin).host === host) return;
  throw new HttpProblem('forbidden', 'a page of another origin may not ask here');
}
