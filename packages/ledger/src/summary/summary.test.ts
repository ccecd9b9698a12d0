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

test('hours and weekdays are those of each job', async () => {
  const jobsBy = async (key: 'hour' | 'weekday') =>
    Object.fromEntries(
      (await summarise(ledger.engine, [key])).map(({ keys, jobs }) => [keys[key], jobs]),
    );
  expect(await jobsBy('hour')).toEqual({ '23': 1, '00': 1, '05': 2 });
  // Friday, two Saturdays and a Sunday.
  expect(await jobsBy('weekday')).toEqual({ '5': 1, '6': 2, '7': 1 });
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

test('quarters, and how much chips had to do', async () => {
  const own = await pricedTable(
    [
      'id,accelerator,count,hours,start,powerW,busyShare',
      // An H100 of 700 W: some 70 W bare, 140 W with a model loaded.
      'idle,H100 SXM5 80GB,8,10,2025-03-31T23:00:00Z,90,',
      'little,H100 SXM5 80GB,8,10,2025-04-01T00:00:00Z,200,',
      'busy,H100 SXM5 80GB,8,10,2025-12-31T00:00:00Z,600,',
      'by driver,H100 SXM5 80GB,8,10,2025-12-31T00:00:00Z,,2 %',
      'in part,H100 SXM5 80GB,8,10,2025-12-31T00:00:00Z,,0.2',
      'nobody knows,H100 SXM5 80GB,8,10,2025-12-31T00:00:00Z,,',
    ],
    { defaults: { place: { country: 'FR' } } },
  );
  const idsBy = async (where: Parameters<typeof topJobs>[2]) =>
    (await topJobs(own.engine, 10, where)).map(({ jobId }) => jobId).sort();
  expect(await idsBy({ load: ['at rest'] })).toEqual(['by driver', 'idle']);
  expect(await idsBy({ load: ['low'] })).toEqual(['in part', 'little']);
  expect(await idsBy({ load: ['usual'] })).toEqual(['busy']);
  expect(await idsBy({ load: [null] })).toEqual(['nobody knows']);
  expect(await idsBy({ quarter: ['2025-Q1'] })).toEqual(['idle']);
  expect(await idsBy({ quarter: ['2025-Q2'] })).toEqual(['little']);
  own.close();
});
