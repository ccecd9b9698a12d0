import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { calculator } from '@ml-emissions/calculator/full';
import { expect, test } from 'vitest';
import { importFile } from '../import-file.ts';
import { allOf, folder, ledgerInMemory, mappingOf } from '../testing.ts';
import { readEco2ai } from './eco2ai.ts';

/** What 0.3.12 wrote: four runs, one of them of two epochs. */
const SAMPLE = 'packages/ledger/src/importers/samples/eco2ai-0.3.12.csv';
const read = (path: string, mapping: object = {}) => allOf(readEco2ai(path, mappingOf(mapping)));

test('rows of one id add up', async () => {
  const { jobs, parts, rejects } = await read(SAMPLE);
  expect([jobs.length, parts, rejects]).toEqual([4, 1, []]);
  expect(jobs.at(-1)).toMatchObject({
    name: 'epochs',
    project: 'sample',
    energy: { kWh: 3.012130041961806e-8 + 3.02542518465998e-8, scope: 'components' },
    hours: (3.164827346801758 + 3.164396047592163) / 3600,
    startMs: Date.UTC(2026, 10, 30, 3, 33, 59),
    place: { country: 'FR' },
    chips: [],
  });
});

test('a PUE that it holds without a column is asked for, and taken off', async () => {
  const { jobs } = await read(SAMPLE);
  expect(jobs[0]).toMatchObject({ pue: null, notes: ['tracker-pue'] });
  const said = await read(SAMPLE, { trackerPue: 1.5 });
  expect(said.jobs[0]).toMatchObject({
    pue: 1.5,
    notes: [],
    energy: { kWh: 0.0001856277324212 / 1.5 },
  });
  const none = await read(SAMPLE, { trackerPue: 1 });
  expect(none.jobs[0]).toMatchObject({ pue: null, notes: [] });
});

test('accelerators, and a country that it did not know', async () => {
  const path = join(folder(), 'emission.csv');
  const header =
    'id,project_name,start_time,duration(s),power_consumption(kWh),GPU_name,region/country';
  writeFileSync(
    path,
    `${header}\na,x,2026-03-01 10:00:00,60,1,NVIDIA A100-SXM4-80GB 4 device(s),XX\n`,
  );
  const { jobs } = await read(path);
  expect(jobs[0]).toMatchObject({
    chips: [{ name: 'NVIDIA A100-SXM4-80GB', count: 4 }],
    place: null,
  });
});

test('a row that cannot be read is rejected with its line and field; read again the file adds nothing', async () => {
  const path = join(folder(), 'emission.csv');
  const header = 'id,project_name,start_time,duration(s),power_consumption(kWh),region/country';
  const rows = [
    'a,x,2026-03-01 10:00:00,60,N/A,FR',
    'b,x,soon,60,1,FR',
    'c,x,2026-03-01 10:00:00,60,1,FR',
  ];
  writeFileSync(path, [header, ...rows, ''].join('\n'));
  const { rejects } = await read(path);
  expect(rejects.map(({ line, field }) => [line, field])).toEqual([
    [2, 'power_consumption(kWh)'],
    [3, 'start_time'],
  ]);
  const ledger = await ledgerInMemory();
  const put = () => importFile(ledger, calculator, path, { mapping: mappingOf({}) });
  expect(await put()).toMatchObject({ source: 'eco2ai', rows: 3, jobs: 1, rejected: 2, added: 1 });
  expect(await put()).toMatchObject({ added: 0, same: 1, rejected: 2 });
});
