import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { calculator } from '@ml-emissions/calculator/full';
import { describe, expect, test } from 'vitest';
import { rowsOf } from '../engine/rows.ts';
import { importFile } from '../import-file.ts';
import { folder, ledgerInMemory, mappingOf } from '../testing.ts';
import { readCodeCarbon } from './codecarbon.ts';

/** What the tool wrote, of each version: two seconds in Poland, and for some versions more runs. */
const SAMPLES = 'packages/ledger/src/importers/samples';
const NONE = mappingOf({});

async function jobsIn(path: string) {
  const jobs = [];
  let parts = 0;
  for await (const batch of readCodeCarbon(path, NONE)) {
    jobs.push(...batch.jobs.map(({ job }) => job));
    parts += batch.parts;
  }
  return { jobs, parts };
}

function written(text: string): string {
  const path = join(folder(), 'emissions.csv');
  writeFileSync(path, text);
  return path;
}

test.each(readdirSync(SAMPLES).filter((file) => file.startsWith('codecarbon-')))(
  '%s is read, every row of it',
  async (file) => {
    const ledger = await ledgerInMemory();
    const done = await importFile(ledger, calculator, join(SAMPLES, file), { mapping: NONE });
    // XKX is no code that this tool knows, and it is none of ours.
    const rejects = await rowsOf(ledger.connection, 'SELECT reason FROM reject');
    for (const { reason } of rejects) expect(reason).toContain('XKX');
    expect(done.source).toBe('codecarbon');
    expect(done.added).toBeGreaterThan(0);
    expect(done.rows).toBe(done.jobs + done.parts + done.rejected);
  },
);

describe('rows of one run', () => {
  const HEADER =
    'timestamp,project_name,run_id,duration,emissions,energy_consumed,country_iso_code';
  const row = (seconds: number, kWh: number) =>
    `2026-11-29T21:31:09,sample,a,${seconds},${kWh * 0.7},${kWh},POL`;
  const whole = async (...rows: string[]) => {
    const { jobs, parts } = await jobsIn(written([HEADER, ...rows].join('\n')));
    expect([jobs.length, parts]).toEqual([1, rows.length - 1]);
    return [jobs[0]?.energy?.kWh, (jobs[0]?.hours ?? 0) * 3600];
  };

  test('that grow are what it has come to: the last counts', async () => {
    expect(await whole(row(1, 0.1), row(2, 0.2), row(3, 0.5))).toEqual([0.5, 3]);
  });

  test('that do not are parts: they add up', async () => {
    expect(await whole(row(5, 0.5), row(2, 0.25))).toEqual([0.75, 7]);
  });

  test('of tasks have all energy and the time of the last: the energy grew, the time did not', async () => {
    expect(await whole(row(5, 0.5), row(2, 0.75))).toEqual([0.75, 7]);
  });

  test('as version 3.3.2 flushed them three times: one run of three seconds', async () => {
    const { jobs, parts } = await jobsIn(join(SAMPLES, 'codecarbon-3.3.2.csv'));
    expect(parts).toBe(2);
    const flushed = jobs.find(({ energy }) => energy?.from === '3 rows');
    expect(flushed?.energy?.kWh).toBe(2.3399362483862517e-5);
    expect(flushed?.hours).toBe(3.016835006999827 / 3600);
  });
});

test('energies are after its PUE: it is taken off, and stays the PUE of the run', async () => {
  const { jobs } = await jobsIn(join(SAMPLES, 'codecarbon-2.8.4.csv'));
  const one = jobs.find(({ pue }) => pue === 1.5);
  expect(one?.energy).toEqual({
    kWh: 4.460627836827282e-5 / 1.5,
    scope: 'components',
    from: 'row',
  });
  // Of a run at PUE 1 nothing is known of the building.
  expect(jobs[0]?.pue).toBeNull();
});

test('what one accelerator drew on the mean is told beside the whole, without its PUE', async () => {
  const header =
    'timestamp,run_id,duration,emissions,energy_consumed,gpu_energy,gpu_count,gpu_model,pue';
  const rows = [
    '2026-03-01T10:00:00,a,7200,1,6,2.4,2,2 x NVIDIA T4,1.2',
    '2026-03-01T10:00:00,b,7200,1,6,,,,1',
  ];
  const path = join(folder(), 'emissions.csv');
  writeFileSync(path, [header, ...rows].join('\n'));
  const { jobs } = await jobsIn(path);
  expect(jobs).toMatchObject([{ jobId: 'a', chipW: 500, energy: { kWh: 5 } }, { chipW: null }]);
});

test('where it took the average of the world for want of a place, its energy is used and that is said', async () => {
  const { jobs } = await jobsIn(join(SAMPLES, 'codecarbon-3.3.2.csv'));
  const noted = jobs.filter(({ notes }) => notes.includes('world-average'));
  // Nothing else in the file marks it.
  expect(noted.map(({ place }) => place)).toEqual([{ country: 'XKX' }]);
  expect(jobs.map(({ place }) => place)).toContainEqual({ provider: 'aws', region: 'us-east-1' });
});

test('the constant that stands for no experiment groups nothing', async () => {
  const { jobs } = await jobsIn(join(SAMPLES, 'codecarbon-3.3.2.csv'));
  expect(new Set(jobs.map(({ identity }) => identity)).size).toBe(jobs.length);
  for (const { project } of jobs) expect(project).toBe('sample');
});

test('the twelve columns of 1.2.0, where the experiment was the run', async () => {
  const header =
    'timestamp,experiment_id,project_name,duration,emissions,energy_consumed,country_name,country_iso_code,region,on_cloud,cloud_provider,cloud_region';
  const row = (id: string) => `2021-03-01T10:00:00,${id},old,3600,0.45,0.5,Poland,POL,,N,,`;
  const { jobs } = await jobsIn(written([header, row('a'), row('b')].join('\n')));
  expect(
    jobs.map(({ jobId, energy, hours, startMs }) => [jobId, energy?.kWh, hours, startMs]),
  ).toEqual([
    ['a', 0.5, 1, Date.UTC(2021, 2, 1, 9)],
    ['b', 0.5, 1, Date.UTC(2021, 2, 1, 9)],
  ]);
});
