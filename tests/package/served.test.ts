import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { command } from '../../packages/cli/src/testing.ts';

// The built command, as users have it.
const BIN = 'packages/cli/bin/ml-emissions.js';

let child: ChildProcess;
let origin = '';
beforeAll(async () => {
  child = spawn(process.execPath, [BIN, 'serve', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [line] = await once(child.stdout as NodeJS.ReadableStream, 'data');
  origin = /http:\/\/localhost:\d+/.exec(String(line))?.[0] ?? '';
}, 60_000);
afterAll(() => child.kill('SIGKILL'));

test('serve has the site, the API and its documentation', async () => {
  for (const path of ['/', '/fr/', '/docs', '/openapi.json', '/v1/editions', '/docs/method.md']) {
    expect((await fetch(origin + path)).status, path).toBe(200);
  }
  expect(await (await fetch(`${origin}/`)).text()).toContain('ML Emissions Calculator');
  expect(await (await fetch(`${origin}/openapi.json`)).text()).toBe(
    readFileSync('packages/cli/schema/openapi.json', 'utf8'),
  );
});

test('page, command and API have the same digits', async () => {
  const flags = [
    '--accelerator',
    '8xTesla V100-SXM2-16GB',
    '--hours',
    '100',
    '--provider',
    'gcp',
    '--region',
    'us-central1',
  ];
  const { out } = await command(['estimate', ...flags, '--json']);
  const answer = await fetch(`${origin}/v1/estimates`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      hardware: [{ accelerator: '8xTesla V100-SXM2-16GB' }],
      hours: 100,
      place: { provider: 'gcp', region: 'us-central1' },
    }),
  });
  expect(await answer.json()).toEqual(JSON.parse(out));
});

test('an assistant starts the command and asks it', async () => {
  const client = new Client({ name: 'a test', version: '1' });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [BIN, 'mcp', '--page', 'https://example.org/'],
    }),
  );
  const { structuredContent } = await client.callTool({
    name: 'estimate',
    arguments: { energyKwh: 320, country: 'FR' },
  });
  const { out } = await command(['estimate', '--energy-kwh', '320', '--country', 'FR', '--json']);
  expect(structuredContent).toMatchObject({
    operationalKgCo2e: JSON.parse(out).operational.kgCo2e,
    permalink: expect.stringMatching(/^https:\/\/example\.org\/#1\./),
  });
  const { contents } = await client.readResource({ uri: 'ml-emissions://method' });
  expect((contents[0] as { text: string }).text).toBe(readFileSync('docs/method.md', 'utf8'));
  await client.close();
});

test('SIGTERM ends it with 0, and a port that is taken is told', async () => {
  const { port } = new URL(origin);
  const { exit, err } = await command(['serve', '--port', port]);
  expect([exit, err]).toEqual([1, `port ${port} is taken; --port 0 takes any free one\n`]);
  const wrong = await command(['serve', '--port', 'many']);
  expect([wrong.exit, wrong.err]).toEqual([2, expect.stringContaining("'many' is no port")]);
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
}, 30_000);
