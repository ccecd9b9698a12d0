import { createBulk } from '@ml-emissions/calculator/bulk';
import { calculator } from '@ml-emissions/calculator/full';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anyRun } from '../../calculator/src/testing.ts';
import { type TestServer, testServer } from './testing.ts';

const isDeep = process.env.TEST_DEPTH === 'deep';
const RUNS = isDeep ? 10_000 : 400;
const PROJECTS = isDeep ? 1000 : 100;
/** In one array. */
const MANY = 100;

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close({ isHurried: true }));

const { estimate, estimateProject, parseProject, parseRun } = calculator;
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const inParts = <One>(all: readonly One[]): One[][] =>
  Array.from({ length: Math.ceil(all.length / MANY) }, (_, at) =>
    all.slice(at * MANY, (at + 1) * MANY),
  );

/** Random inputs that are answered, as they come over JSON. */
const answerable = fc
  .sample(anyRun, { numRuns: RUNS * 3, seed: 19 })
  .map(asJson)
  .filter((run) => parseRun(run as never).ok)
  .slice(0, RUNS);

test('random runs have the digits of the library, whole results and rows alike', async () => {
  expect(answerable.length).toBeGreaterThan(RUNS / 3);
  const { rowOf } = createBulk(calculator.editions);
  for (const part of inParts(answerable)) {
    const query = '?alternatives=false&receipt=false';
    const results = await (await server.post(`/v1/estimates${query}`, part)).json();
    const rows = await (await server.post('/v1/estimates?answer=row', part)).json();
    for (const [at, run] of part.entries()) {
      const parsed = parseRun(run as never);
      if (!parsed.ok) throw new Error('refused');
      expect(results[at]).toEqual(
        asJson(estimate(parsed.run, { alternatives: false, receipt: false })),
      );
      expect(rows[at]).toEqual(asJson(rowOf(run)));
    }
  }
});

test('random projects have the ranges that they have in memory, where their runs are the same objects', async () => {
  const projects = Array.from({ length: PROJECTS }, (_, at) => {
    const one = answerable[at % answerable.length];
    const other = answerable[(at * 7 + 3) % answerable.length];
    // The same object twice: over JSON it is two.
    return { schemaVersion: 1, name: `project ${at}`, runs: [one, other, one] };
  }).filter((project) => parseProject(project as never).ok);
  expect(projects.length).toBeGreaterThan(PROJECTS / 2);
  for (const part of inParts(projects)) {
    const options = { alternatives: false, receipt: false };
    const query = '?alternatives=false&receipt=false';
    const results = await (await server.post(`/v1/estimates${query}`, part)).json();
    for (const [at, project] of part.entries()) {
      const parsed = parseProject(project as never);
      if (!parsed.ok) throw new Error('refused');
      expect(results[at]).toEqual(asJson(estimateProject(parsed.project, options)));
    }
  }
});
