import { execFile, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { promisify } from 'node:util';
import { calculator } from '@ml-emissions/calculator/full';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClient, NotAnswered } from '../../packages/server/src/client/index.ts';
import { EXAMPLE_RUN } from '../../packages/server/src/routes/example-run.ts';
import { type TestServer, testServer } from '../../packages/server/src/testing.ts';

const run = promisify(execFile);
let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close({ isHurried: true }));

/** What runs an example, by the ending of its file. */
const PROGRAMS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  sh: ['sh'],
  ts: [process.execPath, '--import', 'tsx'],
  py: ['python3'],
  R: ['Rscript'],
};
const isThere = (program: string) => spawnSync(program, ['--version']).error === undefined;

const EXAMPLES = readdirSync('examples/http').map((file) => {
  const [program = '', ...args] = PROGRAMS[file.split('.').at(-1) ?? ''] ?? [];
  return { file, program, args };
});

test.for(EXAMPLES)('examples/http/$file', async ({ file, program, args }, { skip }) => {
  expect(program, file).not.toBe('');
  const hasAll =
    isThere(program) &&
    (program !== 'Rscript' ||
      spawnSync(program, ['-e', 'library(curl); library(jsonlite)']).status === 0);
  skip(!hasAll, `${program} is not here, so that ${file} was not run`);
  const { stdout } = await run(program, [...args, `examples/http/${file}`, server.origin]);
  const parsed = calculator.parseRun(EXAMPLE_RUN as never);
  if (!parsed.ok) throw new Error('refused');
  const { value } = calculator.estimate(parsed.run).operational.kgCo2e;
  expect(JSON.parse(stdout).operational.kgCo2e.value / value).toBeCloseTo(1, 9);
});

test('the client asks every kind of operation, and tells why it was not answered', async () => {
  const ask = createClient(`${server.origin}/`, { language: 'fr' });
  const report = await ask('report', {
    params: { format: 'markdown' },
    query: { date: '2026-01-31' },
    body: EXAMPLE_RUN,
  });
  expect(report).toContain('2026-01-31');
  expect((await ask('verify', { body: report })).holds).toBe(true);
  const { rows } = await ask('list-accelerators', { query: { search: 'h100', limit: 2 } });
  expect(rows).toHaveLength(2);
  const { row } = await ask('get-regions', { params: { id: 'gcp:us-central1' } });
  expect(row.zone).toBe('US-MIDW-MISO');
  const french = await ask('estimate', { body: EXAMPLE_RUN });
  expect('assumptions' in french && french.assumptions[0]).not.toBe(undefined);
  const refused = ask('estimate', { body: { hours: -1 } });
  await expect(refused).rejects.toBeInstanceOf(NotAnswered);
  await expect(refused).rejects.toMatchObject({
    status: 422,
    problems: expect.arrayContaining([expect.objectContaining({ field: '/hours' })]),
  });
  // @ts-expect-error: there is no such operation
  await expect(async () => ask('guess', {})).rejects.toThrow();
  // @ts-expect-error: nor this table of reports
  await expect(ask('report', { params: { format: 'word' }, body: EXAMPLE_RUN })).rejects.toThrow();
});
