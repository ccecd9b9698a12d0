import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { calculator } from '@ml-emissions/calculator/full';
import { expect, test } from 'vitest';
import { importFile } from '../import-file.ts';
import { allOf, folder, ledgerInMemory, mappingOf } from '../testing.ts';
import { readNextflow } from './nextflow.ts';

/** What Nextflow 24.10.4 wrote, with its own columns and with more of them, raw. */
const SAMPLES = 'packages/ledger/src/importers/samples';
const DEFAULT = join(SAMPLES, 'nextflow-24.10.4.txt');
const RAW = join(SAMPLES, 'nextflow-24.10.4-raw.txt');
const read = (path: string, mapping: object = {}) => allOf(readNextflow(path, mappingOf(mapping)));

function written(text: string): string {
  const path = join(folder(), 'trace.txt');
  writeFileSync(path, text);
  return path;
}

test('the columns that it writes by itself: lengths for people, no cores', async () => {
  const { jobs, rejects } = await read(DEFAULT);
  expect(rejects).toEqual([]);
  expect(jobs).toHaveLength(6);
  expect(jobs.map(({ state }) => state).filter((state) => state === 'failed')).toHaveLength(2);
  const first = jobs.find(({ name }) => name === 'ALIGN (a)');
  expect(first?.hours).toBeCloseTo(2 / 3600, 3);
  expect(first).toMatchObject({ cores: 1, notes: ['no-chips-recorded', 'cores-by-load'] });
  expect((first?.endMs ?? 0) - (first?.startMs ?? 0)).toBeCloseTo((first?.hours ?? 0) * 3.6e6, 3);
});

test('raw, with cores, start and end; lines of a script are no rows', async () => {
  const { jobs, rejects } = await read(RAW);
  expect(rejects).toEqual([]);
  expect(jobs).toHaveLength(4);
  expect(jobs.filter(({ name }) => name === 'TRAIN')).toMatchObject([
    { state: 'failed', cores: 2, hours: 3056 / 3.6e6, startMs: 1_796_012_425_777 },
    { state: 'completed', cores: 2, endMs: 1_796_012_432_117 },
  ]);
});

test('accelerators are not in a trace: the mapping says them by process', async () => {
  const { jobs } = await read(RAW, { processes: { TRAIN: { accelerator: 'T4', count: 2 } } });
  const train = jobs.filter(({ name }) => name === 'TRAIN');
  expect(train.map(({ chips }) => chips)).toEqual([
    [{ name: 'T4', count: 2 }],
    [{ name: 'T4', count: 2 }],
  ]);
  expect(jobs[0]?.chips).toEqual([]);
});

test('tasks that -resume lists again are the same tasks: none is counted twice', async () => {
  const ledger = await ledgerInMemory();
  const mapping = mappingOf({
    defaults: { place: { country: 'FR' }, host: { cpu: 'EPYC 7742' } },
  });
  const put = (path: string) => importFile(ledger, calculator, path, { mapping });
  expect(await put(DEFAULT)).toMatchObject({ source: 'nextflow', rows: 6, added: 6 });
  // As it lists them: another task_id, the old hash and times.
  const again = readFileSync(DEFAULT, 'utf8')
    .replaceAll('COMPLETED', 'CACHED')
    .replace(/^(\d+)\t/gm, (_, id) => `${Number(id) + 7}\t`);
  expect(await put(written(again))).toMatchObject({ rows: 6, added: 0, changed: 0, same: 6 });
});

test('what did not run is left out, what cannot be read rejected with line and field', async () => {
  const header = 'task_id\thash\tname\tstatus\tsubmit\tduration\trealtime';
  const at = '2026-03-01 10:00:00.000';
  const rows = [
    `1\t65/65b1e7\tA\tABORTED\t${at}\t-\t-`,
    `2\t65/65b1e8\tA\tFINE\t${at}\t1s\t1s`,
    `3\t65/65b1e9\tA\tCOMPLETED\t${at}\t1s\tlong`,
    `4\t65/65b1ea\tA\tCOMPLETED\tsoon\t1s\t1s`,
    `5\t65/65b1eb\tA\tCOMPLETED\t${at}\t1h 1m 5s\t1h 1m 3s 1000ms`,
  ];
  const { jobs, rejects, leftOut } = await read(written([header, ...rows].join('\n')));
  expect([leftOut, rejects.map(({ line, field }) => [line, field])]).toEqual([
    1,
    [
      [3, 'status'],
      [4, 'realtime'],
      [5, 'submit'],
    ],
  ]);
  expect(jobs.map(({ hours }) => hours)).toEqual([(3600 + 60 + 4) / 3600]);
  await expect(read(written('hash\tstatus\trealtime\na\tb\tc'))).rejects.toThrow(
    'no column submit',
  );
});
