import { beforeAll, expect, test } from 'vitest';
import type { Ledger } from '../store/ledger.ts';
import { pricedTable } from '../testing.ts';
import { topJobs } from '../top.ts';
import { summarise } from './summary.ts';

const JOBS = [
  'id,user,accelerator,count,hours,state,start',
  'a,ann,T4,2,100,completed,2025-01-31T23:00:00Z',
  'b,ben,H100 SXM5 80GB,8,10,failed,2025-02-01T00:00:00Z',
  'c,,H100 SXM5 80GB,8,10,failed,2025-02-01T05:00:00Z',
  "d,o'neil,T4,1,1,timeout,2026-02-01T05:00:00Z",
];

let ledger: Ledger;
beforeAll(async () => {
  ledger = await pricedTable(JOBS, { defaults: { place: { country: 'FR' } } });
  return () => ledger.close();
});

const idsOf = async (where: Parameters<typeof topJobs>[2]) =>
  (await topJobs(ledger.engine, 10, where)).map(({ jobId }) => jobId).sort();

test('days, months and years are those of the start in UTC', async () => {
  const jobsBy = async (key: 'day' | 'month' | 'year') =>
    Object.fromEntries(
      (await summarise(ledger.engine, [key])).map(({ keys, jobs }) => [keys[key], jobs]),
    );
  expect(await jobsBy('day')).toEqual({ '2025-01-31': 1, '2025-02-01': 2, '2026-02-01': 1 });
  expect(await jobsBy('month')).toEqual({ '2025-01': 1, '2025-02': 2, '2026-02': 1 });
  expect(await jobsBy('year')).toEqual({ '2025': 3, '2026': 1 });
});

test('some jobs: any value of each key, "not told" too', async () => {
  expect(await idsOf({})).toEqual(['a', 'b', 'c', 'd']);
  expect(await idsOf({ state: ['failed', 'timeout'] })).toEqual(['b', 'c', 'd']);
  expect(await idsOf({ state: ['failed', 'timeout'], user: [null] })).toEqual(['c']);
  expect(await idsOf({ user: [null, 'ann'] })).toEqual(['a', 'c']);
  expect(await idsOf({ user: [] })).toEqual([]);
  expect(await idsOf({ accelerator: ['nvidia-t4'], year: ['2025'] })).toEqual(['a']);
  const [whole] = await summarise(ledger.engine, [], { state: ['failed'] });
  expect(whole).toMatchObject({ jobs: 2, deviceHours: 160 });
});

test('what people typed is a value and nothing else', async () => {
  expect(await idsOf({ user: ["o'neil"] })).toEqual(['d']);
  expect(await idsOf({ user: ["' OR 1 = 1 --"] })).toEqual([]);
});
