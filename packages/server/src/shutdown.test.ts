import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { setTimeout as later } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { EXAMPLE_RUN } from './routes/example-run.ts';
import { type TestServer, testServer } from './testing.ts';

/**
 * Asks on one connection until an answer says that it closes, as a balancer does: what was asked before is to be answered,
 * what comes after goes to another copy.
 */
async function asking({ origin }: { readonly origin: string }, told: { answered: number }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const body = JSON.stringify(EXAMPLE_RUN);
  const headers = { 'content-type': 'application/json', 'content-length': body.length };
  for (;;) {
    const asked = request(`${origin}/v1/estimates?answer=row`, { method: 'POST', agent, headers });
    asked.end(body);
    const [response] = await once(asked, 'response');
    let text = '';
    for await (const chunk of response) text += String(chunk);
    expect(response.statusCode).toBe(200);
    expect(JSON.parse(text).count).toBe(8);
    told.answered += 1;
    if (response.headers.connection === 'close') return;
  }
}

test('an end under load loses no request that was taken, and each connection is told', async () => {
  const server: TestServer = await testServer({ limits: { drainMs: 1000 } });
  const told = { answered: 0 };
  const clients = Array.from({ length: 12 }, () => asking(server, told));
  await expect.poll(() => told.answered, { timeout: 20_000 }).toBeGreaterThan(200);
  await server.close();
  // A request that was lost would have thrown here.
  await Promise.all(clients);
});

test('what is in hand is finished, long as it is; readiness says no meanwhile', async () => {
  const server = await testServer({ limits: { drainMs: 400 } });
  const asked = request(`${server.origin}/v1/estimates`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
  });
  asked.write(`${JSON.stringify(EXAMPLE_RUN)}\n`);
  const [response] = await once(asked, 'response');
  const ended = server.close();
  await later(50);
  expect((await fetch(`${server.origin}/readyz`)).status).toBe(503);
  await later(500);
  asked.end(`${JSON.stringify(EXAMPLE_RUN)}\n`);
  let text = '';
  for await (const chunk of response) text += String(chunk);
  expect(text.trimEnd().split('\n')).toHaveLength(2);
  await ended;
});
