import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { calculator } from '@ml-emissions/calculator/full';
import { expect, test } from 'vitest';
import { rowsOf } from '../engine/rows.ts';
import { importFile } from '../import-file.ts';
import { allOf, folder, ledgerInMemory, mappingOf } from '../testing.ts';
import { readWandb } from './wandb.ts';

/** What `runs.histories(stream="system")` of 0.31.0 made of two runs whose events were stood in for. */
const SAMPLES = 'packages/ledger/src/importers/samples';
const MAPPING = mappingOf({
  defaults: { place: { country: 'FR' }, host: { cpu: 'EPYC 7742' } },
  accelerators: { gpu: 'A100 SXM4 80GB' },
});

function written(name: string, text: string): string {
  const path = join(folder(), name);
  writeFileSync(path, text);
  return path;
}

test.each(['csv', 'json'])('system metrics as %s: power is its mean over time', async (ending) => {
  const found = await allOf(readWandb(join(SAMPLES, `wandb-0.31.0-system.${ending}`)));
  expect([found.rejects, found.parts]).toEqual([[], 10]);
  const [trained, other] = found.jobs;
  expect(trained).toMatchObject({
    jobId: 'g3tg2lvf',
    chips: [{ name: null, count: 2 }],
    startMs: 1_796_010_000_000,
    hours: (12.5 + 7 * 15) / 3600,
    // From the first sample on, 105 of 117.5 s.
    notes: ['power-part'],
  });
  expect(trained?.powerW).toBeGreaterThan(75.31 + 10);
  expect(trained?.powerW).toBeLessThan(380);
  expect(trained?.busy).toBeCloseTo(0.97, 12);
  expect(other).toMatchObject({ jobId: 'h7k2mm1q', chips: [], powerW: null });
});

test('accelerators of the process go before those of the machine', async () => {
  const header =
    '_timestamp,_runtime,system.gpu.0.powerWatts,system.gpu.1.powerWatts,system.gpu.process.0.powerWatts,system.gpu.1.gpu,system.gpu.process.0.gpu';
  const rows = [0, 1, 2].map((at) => `${1_796_010_000 + at},${at},300,60,300,100,40`);
  const { jobs } = await allOf(readWandb(written('abc.csv', [header, ...rows].join('\n'))));
  expect(jobs).toMatchObject([
    { jobId: 'abc', powerW: 300, busy: 0.4, chips: [{ count: 1 }], notes: [] },
  ]);
});

const TABLE = [
  '"Name","State","User","Created","Runtime","ID","GPU Type","GPU Count"',
  '"resnet-50","finished","ann","2026-11-30T03:40:00.000Z","3600","g3tg2lvf","NVIDIA A100-SXM4-80GB","2"',
  '"probe","crashed","ann","2026-11-30T03:40:00.000Z","0","zzz","",""',
  '"odd","finished","ann","yesterday","3600","yyy","",""',
  '"on","running","ann","2026-11-30T03:40:00.000Z","60","xxx","NVIDIA A100-SXM4-80GB","8"',
].join('\n');

test('the run table: time and accelerators of each run', async () => {
  const { jobs, rejects, leftOut } = await allOf(readWandb(written('runs.csv', TABLE)));
  expect([rejects.map(({ line, field }) => [line, field]), leftOut]).toEqual([[[4, 'created']], 1]);
  expect(jobs).toMatchObject([
    {
      identity: 'wandb g3tg2lvf',
      hours: 1,
      chips: [{ count: 2 }],
      user: 'ann',
      state: 'completed',
    },
    { jobId: 'xxx', state: 'running', endMs: null },
  ]);
});

test('runs as the library lists them', async () => {
  const run = {
    id: 'UnVuOnYx',
    name: 'g3tg2lvf',
    displayName: 'resnet-50',
    state: 'killed',
    createdAt: '2026-11-30T03:40:00Z',
    user: { name: 'Ann', username: 'ann' },
    summaryMetrics: '{"_runtime": 7200.5, "loss": 0.1, "_wandb": {"runtime": 7200}}',
  };
  const { jobs } = await allOf(readWandb(written('runs.json', JSON.stringify([run, run]))));
  expect(jobs).toHaveLength(2);
  expect(jobs[0]).toMatchObject({
    identity: 'wandb g3tg2lvf',
    name: 'resnet-50',
    user: 'ann',
    state: 'cancelled',
    hours: 2,
  });
});

test('table and system metrics of a run are one job, and what was measured stays', async () => {
  const ledger = await ledgerInMemory();
  const put = (path: string) => importFile(ledger, calculator, path, { mapping: MAPPING });
  const table = written('runs.csv', TABLE);
  const metrics = join(SAMPLES, 'wandb-0.31.0-system.csv');
  expect(await put(table)).toMatchObject({
    source: 'wandb',
    rows: 4,
    jobs: 2,
    rejected: 1,
    leftOut: 1,
    added: 2,
  });
  expect(await put(metrics)).toMatchObject({ source: 'wandb', rows: 12, added: 1, changed: 1 });
  expect(await put(table)).toMatchObject({ added: 0, changed: 0, same: 2 });
  expect(await put(metrics)).toMatchObject({ added: 0, changed: 0, same: 2 });
  const rows = await rowsOf(
    ledger.connection,
    'SELECT job_id, power_w IS NULL AS bare FROM job ORDER BY job_id',
  );
  expect(rows).toEqual([
    { job_id: 'g3tg2lvf', bare: false },
    { job_id: 'h7k2mm1q', bare: true },
    { job_id: 'xxx', bare: true },
  ]);
});

test('an offline run is told how to export it', async () => {
  const log = written('run-g3tg2lvf.wandb', ':W&B');
  await expect(allOf(readWandb(log))).rejects.toMatchObject({
    remedy: expect.stringContaining('wandb sync'),
  });
  const offline = join(folder(), 'wandb');
  mkdirSync(join(offline, 'offline-run-20261130_041104-g3tg2lvf'), { recursive: true });
  await expect(allOf(readWandb(offline))).rejects.toThrow('binary log');
});
