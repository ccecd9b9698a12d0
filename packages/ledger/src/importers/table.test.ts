import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadDuckDb } from '../engine/duckdb.ts';
import { folder, mappingOf } from '../testing.ts';
import { readTable } from './table.ts';

async function read(path: string, mapping: object = {}) {
  const jobs = [];
  const rejects = [];
  for await (const batch of readTable(path, mappingOf(mapping))) {
    jobs.push(...batch.jobs.map(({ job }) => job));
    rejects.push(...batch.rejects);
  }
  return { jobs, rejects };
}

function written(name: string, text: string): string {
  const path = join(folder(), name);
  writeFileSync(path, text);
  return path;
}

const COLUMNS = {
  id: 'job',
  user: 'who',
  accelerator: 'gpu',
  count: 'gpus',
  seconds: 'wall_s',
  energyJ: 'joules',
};
const WANTED = [
  {
    jobId: '7',
    user: 'ann',
    hours: 2,
    chips: [{ name: 'T4', count: 4 }],
    energy: { kWh: 2, scope: null, from: 'energyJ' },
  },
  { jobId: '8', user: 'ben', hours: 1, chips: [{ name: 'T4', count: 1 }], energy: null },
];

test('CSV, NDJSON and Parquet with the same rows are the same jobs', async () => {
  const csv = written(
    'jobs.csv',
    'job,who,gpu,gpus,wall_s,joules\n7,ann,T4,4,7200,7200000\n8,ben,T4,,3600,\n',
  );
  const ndjson = written(
    'jobs.ndjson',
    '{"job":7,"who":"ann","gpu":"T4","gpus":4,"wall_s":7200,"joules":7200000}\n\n{"job":8,"who":"ben","gpu":"T4","wall_s":3600,"joules":null}\n',
  );
  const parquet = join(folder(), 'jobs.parquet');
  const { DuckDBInstance } = await loadDuckDb();
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(
    `COPY (SELECT * FROM (VALUES (7, 'ann', 'T4', 4, CAST(7200 AS BIGINT), 7.2e6), (8, 'ben', 'T4', NULL, 3600, NULL)) AS t(job, who, gpu, gpus, wall_s, joules)) TO $path`,
    { path: parquet },
  );
  connection.closeSync();
  for (const path of [csv, ndjson, parquet]) {
    const { jobs, rejects } = await read(path, { columns: COLUMNS });
    expect(rejects).toEqual([]);
    expect(jobs).toMatchObject(WANTED);
  }
});

test('what a cell cannot be is rejected with its column, and the rest goes on', async () => {
  const path = written(
    'jobs.csv',
    'id,hours,state,start,count\n1,x,completed,2026-03-01,1\n,1,completed,,1\n3,1,fine,,1\n4,1,failed,soon,1\n5,"1,5",completed,,1\n6,1.5,failed,2026-03-01 10:00:00,1\n',
  );
  const { jobs, rejects } = await read(path);
  expect(rejects.map(({ line, field }) => [line, field])).toEqual([
    [2, 'hours'],
    [3, 'id'],
    [4, 'state'],
    [5, 'start'],
    [6, 'hours'],
  ]);
  expect(jobs).toMatchObject([
    { jobId: '6', hours: 1.5, state: 'failed', startMs: Date.UTC(2026, 2, 1, 10) },
  ]);
});

test('a share of time is from 0 to 1, or in percent', async () => {
  const path = written(
    'jobs.csv',
    'id,hours,accelerator,busyShare\na,1,T4,0.35\nb,1,T4,35 %\nc,1,T4,\nd,1,T4,35\n',
  );
  const { jobs, rejects } = await read(path, {});
  expect(jobs.map(({ busy }) => busy)).toEqual([0.35, 0.35, null]);
  expect(rejects).toMatchObject([{ line: 5, field: 'busyShare', value: '35' }]);
});

test('a column that is none of ours, and a file of no known kind, are told', async () => {
  const path = written('jobs.csv', 'id\n1\n');
  await expect(read(path, { columns: { hour: 'h' } })).rejects.toThrow(
    "the mapping names a column 'hour'",
  );
  await expect(read(written('jobs.txt', 'id\n1\n'))).rejects.toThrow(
    'does not tell what table it is',
  );
});

test('a name of a column is a name, whatever it is', async () => {
  const path = written('jobs.ndjson', '{"__proto__":{"id":1},"id":"a","hours":1}\n[1]\nnull\n');
  const { jobs, rejects } = await read(path, { columns: { user: 'constructor' } });
  expect(jobs).toMatchObject([{ jobId: 'a', user: null }]);
  expect(rejects).toHaveLength(2);
});
