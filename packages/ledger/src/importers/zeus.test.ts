import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { calculator } from '@ml-emissions/calculator/full';
import { expect, test } from 'vitest';
import { importFile } from '../import-file.ts';
import { allOf, folder, ledgerInMemory, mappingOf } from '../testing.ts';
import { readZeus } from './zeus.ts';

/** What 0.16.0 wrote on a machine whose two accelerators were stood in for: 300 and 301 W. */
const SAMPLES = 'packages/ledger/src/importers/samples';

test('windows within another one are not counted again; what is counted is the accelerators alone', async () => {
  const { jobs, parts, rejects } = await allOf(readZeus(join(SAMPLES, 'zeus-0.16.0.csv')));
  expect([parts, rejects]).toEqual([3, []]);
  const joules = 901.1571407318115 + 904.161643743515 + 300.048565864563 + 301.05131125450134;
  expect(jobs).toMatchObject([
    {
      energy: { kWh: expect.closeTo(joules / 3.6e6, 15), scope: 'accelerators' },
      hours: expect.closeTo((3.003856897354126 + 1.0001530647277832) / 3600, 12),
      chips: [{ name: null, count: 2 }],
    },
  ]);
});

test('a machine without accelerators has no energy there, and its rows are rejected', async () => {
  const { jobs, rejects } = await allOf(readZeus(join(SAMPLES, 'zeus-0.16.0-no-gpu.csv')));
  expect(jobs).toEqual([]);
  expect(rejects.map(({ line, field }) => [line, field])).toEqual([
    [2, 'gpu0_energy'],
    [3, 'gpu0_energy'],
  ]);
});

test('windows that overlap are rejected; a log that grew is the same job', async () => {
  const path = join(folder(), 'zeus.csv');
  const header = 'start_time,window_name,elapsed_time,gpu0_energy';
  const put = (...rows: string[]) => writeFileSync(path, [header, ...rows, ''].join('\n'));
  const ledger = await ledgerInMemory();
  const mapping = mappingOf({
    defaults: { place: { country: 'FR' } },
    accelerators: { gpu: 'T4' },
  });
  const imported = () => importFile(ledger, calculator, path, { mapping });
  put('1772359200.5,a,10,100');
  expect(await imported()).toMatchObject({ source: 'zeus', rows: 1, added: 1 });
  put(
    '1772359200.5,a,10,100',
    '1772359205.5,b,10,100',
    '1772359220.5,c,10,100',
    '1772359200.2,whole,31,350',
  );
  const done = await imported();
  expect(done).toMatchObject({ rows: 4, jobs: 1, parts: 2, rejected: 1, added: 0, changed: 1 });
  expect((await allOf(readZeus(path))).jobs[0]?.energy?.kWh).toBe(350 / 3.6e6);
});
