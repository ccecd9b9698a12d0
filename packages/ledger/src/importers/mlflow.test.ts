import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { calculator } from '@ml-emissions/calculator/full';
import sqlite from 'node-sqlite3-wasm';
import { expect, test } from 'vitest';
import { importFile } from '../import-file.ts';
import { allOf, folder, ledgerInMemory, mappingOf } from '../testing.ts';
import { readMlflow } from './mlflow.ts';

/** What MLflow 3.17.2 wrote of four runs, power of two accelerators stood in for; tables without runs left out. */
const SAMPLES = 'packages/ledger/src/importers/samples';
const MLRUNS = join(SAMPLES, 'mlruns');

function database(more = ''): string {
  const path = join(folder(), 'mlflow.db');
  const db = new sqlite.Database(path);
  db.exec('PRAGMA foreign_keys = OFF');
  db.exec(readFileSync(join(SAMPLES, 'mlflow-3.17.2.sql'), 'utf8'));
  db.exec(more);
  db.close();
  return path;
}

/** A run's folder within the one of its experiment. */
function firstRun(path: string): string {
  const [experiment = ''] = readdirSync(path).filter((name) => /^\d+$/.test(name));
  const [run = ''] = readdirSync(join(path, experiment))
    .filter((name) => name !== 'meta.yaml')
    .sort();
  return join(experiment, run);
}

test('the share of time in which accelerators had work to do is its mean over time', async () => {
  const { jobs } = await allOf(readMlflow(database()));
  const busy = new Map(jobs.map((job) => [job.name, job.busy]));
  expect(busy.get('resnet-50')).toBeCloseTo(0.9, 12);
  expect(busy.get('no system metrics')).toBeNull();
  const mlruns = join(folder(), 'mlruns');
  cpSync(MLRUNS, mlruns, { recursive: true });
  const system = join(mlruns, firstRun(mlruns), 'metrics', 'system');
  mkdirSync(system, { recursive: true });
  writeFileSync(
    join(system, 'gpu_0_utilization_percentage'),
    '1796010915791 80.0 0\n1796010916831 40.0 1\n',
  );
  expect((await allOf(readMlflow(mlruns))).jobs.flatMap(({ busy: of }) => of ?? [])).toEqual([0.6]);
});

test.each([
  ['database', () => database()],
  ['folder', () => MLRUNS],
])('of a %s: power is its mean over time, of all samples', async (_, path) => {
  const { jobs, rejects } = await allOf(readMlflow(path()));
  expect(rejects).toEqual([]);
  const byName = new Map(jobs.map((job) => [job.name, job]));
  const trained = byName.get('resnet-50');
  expect(trained).toMatchObject({
    project: 'vision',
    user: 'ann',
    state: 'completed',
    chips: [{ name: null, count: 2 }],
    energy: null,
  });
  // The last sample, which the summary shows, is 60 W.
  expect(trained?.powerW).toBeGreaterThan(200);
  expect(trained?.powerW).toBeLessThan(300);
  expect(trained?.hours).toBeCloseTo(8.05 / 3600, 5);
  expect(byName.get('broken')).toMatchObject({ state: 'failed', powerW: 60.5 });
  expect(byName.get('no system metrics')).toMatchObject({
    chips: [],
    powerW: null,
    notes: ['no-chips-recorded'],
  });
  expect(byName.get('still running')).toMatchObject({ state: 'running', endMs: null, hours: null });
});

test('a mean over time weighs each sample by how long it held', async () => {
  const path = database();
  const db = new sqlite.Database(path);
  const samples = db.all(
    "SELECT m.value, m.timestamp FROM metrics m JOIN runs USING (run_uuid) WHERE name = 'resnet-50' AND key = 'system/gpu_0_power_usage_watts' ORDER BY timestamp",
  ) as { value: number; timestamp: number }[];
  db.close();
  let joules = 0;
  for (const [at, { value, timestamp }] of samples.entries()) {
    const before = samples[at - 1];
    if (before) joules += ((value + before.value) / 2) * (timestamp - before.timestamp);
  }
  const mean = joules / ((samples.at(-1)?.timestamp ?? 0) - (samples[0]?.timestamp ?? 0));
  const { jobs } = await allOf(readMlflow(path));
  // The other accelerator draws one watt more.
  const trained = jobs.find(({ name }) => name === 'resnet-50');
  expect(trained?.powerW).toBeCloseTo(mean + 0.5, 9);
});

test('accelerators of several nodes are told apart by the names of their nodes', async () => {
  const onNodes = `INSERT INTO metrics (key, value, timestamp, run_uuid, step, is_nan)
      SELECT replace(key, 'system/', 'system/node-2/'), value, timestamp, run_uuid, step, is_nan
      FROM metrics WHERE key LIKE 'system/gpu%';
    UPDATE metrics SET key = replace(key, 'system/gpu', 'system/node-1/gpu') WHERE key LIKE 'system/gpu%';`;
  const { jobs } = await allOf(readMlflow(database(onNodes)));
  const plain = (await allOf(readMlflow(database()))).jobs.find(({ name }) => name === 'resnet-50');
  const trained = jobs.find(({ name }) => name === 'resnet-50');
  expect(trained).toMatchObject({ chips: [{ name: null, count: 4 }] });
  expect(trained?.powerW).toBeCloseTo(plain?.powerW ?? Number.NaN, 9);
  expect(trained?.busy).toBeCloseTo(plain?.busy ?? Number.NaN, 9);

  const mlruns = join(folder(), 'mlruns');
  cpSync(MLRUNS, mlruns, { recursive: true });
  for (const node of ['node-1', 'node-2']) {
    const of = join(mlruns, firstRun(mlruns), 'metrics', 'system', node);
    mkdirSync(of, { recursive: true });
    writeFileSync(join(of, 'gpu_0_utilization_percentage'), '1796010915791 80.0 0\n');
    writeFileSync(join(of, 'gpu_7_power_usage_watts'), '1796010915791 80.0 0\n');
  }
  const byNode = (await allOf(readMlflow(mlruns))).jobs.map(({ chips }) => chips[0]?.count ?? 0);
  expect(Math.max(...byNode)).toBeGreaterThanOrEqual(2);
});

test('a run that was copied has the time of its readings', async () => {
  // As mlflow-export-import 1.2.0 writes it: the run is of today, its readings are of when it ran.
  const day = 86_400_000;
  const copied = `UPDATE runs SET start_time = end_time + ${day}, end_time = end_time + ${day} + 300
    WHERE name = 'resnet-50';`;
  const { jobs } = await allOf(readMlflow(database(copied)));
  const plain = (await allOf(readMlflow(database()))).jobs.find(({ name }) => name === 'resnet-50');
  const trained = jobs.find(({ name }) => name === 'resnet-50');
  expect(trained).toMatchObject({ powerW: plain?.powerW, notes: ['time-of-readings'] });
  expect(trained?.hours).toBeGreaterThan(0.7 * (plain?.hours ?? Number.NaN));
  expect(trained?.hours).toBeLessThanOrEqual(plain?.hours ?? Number.NaN);
  expect(trained?.startMs).toBeGreaterThanOrEqual(plain?.startMs ?? Number.NaN);
  // One reading that came while a short run ended is of that run.
  const late = `DELETE FROM metrics WHERE rowid NOT IN (
      SELECT max(rowid) FROM metrics WHERE key = 'system/gpu_0_power_usage_watts' GROUP BY run_uuid);
    UPDATE metrics SET timestamp = (SELECT end_time + 1 FROM runs WHERE runs.run_uuid = metrics.run_uuid);`;
  const short = (await allOf(readMlflow(database(late)))).jobs;
  expect(short.flatMap(({ notes }) => notes)).not.toContain('time-of-readings');
});

test('a run that others lie in is a part of them', async () => {
  const parent = `INSERT INTO tags (key, value, run_uuid)
    SELECT 'mlflow.parentRunId', (SELECT run_uuid FROM runs WHERE name = 'resnet-50'), run_uuid
    FROM runs WHERE name = 'broken';`;
  const { jobs, parts } = await allOf(readMlflow(database(parent)));
  expect([jobs.map(({ name }) => name), parts]).toEqual([
    ['broken', 'no system metrics', 'still running'],
    1,
  ]);
});

test('database and folder, read twice: each run is one job, and nothing is written beside the file', async () => {
  const ledger = await ledgerInMemory();
  const mapping = mappingOf({
    defaults: { place: { country: 'FR' }, host: { cpu: 'EPYC 7742' } },
    accelerators: { gpu: 'A100 SXM4 80GB' },
  });
  for (const path of [database(), MLRUNS]) {
    const first = await importFile(ledger, calculator, path, { mapping });
    // The run that goes on tells no time yet.
    expect(first).toMatchObject({ source: 'mlflow', rows: 4, jobs: 3, rejected: 1, added: 3 });
    expect(await importFile(ledger, calculator, path, { mapping })).toMatchObject({
      added: 0,
      same: 3,
    });
  }
});

test('a run that cannot be read is rejected; the rest goes on', async () => {
  const copy = join(folder(), 'mlruns');
  cpSync(MLRUNS, copy, { recursive: true });
  const one = readFileSync(join(copy, firstRun(copy), 'meta.yaml'), 'utf8');
  writeFileSync(
    join(copy, firstRun(copy), 'meta.yaml'),
    one.replace(/^status: .*$/m, 'status: FINE'),
  );
  const { jobs, rejects } = await allOf(readMlflow(copy));
  expect([jobs.length, rejects.map(({ field }) => field)]).toEqual([3, ['status']]);
  rmSync(join(copy, firstRun(copy), 'meta.yaml'));
  expect((await allOf(readMlflow(copy))).jobs).toHaveLength(3);
});

test('what is no database of MLflow, and a folder for a log that is a file, are told', async () => {
  const path = join(folder(), 'mlflow.db');
  writeFileSync(path, `SQLite format 3\u0000${'x'.repeat(5000)}`);
  await expect(allOf(readMlflow(path))).rejects.toThrow('the database cannot be read');
  const ledger = await ledgerInMemory();
  const put = () => importFile(ledger, calculator, MLRUNS, { mapping: mappingOf({}), as: 'sacct' });
  await expect(put()).rejects.toThrow('is a folder');
  const other = () => importFile(ledger, calculator, folder(), { mapping: mappingOf({}) });
  await expect(other()).rejects.toThrow("none of MLflow's or W&B's");
});
