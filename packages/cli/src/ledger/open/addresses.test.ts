import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Ledger, openLedger, SUMMARY_KEYS } from '@ml-emissions/ledger';
import { type App, createApp, newSecret } from '@ml-emissions/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calculator } from '../../calculator.ts';
import { command } from '../../testing.ts';
import { addressesOf } from './addresses.ts';

const folder = mkdtempSync(join(tmpdir(), 'ledger-open-'));
const path = join(folder, 'jobs.duckdb');
const ODD = "x' OR '1'='1";
const hashOf = () => createHash('sha256').update(readFileSync(path)).digest('hex');
const token = newSecret();
let ledger: Ledger;
let app: App;
let origin: string;
let before: string;

beforeAll(async () => {
  const csv = join(folder, 'jobs.csv');
  const rows = [
    'id,user,project,accelerator,count,hours,state,start',
    'a,ann,speech,T4,2,100,completed,2025-03-03T10:00:00Z',
    'b,ben,vision,H100 SXM5 80GB,8,10,failed,2025-03-04T11:30:00Z',
    `c,${ODD},vision,T4,1,1,completed,2025-03-04T11:40:00Z`,
    'd,,vision,T4,1,2,completed,',
    'e,=1+1,,T4,1,3,completed,2025-12-31T23:59:59Z',
  ];
  writeFileSync(csv, `${rows.join('\n')}\n`);
  const at = ['--ledger', path];
  const imported = ['import', csv, '--as', 'table', '--country', 'FR'];
  expect((await command(['ledger', ...imported, ...at])).exit).toBe(0);
  // Nothing is to be shown before it is priced.
  const early = await command(['ledger', 'open', '--no-browser', ...at]);
  expect([early.exit, early.err]).toEqual([2, expect.stringContaining('ledger price')]);
  expect((await command(['ledger', 'price', ...at])).exit).toBe(0);
  before = hashOf();
  ledger = await openLedger(path, { mustExist: true, isReadOnly: true });
  app = await createApp({
    calculator,
    version: '0',
    schemaFile: (name) => readFileSync(`packages/cli/schema/${name}`, 'utf8'),
    site: null,
    log: null,
    guarded: {
      token,
      addresses: addressesOf(ledger, 'jobs.duckdb'),
      entry: { path: '/ledger/enter', key: newSecret(), to: '/ledger/' },
    },
  });
  origin = `http://127.0.0.1:${(await app.listen(0, '127.0.0.1')).port}`;
});
afterAll(async () => {
  await app.close({ isHurried: true });
  ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (question: string, headers = { authorization: `Bearer ${token}` }) =>
  fetch(`${origin}/ledger/data${question}`, { headers });
const json = async (question: string) => (await get(question)).json();

describe('a ledger that is served', () => {
  test('without its token nothing of it is told', async () => {
    for (const question of ['', '/summary', '/sums', '/jobs', '/jobs/1']) {
      const answer = await get(question, { authorization: 'Bearer none' });
      expect([question, answer.status]).toEqual([question, 401]);
      expect(await answer.text()).not.toContain('kgCo2e');
    }
  });

  test('what is in it', async () => {
    expect(await json('')).toMatchObject({
      name: 'jobs.duckdb',
      jobs: 5,
      priced: 5,
      rejected: 0,
      from: '2025-03-03',
      to: '2025-12-31',
      keys: SUMMARY_KEYS,
      accelerators: { 'nvidia-h100-sxm5-80gb': 'NVIDIA H100 SXM5 80GB' },
    });
  });

  test('sums with ranges and without are those of the command', async () => {
    const told = JSON.parse(
      (await command(['ledger', 'summary', '--by', 'user', '--json', '--ledger', path])).out,
    );
    const { groups, rows } = await json('/summary?by=user');
    expect(groups).toBe(5);
    expect(rows.map(({ keys, ...rest }: { keys: object }) => ({ ...keys, ...rest }))).toEqual(told);
    const sums = await json('/sums?by=user');
    expect(sums.rows.map(({ keys }: { keys: { user: string } }) => keys.user)).toEqual(
      told.map(({ user }: { user: string }) => user),
    );
    expect(sums.rows[0].kgCo2e / told[0].kgCo2e.value).toBeCloseTo(1, 9);
  });

  test('a filter is a value, whatever it says; empty is what nobody told', async () => {
    const jobs = async (query: Record<string, string>) =>
      (await json(`/sums?${new URLSearchParams(query)}`)).rows[0].jobs;
    expect(await jobs({})).toBe(5);
    expect(await jobs({ user: ODD })).toBe(1);
    expect(await jobs({ user: '' })).toBe(1);
    expect(await jobs({ user: "'; DROP TABLE job; --" })).toBe(0);
    expect(await jobs({ project: 'vision', weekday: '2', hour: '11' })).toBe(2);
    expect(await jobs({ day: '2025-12-31' })).toBe(1);
  });

  test.each([
    ['/summary?by=nobody', "there is no key 'nobody'"],
    ['/summary?by=user,day', 'day stands alone'],
    ['/summary?by=user,project,state', 'it has 3 keys'],
    ['/summary?by=user,user', 'it has 2 keys'],
    ['/sums?by=user%20--', "there is no key 'user --'"],
    ['/summary?nobody=1', "there is no 'nobody' here"],
    ['/summary?user=a&user=b', 'must be string'],
    ['/summary?format=xml', 'it is none of json, csv, ndjson'],
    ['/jobs?limit=0', 'must be >= 1'],
    ['/jobs?limit=1001', 'must be <= 1000'],
    ['/jobs?by=user', "there is no 'by' here"],
    ['/jobs/1?user=a', "there is no 'user' here"],
    [`/sums?user=${'x'.repeat(1001)}`, 'more than 1000 characters'],
  ])('%s is refused by name', async (question, said) => {
    const answer = await get(question);
    expect(answer.status).toBe(422);
    expect(JSON.stringify(await answer.json())).toContain(said);
  });

  test('the largest jobs, and each as the run that estimate explains', async () => {
    const { rows } = await json('/jobs?limit=2');
    expect(rows).toMatchObject([
      { jobId: 'b', user: 'ben', start: '2025-03-04T11:30:00Z' },
      { jobId: 'a' },
    ]);
    const { job, run, result } = await json(`/jobs/${rows[0].key}`);
    expect(job).toEqual(rows[0]);
    expect(run).toMatchObject({ hours: 10, hardware: [{ count: 8 }] });
    expect(result.operational.kgCo2e.value / rows[0].kgCo2e).toBeCloseTo(1, 9);
    expect(result.receipt.length).toBeGreaterThan(5);
    for (const key of ['1', 'x', `${rows[0].key} OR 1=1`, '9'.repeat(60)])
      expect((await get(`/jobs/${encodeURIComponent(key)}`)).status, key).toBe(404);
  });

  test('the same as CSV and as lines, and no formula for a spreadsheet', async () => {
    const csv = await get('/summary?by=user&format=csv');
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="ledger-user.csv"');
    const text = await csv.text();
    expect(text.split('\n')[0]).toMatch(/^user,jobs,deviceHours,energyKwh,energyKwhLow,/);
    expect(text).toContain("'=1+1");
    expect(await (await get('/sums?by=state&format=csv')).text()).toMatch(
      /^state,jobs,energyKwh,kgCo2e\n/,
    );
    const lines = await (await get('/jobs?format=ndjson')).text();
    expect(
      lines
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).jobId),
    ).toHaveLength(5);
    expect(await (await get('/jobs?format=csv&limit=1')).text()).toMatch(/^key,jobId,user,/);
  });

  test('nothing is written, and others may read at the same time', async () => {
    await expect(ledger.engine.run('CREATE TABLE mine (a INTEGER)')).rejects.toThrow('read-only');
    const beside = await command(['ledger', 'top', '--ledger', path]);
    expect([beside.exit, beside.err]).toEqual([0, '']);
    expect(hashOf()).toBe(before);
  });
});

test.each([
  [['--host', '0.0.0.0'], 'Allowed choices are 127.0.0.1, localhost, ::1'],
  [['--port', 'many'], "'many' is no port"],
  [['--ledger', '/nowhere/jobs.duckdb'], 'there is no ledger'],
])('ledger open %j is refused', async (flags, said) => {
  const { exit, err } = await command(['ledger', 'open', ...flags]);
  expect([exit, err]).toEqual([2, expect.stringContaining(said)]);
});
