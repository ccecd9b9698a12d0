import { calculator } from '@ml-emissions/calculator/full';
import { expect, test } from 'vitest';
import { pricedTable } from '../testing.ts';
import { questionsOf } from './ask.ts';

const HEADER = 'id,accelerator,count,hours,start,powerW,energyKwh,energyScope';
const widthOf = ({ low = 1, high = 1 }: { low?: number; high?: number }) => high / low;

test('what is asked first narrows the range most, and what is known is not asked', async () => {
  const ledger = await pricedTable(
    [
      HEADER,
      ...Array.from(
        { length: 20 },
        (_, at) => `${at},A100 SXM4 80GB,8,${10 + at},2025-01-01T00:00:00Z,,,`,
      ),
    ],
    { defaults: { place: { country: 'FR' } } },
  );
  const { jobs, kgCo2e, questions, mends } = await questionsOf(ledger.engine, calculator);
  expect([jobs, mends]).toEqual([20, []]);
  expect(questions.map(({ id }) => id).sort()).toEqual(['building', 'chips', 'grid', 'servers']);
  let before = 1;
  for (const { kgCo2eThen, jobs: some } of questions) {
    expect(some).toBe(20);
    expect(kgCo2eThen.value).toBe(kgCo2e.value);
    expect(widthOf(kgCo2eThen)).toBeGreaterThanOrEqual(before);
    expect(widthOf(kgCo2eThen)).toBeLessThanOrEqual(widthOf(kgCo2e));
    before = widthOf(kgCo2eThen);
  }
  expect(widthOf(questions[0]?.kgCo2eThen ?? {})).toBeLessThan(0.95 * widthOf(kgCo2e));
  ledger.close();
});

test('an answer gives the range that the same jobs have where it is told', async () => {
  const rows = Array.from(
    { length: 5 },
    (_, at) => `${at},A100 SXM4 80GB,8,${10 + at},2025-01-01T00:00:00Z,300,,`,
  );
  const place = { country: 'FR' };
  const asked = await pricedTable([HEADER, ...rows], { defaults: { place } });
  const { questions, kgCo2e } = await questionsOf(asked.engine, calculator);
  const usual = calculator.parseRun({
    place,
    hardware: [{ accelerator: 'A100 SXM4 80GB' }],
    hours: 1,
  } as never);
  if (!usual.ok) throw new Error('a run of the test');
  const pue = calculator.prepare(usual.run).resolved.pue?.factor.value ?? 0;
  const told = await pricedTable([HEADER, ...rows], { defaults: { place, pue } });
  const known = await questionsOf(told.engine, calculator);
  expect(known.questions.map(({ id }) => id)).not.toContain('building');
  const then = questions.find(({ id }) => id === 'building')?.kgCo2eThen;
  expect(then?.value).toBeCloseTo(kgCo2e.value, 12);
  expect((then?.low ?? 0) / (known.kgCo2e.low ?? 1)).toBeCloseTo(1, 9);
  expect((then?.high ?? 0) / (known.kgCo2e.high ?? 1)).toBeCloseTo(1, 9);
  asked.close();
  told.close();
});

test('what is told, with a range or by a meter, is not asked, and jobs that tell it do not count', async () => {
  const job = (id: string, more: string) =>
    `${id},A100 SXM4 80GB,8,10,2025-01-01T00:00:00Z,${more}`;
  const ledger = await pricedTable(
    [HEADER, job('a', ',,'), job('b', '300,,'), job('c', ',50,it')],
    { defaults: { place: { country: 'FR' }, pue: { value: 1.3, low: 1.2, high: 1.5 } } },
  );
  const { questions } = await questionsOf(ledger.engine, calculator);
  const counts = Object.fromEntries(questions.map(({ id, jobs }) => [id, jobs]));
  expect(counts).toEqual({ chips: 1, servers: 2, grid: 3 });
  ledger.close();
});

test('power that can hardly be is told with what mends it, and so is work that no watts tell', async () => {
  const rows = [
    'a,4,10,5000,,,',
    'b,4,10,3,,,',
    'c,4,10,,0,accelerators,',
    'd,4,10,,0.1,it,',
    'e,4,10,,90,accelerators,',
    'f,4,10,,,,0.1',
    'g,4,10,300,,,0.1',
    'h,4,10,,,,0.9',
    'i,4,10,,20,it,0.1',
  ].map((row) => row.replace(',', ',A100 SXM4 80GB,'));
  const header = 'id,accelerator,count,hours,powerW,energyKwh,energyScope,busyShare';
  const ledger = await pricedTable([header, ...rows], { defaults: { place: { country: 'FR' } } });
  const told = await ledger.connection.runAndReadAll(
    'SELECT job_id, notes FROM job ORDER BY job_id',
  );
  expect(told.getRows()).toEqual([
    ['a', 'power-high'],
    ['b', 'power-low'],
    ['c', 'no-energy'],
    ['d', 'power-low'],
    ['e', 'power-high'],
    ['f', 'busy-little'],
    ['g', null],
    ['h', null],
    ['i', null],
  ]);
  const { mends } = await questionsOf(ledger.engine, calculator);
  expect(mends.map(({ jobs }) => jobs)).toEqual([2, 2, 1, 1]);
  ledger.close();
});

test('how jobs were read badly is told with what mends it', async () => {
  const ledger = await pricedTable(
    [HEADER, 'a,T4,1,10,2025-01-01T00:00:00Z,,5,', 'b,T4,1,10,2025-01-01T00:00:00Z,,,'],
    { defaults: { place: { country: 'FR' } } },
  );
  const { mends } = await questionsOf(ledger.engine, calculator);
  expect(mends).toMatchObject([{ jobs: 1, how: expect.stringContaining('energyScope') }]);
  expect(await questionsOf(ledger.engine, calculator, { user: ['nobody'] })).toEqual({
    jobs: 0,
    kgCo2e: { value: 0 },
    questions: [],
    mends: [],
  });
  ledger.close();
});
