import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { siteIn } from './site.ts';
import { type TestServer, testServer } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'site-'));
const put = (name: string, text: string) => {
  mkdirSync(join(folder, 'site', name, '..'), { recursive: true });
  writeFileSync(join(folder, 'site', `${name}.br`), brotliCompressSync(text));
};
put('index.html', '<p>front</p>');
put('about/index.html', '<p>about</p>');
put('_app/immutable/a.js', 'export {}');
writeFileSync(join(folder, 'secret.br'), brotliCompressSync('secret'));

let server: TestServer;
beforeAll(async () => {
  server = await testServer({ site: siteIn(join(folder, 'site')) });
});
afterAll(async () => {
  await server.close({ isHurried: true });
  rmSync(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.origin}${path}`, { headers, redirect: 'manual' });

test('pages lie at their folders, in the coding that is taken', async () => {
  for (const coding of ['br', 'gzip', 'identity']) {
    const page = await get('/', { 'accept-encoding': coding });
    expect(await page.text()).toBe('<p>front</p>');
    expect(page.headers.get('content-encoding')).toBe(coding === 'identity' ? null : coding);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  }
  const away = await get('/about');
  expect([away.status, away.headers.get('location')]).toEqual([308, 'about/']);
  expect(await (await get('/about/')).text()).toBe('<p>about</p>');
});

test('what has its contents in its name is kept for ever, all else is asked for again', async () => {
  expect((await get('/_app/immutable/a.js')).headers.get('cache-control')).toContain('immutable');
  const page = await get('/');
  expect(page.headers.get('cache-control')).toBe('no-cache');
  const known = { 'if-none-match': page.headers.get('etag') ?? '' };
  expect((await get('/', known)).status).toBe(304);
});

async function status(path: string): Promise<string> {
  const socket = connect(server.port, '127.0.0.1');
  let text = '';
  socket.on('data', (chunk) => {
    text += String(chunk);
  });
  socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
  await once(socket, 'close');
  return text;
}

test('no address leads out of the site', async () => {
  for (const path of [
    '/../secret',
    '/%2e%2e/secret',
    '/..%2fsecret',
    '/about/../../secret',
    '/\\..\\secret',
    '//secret',
    '/./../secret.br',
    '/site/../secret',
  ]) {
    const answer = await status(path);
    expect(answer, path).toMatch(/^HTTP\/1.1 (?:400|404) /);
    expect(answer).not.toContain('secret\r\n');
  }
  const part = fc.constantFrom(
    '..',
    '.',
    '%2e%2e',
    '%2f',
    '/',
    '\\',
    'secret',
    'about',
    '%00',
    'index.html',
    '.br',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 6 }), async (parts) => {
      const answer = await status(`/${parts.join('/')}`);
      expect(answer).toMatch(/^HTTP\/1.1 (?:200|308|400|404) /);
      expect(answer.slice(answer.indexOf('\r\n\r\n'))).not.toBe('\r\n\r\nsecret');
    }),
    { numRuns: 60, seed: 1 },
  );
});
