import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { calculator } from '@ml-emissions/calculator/full';
import type { LoggedJob } from '@ml-emissions/logs';
import { expect, test } from 'vitest';
import { rowsOf } from '../engine/rows.ts';
import { importFile } from '../import-file.ts';
import { allOf, folder, ledgerInMemory, mappingOf } from '../testing.ts';
import { readSacct } from './sacct.ts';
import { readSacctJson } from './sacct-json.ts';

/** What Slurm wrote of one set of jobs, as text and as JSON; names of people replaced, statistics of steps cut. */
const SAMPLES = 'packages/ledger/src/importers/samples';
/** What wrote it, and the parser that shaped it: v0.0.40 is that of Slurm 23.11. */
const SHAPES = ['22.05.8', '24.11.5-v0.0.40', '24.11.5-v0.0.41', '24.11.5-v0.0.42'] as const;

const read = (shape: string) => allOf(readSacctJson(join(SAMPLES, `sacct-${shape}.json`)));
const named = (jobs: readonly LoggedJob[], name: string) => jobs.filter((job) => job.name === name);

test.each(SHAPES)(
  '%s: each job is what the text says of it, energy and state among it',
  async (shape) => {
    const [version = ''] = shape.split('-');
    const text = await allOf(readSacct(join(SAMPLES, `sacct-${version}.txt`), mappingOf({})));
    const json = await read(shape);
    expect([json.rejects, json.leftOut, json.parts]).toEqual([[], text.leftOut, text.parts]);
    const byIdentity = (a: LoggedJob, b: LoggedJob) => a.identity.localeCompare(b.identity);
    // One that runs has run longer in the export that was made later.
    const ended = (jobs: readonly LoggedJob[]) =>
      jobs.filter(({ state }) => state !== 'running').sort(byIdentity);
    expect(ended(json.jobs)).toEqual(ended(text.jobs));
    const running = json.jobs.filter(({ state }) => state === 'running');
    expect(running).toMatchObject([{ name: 'running', endMs: null }]);
  },
);

test('energy of 10^10 J is read in 64 bits, where the 32-bit field says 1.4e9', async () => {
  const { jobs } = await read('22.05.8');
  expect(named(jobs, 'plain')).toMatchObject([{ energy: { kWh: 1e10 / 3.6e6, from: 'batch' } }]);
});

test('a counter that ran backwards makes the energy of its job unknown, and says so', async () => {
  const { jobs } = await read('22.05.8');
  const broken = jobs.find(({ notes }) => notes.includes('energy-unknown'));
  expect(broken).toMatchObject({ jobId: '12', energy: null });
});

test('a job read from the text is the same job in the JSON: it is not counted twice', async () => {
  const ledger = await ledgerInMemory();
  const mapping = mappingOf({
    defaults: { place: { country: 'FR' } },
    accelerators: { a100: 'A100 SXM4 80GB', h100: 'H100 SXM5 80GB' },
  });
  const path = (ending: string) => join(SAMPLES, `sacct-22.05.8.${ending}`);
  const first = await importFile(ledger, calculator, path('json'), { mapping });
  expect(first).toMatchObject({ source: 'sacct-json', rejected: 0 });
  expect(first.rows).toBe(first.jobs + first.parts + first.leftOut);
  const again = await importFile(ledger, calculator, path('json'), { mapping });
  expect(again).toMatchObject({ added: 0, changed: 0, same: first.jobs });
  expect(await importFile(ledger, calculator, path('txt'), { mapping })).toMatchObject({
    added: 0,
  });
  const [count] = await rowsOf(ledger.connection, 'SELECT count(*) AS n FROM job');
  expect(count).toEqual({ n: first.added });
});

test('a job that cannot be read is rejected with its line and field; the rest goes on', async () => {
  const whole = {
    job_id: 1,
    state: { current: ['COMPLETED'] },
    time: { elapsed: 60, submission: 9 },
  };
  const jobs = [
    { ...whole, state: { current: 'FINE' } },
    { ...whole, time: { submission: 9 } },
    { ...whole, time: { elapsed: 60 } },
    { ...whole, name: 'brackets ] } and "quotes"' },
  ];
  const path = join(folder(), 'sacct.json');
  const text = jobs.map((job) => JSON.stringify(job)).join(',\n');
  writeFileSync(path, `{"errors": [{"jobs": []}],\n"jobs": [\n${text},\n{"job_id": 5, "state`);
  const found = await allOf(readSacctJson(path));
  expect(found.rejects.map(({ line, field }) => [line, field])).toEqual([
    [3, 'state'],
    [4, 'time.elapsed'],
    [5, 'time.submission'],
    [7, ''],
  ]);
  expect(found.jobs.map(({ name }) => name)).toEqual(['brackets ] } and "quotes"']);
});

test('each try of a requeued job is one, also where its state is told as pending and requeued', async () => {
  for (const shape of SHAPES) {
    const { jobs } = await read(shape);
    expect(jobs.filter(({ state }) => state === 'requeued')).toMatchObject([{ name: 'requeued' }]);
  }
});
