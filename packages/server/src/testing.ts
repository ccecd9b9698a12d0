import { readFileSync } from 'node:fs';
import { calculator } from '@ml-emissions/calculator/full';
import { type App, type AppOptions, createApp } from './app.ts';

/** A server on a free port of this machine. */
export interface TestServer extends App {
  /** Without a slash at its end. */
  readonly origin: string;
  readonly port: number;
  readonly post: (
    path: string,
    body: unknown,
    headers?: Record<string, string>,
  ) => Promise<Response>;
}

/** Starts the server as a test's user would find it. */
export async function testServer(options: Partial<AppOptions> = {}): Promise<TestServer> {
  const app = await createApp({
    calculator,
    version: '0.1.0',
    schemaFile: (name) => readFileSync(`packages/cli/schema/${name}`, 'utf8'),
    site: null,
    log: null,
    ...options,
    limits: { drainMs: 0, ...options.limits },
  });
  const { port } = await app.listen(0, '127.0.0.1');
  const origin = `http://127.0.0.1:${port}`;
  return {
    ...app,
    origin,
    port,
    post: (path, body, headers = {}) =>
      fetch(`${origin}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  };
}
