import { once } from 'node:events';
import { request } from 'node:http';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newSecret } from './guarded.ts';
import { asJson } from './route.ts';
import { type TestServer, testServer } from './testing.ts';

const token = newSecret();
const key = newSecret();
let logged = '';
let server: TestServer;
beforeAll(async () => {
  server = await testServer({
    log: new Writable({
      write(chunk, _, done) {
        logged += String(chunk);
        done();
      },
    }),
    guarded: {
      token,
      entry: { path: '/own/enter', key, to: `/own/#${token}` },
      addresses: [
        {
          method: 'GET',
          path: '/own/data/{name}',
          params: { name: { about: 'a name', schema: { type: 'string' } } },
          answer: ({ params }) => asJson({ name: params.name }),
        },
      ],
    },
  });
});
afterAll(() => server.close({ isHurried: true }));

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.origin}${path}`, { headers, redirect: 'manual' });
const withToken = { authorization: `Bearer ${token}` };

/** Under another name than the one that was asked for: `fetch` sets the header by itself. */
async function statusAs(host: string): Promise<number | undefined> {
  const asked = request({
    host: '127.0.0.1',
    port: server.port,
    path: '/own/data/a',
    headers: { ...withToken, host },
  });
  asked.end();
  const [answer] = await once(asked, 'response');
  answer.resume();
  return answer.statusCode;
}

test('with the token it answers, to pages of its own alone, and nothing is kept', async () => {
  const answer = await get('/own/data/a', withToken);
  expect(await answer.json()).toEqual({ name: 'a' });
  const { headers } = answer;
  expect(headers.get('access-control-allow-origin')).toBeNull();
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
});

test.each([
  ['none', {}],
  ['another one', { authorization: `Bearer ${newSecret()}` }],
  ['a part of it', { authorization: `Bearer ${token.slice(0, -1)}` }],
  ['the token alone', { authorization: token }],
])('with %s it does not', async (_, headers: Record<string, string>) => {
  for (const method of ['GET', 'HEAD']) {
    const answer = await fetch(`${server.origin}/own/data/a`, { method, headers });
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect(await answer.text()).not.toContain('"name"');
  }
  // In the address it is in every log.
  expect((await get(`/own/data/a?token=${token}`)).status).toBe(401);
});

test('a page of another origin gets no leave to send it', async () => {
  const asks = {
    origin: 'https://example.org',
    'access-control-request-method': 'GET',
    'access-control-request-headers': 'authorization',
  };
  const path = `${server.origin}/own/data/a`;
  const { headers } = await fetch(path, { method: 'OPTIONS', headers: asks });
  expect(headers.get('access-control-allow-headers')).not.toContain('authorization');
});

test('under a name that may lead elsewhere nothing is answered', async () => {
  const { port } = server;
  for (const host of [
    `127.0.0.1:${port}`,
    `localhost:${port}`,
    `LOCALHOST:${port}`,
    `[::1]:${port}`,
  ])
    expect(await statusAs(host), host).toBe(200);
  for (const host of [
    `rebound.example.org:${port}`,
    `localhost.example.org:${port}`,
    `127.0.0.1.example.org:${port}`,
    `localhost@example.org:${port}`,
    `192.168.1.2:${port}`,
    'localhost',
    `localhost:${port + 1}`,
    'not a host',
  ])
    expect(await statusAs(host), host).toBe(403);
});

test('the way in leads on once', async () => {
  expect((await get(`/own/enter/${newSecret()}`)).status).toBe(404);
  const first = await get(`/own/enter/${key}`);
  expect([first.status, first.headers.get('location')]).toEqual([303, `/own/#${token}`]);
  expect((await get(`/own/enter/${key}`)).status).toBe(404);
});

test('no secret is in the log', async () => {
  await get('/own/data/a', withToken);
  await expect.poll(() => logged).toContain('/own/data/a');
  expect(logged).not.toContain(token);
});
