import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRateLimit } from './http/rate-limit.ts';
import { EXAMPLE_RUN } from './routes/example-run.ts';
import { type TestServer, testServer } from './testing.ts';

let server: TestServer;
const log: string[] = [];
beforeAll(async () => {
  server = await testServer({
    limits: {
      bodyBytes: 20_000,
      bodyMs: 400,
      headersMs: 500,
      headerBytes: 4000,
      depth: 10,
      arrayItems: 3,
      perMinute: 2,
    },
    isBehindProxy: true,
    log: { write: (line) => void log.push(line) },
  });
});
afterAll(() => server.close({ isHurried: true }));

/** What comes back for bytes as they are. */
async function raw(...parts: readonly string[]): Promise<string> {
  const socket = connect(server.port, '127.0.0.1');
  socket.on('error', () => undefined);
  let text = '';
  socket.on('data', (chunk) => {
    text += String(chunk);
  });
  for (const part of parts) socket.write(part);
  await once(socket, 'close');
  return text;
}

const HEAD = 'POST /v1/estimates HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';

describe('limits', () => {
  test('of a body, told beforehand or found on the way', async () => {
    const told = await server.post('/v1/estimates', `"${'x'.repeat(30_000)}"`);
    expect(told.status).toBe(413);
    expect(await told.json()).toMatchObject({ type: '/docs#too-large' });
    const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`;
    expect(await raw(`${HEAD}transfer-encoding: chunked\r\n\r\n`, chunk, chunk)).toMatch(
      /^HTTP\/1.1 413 /,
    );
  });

  test('of depth, and of items', async () => {
    const deep = `${'['.repeat(11)}${']'.repeat(11)}`;
    expect((await server.post('/v1/estimates', deep)).status).toBe(400);
    const inText = JSON.stringify({ ...EXAMPLE_RUN, name: '[[[[[[[[[[[[\\"[[[[' });
    expect((await server.post('/v1/estimates', inText)).status).toBe(200);
    const many = await server.post('/v1/estimates', Array(4).fill(EXAMPLE_RUN));
    expect(many.status).toBe(413);
    expect((await many.json()).detail).toContain('application/x-ndjson');
  });

  test('of time: a body or headers that do not come to their end', async () => {
    expect(await raw(`${HEAD}content-length: 100\r\n\r\n{`)).toMatch(/^HTTP\/1.1 408 /);
    expect(await raw('GET / HTTP/1.1\r\nhost: x\r\nx-slow: ')).toMatch(/^HTTP\/1.1 408 /);
  });

  test('of silence: a connection without a byte, before and after an answer', async () => {
    const idle = await testServer({ limits: { idleMs: 300 } });
    const askedFor = async (ask: string) => {
      const started = performance.now();
      const socket = connect(idle.port, '127.0.0.1').resume();
      if (ask !== '') socket.write(ask);
      await once(socket, 'close');
      return performance.now() - started;
    };
    const ask = 'GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n';
    for (const ms of await Promise.all([askedFor(''), askedFor(ask)])) {
      expect(ms).toBeGreaterThan(250);
      expect(ms).toBeLessThan(5000);
    }
    await idle.close({ isHurried: true });
  });

  test('of headers; and what is no HTTP', async () => {
    const large = `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(5000)}\r\n\r\n`;
    for (const [bytes, status] of [
      [large, 431],
      ['nonsense\r\n\r\n', 400],
    ] as const) {
      const answer = await raw(bytes);
      expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
      expect(answer).toContain('application/problem+json');
    }
  });

  test('of requests by a client, none for this machine', async () => {
    const from = (address: string) =>
      fetch(`${server.origin}/v1/editions`, { headers: { 'x-forwarded-for': address } });
    const of = async (address: string) => (await from(address)).status;
    expect([await of('203.0.113.1'), await of('203.0.113.1')]).toEqual([200, 200]);
    const third = await from('203.0.113.1');
    expect(third.status).toBe(429);
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await of('203.0.113.2')).toBe(200);
    for (let asked = 0; asked < 5; asked++) expect(await of('127.0.0.1')).toBe(200);
  });

  test('a bucket fills evenly', () => {
    let now = 0;
    const limit = createRateLimit(60, () => now);
    for (let asked = 0; asked < 60; asked++) limit('198.51.100.1');
    expect(() => limit('198.51.100.1')).toThrow('again in 1 s');
    now += 1000;
    expect(() => limit('198.51.100.1')).not.toThrow();
    expect(() => limit('198.51.100.1')).toThrow();
  });
});

test('logs tell of requests, never of what was in them', async () => {
  await server.post('/v1/estimates?answer=row', { ...EXAMPLE_RUN, name: 'a secret' });
  await fetch(`${server.origin}/badge.svg?accelerator=T4&hours=77&country=FR`);
  await expect.poll(() => log.join('')).toContain('/badge.svg');
  const lines = log
    .join('')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.at(-1)).toMatchObject({
    method: 'GET',
    path: '/badge.svg',
    status: 200,
    ms: expect.any(Number),
  });
  expect(log.join('')).not.toMatch(/secret|V100|hours=/);
});

test('a server that has too much in hand says so, and its health still answers', async () => {
  const busy = await testServer({ limits: { inFlight: 0 } });
  const answer = await fetch(`${busy.origin}/v1/editions`);
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('1');
  expect((await fetch(`${busy.origin}/healthz`)).status).toBe(200);
  await busy.close({ isHurried: true });
});
