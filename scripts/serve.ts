import { createServer, type Server } from 'node:http';
import sirv from 'sirv';
import { SITE } from './site.ts';

const PORTS_TRIED = 50;

/** No free port where one was asked for. */
class PortTaken extends Error {}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/**
 * Serves the built page on this machine only.
 *
 * @param port where to listen
 * @param exact true: this port or none; false: this port or the next free one
 * @returns the server and the port that it got
 * Errors: throws `PortTaken` where no port was free.
 */
export async function serveSite(
  port: number,
  exact: boolean,
): Promise<{ readonly server: Server; readonly port: number }> {
  const files = sirv(SITE, { etag: true, gzip: true });
  const server = createServer((request, response) => {
    files(request, response, () => {
      response.statusCode = 404;
      response.setHeader('content-type', 'text/plain; charset=utf-8');
      response.end('There is nothing here.\n');
    });
  });
  const last = exact ? port : port + PORTS_TRIED;
  for (let tried = port; tried <= last; tried += 1) {
    try {
      return { server, port: await listen(server, tried) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  throw new PortTaken(exact ? `port ${port} is taken` : `no free port from ${port} to ${last}`);
}
