import { beforeAll, expect, test } from 'vitest';
import type { Ledger } from '../store/ledger.ts';
import { pricedTable } from '../testing.ts';
import { idleOf } from './idle.ts';
import { trendOf } from './trend.ts';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await pricedTable(
    [
      'id,user,accelerator,count,hours,start,state,powerW',
      'a,ann,H100 SXM5 80GB,8,10,2025-03-02T00:00:00Z,completed,90',
      'b,ann,H100 SXM5 80GB,8,10,2025-01-02T00:00:00Z,failed,600',
      'c,ben,H100 SXM5 80GB,8,30,2025-01-03T00:00:00Z,completed,600',
      'd,ben,H100 SXM5 80GB,8,5,2025-01-04T00:00:00Z,completed,200',
      'e,ben,H100 SXM5 80GB,8,5,,completed,',
    ],
    { defaults: { place: { country: 'FR' } } },
  );
  return () => ledger.close();
});

test('idle: chips that did little, and of how many hours nobody knows', async () => {
  const { rows, told, untold } = await idleOf(ledger.engine, ['user']);
  expect(rows.map(({ keys, deviceHours }) => [keys.user, keys.load, deviceHours])).toEqual(
    expect.arrayContaining([
      ['ann', 'at rest', 80],
      ['ben', 'low', 40],
    ]),
  );
  expect(rows).toHaveLength(2);
  expect([told, untold]).toEqual([
    { jobs: 4, deviceHours: 440 },
    { jobs: 1, deviceHours: 40 },
  ]);
  expect((await idleOf(ledger.engine, [], { load: ['usual'] })).rows).toEqual([]);
});

test('trend: the first stretch first, with what was lost in it', async () => {
  const rows = await trendOf(ledger.engine, 'month');
  expect(rows.map(({ keys, jobs }) => [keys.month, jobs])).toEqual([
    ['2025-01', 3],
    ['2025-03', 1],
    [null, 1],
  ]);
  const [first, , untimed] = rows;
  // The failed job has 80 of 360 chip-hours at the power of most of them.
  expect(first?.lostShare).toBeGreaterThan(0.2);
  expect(first?.lostShare).toBeLessThan(0.3);
  expect(untimed?.lostShare).toBe(0);
  expect(first?.kgCo2ePerDeviceHour).toBeCloseTo((first?.kgCo2e.value ?? 0) / 360, 15);
  expect(first?.gCo2ePerKwh).toBeGreaterThan(10);
  const ofLost = await trendOf(ledger.engine, 'year', ['user'], { state: ['failed', 'running'] });
  expect(ofLost).toMatchObject([{ keys: { year: '2025', user: 'ann' }, lostShare: 1 }]);
});

test('trend: a chip-hour is that of jobs with chips, whatever ran beside them on processors', async () => {
  const header = 'id,accelerator,count,hours,start,energyKwh,energyScope';
  const chips = 'a,H100 SXM5 80GB,8,10,2025-01-02T00:00:00Z,,';
  const more = ['b,,,10,2025-01-02T00:00:00Z,900,it', 'c,,,,2025-01-02T00:00:00Z,900,it'];
  const perHour = async (rows: readonly string[]) => {
    const other = await pricedTable([header, ...rows], { defaults: { place: { country: 'FR' } } });
    const [row] = await trendOf(other.engine, 'month');
    other.close();
    return row?.kgCo2ePerDeviceHour ?? Number.NaN;
  };
  expect((await perHour([chips, ...more])) / (await perHour([chips]))).toBeCloseTo(1, 12);
  expect(await perHour(more)).toBeNaN();
});
