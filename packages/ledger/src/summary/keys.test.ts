import { calculator } from '@ml-emissions/calculator/full';
import { type LoggedJob, UNTOLD } from '@ml-emissions/logs';
import { expect, test } from 'vitest';
import { importBatches } from '../import-batches.ts';
import { jobRun } from '../job-run.ts';
import { priceLedger } from '../price/price.ts';
import { ledgerInMemory, mappingOf } from '../testing.ts';
import { topJobs } from '../top.ts';
import { sumsOf } from './plain-sums.ts';
import { summarise } from './summary.ts';

const ODD = "x' OR '1'='1";
const DAY_MS = 86_400_000;

async function ledgerOf(jobs: readonly Partial<LoggedJob>[]) {
  const ledger = await ledgerInMemory();
  const rows = jobs.map((job, line) => ({
    line,
    job: {
      ...UNTOLD,
      identity: `${line}`,
      jobId: `${line}`,
      hours: line + 1,
      chips: [{ name: 'T4', count: 1 }],
      ...job,
    },
  }));
  const batches = (async function* () {
    yield { jobs: rows, rejects: [], parts: 0, leftOut: 0 };
  })();
  const mapping = mappingOf({ defaults: { place: { country: 'FR' } } });
  await importBatches(ledger, calculator, { source: 'table', name: 'test', batches }, { mapping });
  expect((await priceLedger(ledger.engine, calculator)).priced).toBe(jobs.length);
  return ledger.engine;
}

test('a filter is a value, whatever it says; null is what is not told', async () => {
  const engine = await ledgerOf([
    { user: 'ann', project: 'a' },
    { user: 'ann', project: null },
    { user: ODD, project: 'a' },
    { user: null, project: 'a' },
  ]);
  const jobs = async (where: object) =>
    (await summarise(engine, [], where)).map((row) => row.jobs)[0] ?? 0;
  expect(await jobs({})).toBe(4);
  expect(await jobs({ user: ['ann'] })).toBe(2);
  expect(await jobs({ user: ['ann'], project: ['a'] })).toBe(1);
  expect(await jobs({ project: [null] })).toBe(1);
  expect(await jobs({ user: [null] })).toBe(1);
  expect(await jobs({ user: [ODD] })).toBe(1);
  expect(await jobs({ user: ['nobody'] })).toBe(0);
  const top = await topJobs(engine, 9, { user: [ODD] });
  expect(top.map(({ jobId }) => jobId)).toEqual(['2']);
  for (const key of ['1 OR 1=1', '', '9'.repeat(40)]) expect(await jobRun(engine, key)).toBeNull();
  expect(await jobRun(engine, '7')).toBeNull();
  expect((await jobRun(engine, top[0]?.key ?? ''))?.run).toMatchObject({ hours: 3 });
});

test('what is filtered adds up to all, and each part is what a summary by the key says', async () => {
  const engine = await ledgerOf(
    Array.from({ length: 20 }, (_, at) => ({ user: `user ${at % 3}`, state: 'failed' as const })),
  );
  for (const { keys, ...found } of await summarise(engine, ['user'])) {
    const [alone] = await summarise(engine, [], { user: [keys.user ?? null] });
    expect({ ...alone, keys: undefined }).toEqual({ ...found, keys: undefined });
  }
});

test('sums without ranges are the middle figures of those with them', async () => {
  const engine = await ledgerOf(
    Array.from({ length: 60 }, (_, at) => ({
      user: at % 7 === 0 ? null : `user ${at % 3}`,
      project: `project ${at % 2}`,
      powerW: at % 4 === 0 ? 50 + at : null,
      chips: [{ name: at % 5 === 0 ? 'H100 SXM5 80GB' : 'T4', count: 1 + (at % 3) }],
    })),
  );
  for (const by of [[], ['user'], ['user', 'project']] as const)
    for (const where of [{}, { project: ['project 1'] }, { user: [null, 'user 1'] }]) {
      const wanted = await summarise(engine, by, where);
      const found = await sumsOf(engine, by, where);
      expect(found.map(({ keys, jobs }) => ({ keys, jobs }))).toEqual(
        wanted.map(({ keys, jobs }) => ({ keys, jobs })),
      );
      for (const [at, { energyKwh, kgCo2e }] of wanted.entries()) {
        expect((found[at]?.kgCo2e ?? 0) / kgCo2e.value).toBeCloseTo(1, 9);
        expect((found[at]?.energyKwh ?? 0) / energyKwh.value).toBeCloseTo(1, 9);
      }
    }
});

test('day, day of the week and hour are those of the start, in UTC, leap days too', async () => {
  const from = Date.UTC(2023, 11, 20, 5, 30);
  const starts = [
    ...Array.from({ length: 450 }, (_, at) => from + at * (DAY_MS + 3_600_000)),
    ...[Date.UTC(2000, 1, 29), Date.UTC(2001, 2, 1), Date.UTC(2024, 1, 29, 23, 59, 59)],
  ];
  const engine = await ledgerOf(starts.map((startMs) => ({ startMs })));
  const rows = await summarise(engine, ['day', 'weekday', 'hour']);
  const found = rows.map(({ keys }) => `${keys.day} ${keys.weekday} ${keys.hour}`).sort();
  const wanted = starts.map((ms) => {
    const time = new Date(ms);
    const text = time.toISOString();
    return `${text.slice(0, 10)} ${((time.getUTCDay() + 6) % 7) + 1} ${text.slice(11, 13)}`;
  });
  expect(found).toEqual([...new Set(wanted)].sort());
});
