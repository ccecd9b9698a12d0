import { calculator } from '@ml-emissions/calculator/full';
import { exp, type Place, type Quantity, Z_90 } from '@ml-emissions/model';
import { hoursRatio } from '@ml-emissions/rates';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Ledger } from '../store/ledger.ts';
import type { SummaryKey, Where } from '../summary/keys.ts';
import { pricedTable } from '../testing.ts';
import type { StartHour } from './change.ts';
import { whatIf } from './what-if.ts';

const JOBS = [
  'id,user,accelerator,count,hours,start,country,energyKwh,energyScope',
  'a,ann,A100 SXM4 80GB,8,3,2023-06-01T10:30:00Z,DE,,',
  'b,ben,A100 SXM4 80GB,8,30,2023-06-02T20:00:00Z,DE,,',
  'c,cy,A100 SXM4 80GB,8,48,2023-06-03T07:00:00Z,DE,,',
  'd,dan,A100 SXM4 80GB,8,3,2023-06-01T10:30:00Z,FR,,',
  'e,eve,A100 SXM4 80GB,8,3,,DE,,',
  'f,fay,,,,2023-06-01T10:30:00Z,DE,9,it',
  ...Array.from(
    { length: 28 },
    (_, day) =>
      `g${day},gil,A100 SXM4 80GB,8,3,2023-02-${String(day + 1).padStart(2, '0')}T10:30:00Z,DE,,`,
  ),
];

let ledger: Ledger;
beforeAll(async () => {
  ledger = await pricedTable(JOBS, { defaults: { pue: 1.4, work: 'llm-training' } });
  return () => ledger.close();
});

const UTC = (hour: StartHour['hour']): StartHour => ({ hour, timeZone: 'UTC' });
const ask = (start: StartHour, users: readonly string[], more: { place?: Place } = {}) =>
  whatIf(
    ledger.engine,
    calculator,
    { start, ...more },
    ['user'] as SummaryKey[],
    {
      user: users,
    } as Where,
  );
const edition = calculator.editions.get(calculator.editions.current);
if (!edition) throw new Error('no edition');
const of = (zone: string, start: number, hours: number) =>
  hoursRatio(edition, zone, 'lifecycle', start, hours) ?? Number.NaN;

describe('the same jobs at another hour', () => {
  test.each([
    ['ann', 10.5, 3, 20],
    ['ann', 10.5, 3, 23.75],
    ['ann', 10.5, 3, 0],
    ['ben', 20, 30, 8],
    ['cy', 7, 48, 12],
  ])('%s: what the mean day says of both', async (user, began, hours, start) => {
    const { rows } = await ask(UTC(start), [user]);
    const [row] = rows;
    const [here, there] = [of('DE', began, hours), of('DE', start, hours)];
    expect(row?.ratio?.value).toBeCloseTo(there / here, 10);
    const kg = row?.here.kgCo2e.value ?? 0;
    expect(row?.kgCo2eAtItsHours?.value).toBeCloseTo(kg * here, 9);
    expect(row?.there.kgCo2e.value).toBeCloseTo(kg * there, 9);
    // Making the chips does not depend on the hour.
    expect(row?.there.embodiedKgCo2e).toEqual(row?.here.embodiedKgCo2e);
    expect(row?.there.energyKwh).toEqual(row?.here.energyKwh);
    const embodied = row?.here.embodiedKgCo2e?.value ?? 0;
    expect(row?.totalRatio?.value).toBeCloseTo((kg * there + embodied) / (kg * here + embodied), 9);
  });

  test('the hour that they began at is no change, and is sure', async () => {
    const { all } = await ask(UTC(10.5), ['ann', 'gil']);
    for (const value of Object.values(all.ratio as Quantity)) expect(value).toBeCloseTo(1, 12);
  });

  test('the best is the least of all hours', async () => {
    const best = await ask(UTC('best'), ['ann']);
    const others = Array.from({ length: 24 }, (_, hour) => of('DE', hour, 3));
    expect(best.all.ratio?.value).toBeCloseTo(Math.min(...others) / of('DE', 10.5, 3), 2);
    expect(best.all.ratio?.value).toBeLessThanOrEqual(1);
  });

  test('by the clock of a place: in June Berlin is two hours ahead, in February one', async () => {
    const start = { hour: 20, timeZone: 'Europe/Berlin' };
    const { rows } = await ask(start, ['ann', 'gil']);
    const by = new Map(rows.map(({ here, ratio }) => [here.keys.user, ratio?.value]));
    expect(by.get('ann')).toBeCloseTo(of('DE', 18, 3) / of('DE', 10.5, 3), 10);
    expect(by.get('gil')).toBeCloseTo(of('DE', 19, 3) / of('DE', 10.5, 3), 10);
  });
});

describe('how sure that is', () => {
  test('by how far single days lie from the mean day, by hand', async () => {
    const { all } = await ask(UTC(22.5), ['ann']);
    // data/odbl/zone_hours.csv, DE: x/÷ 1.165 a day, and of the same year nothing more.
    const log = (12 / (12 + 4)) * 2.3 * Math.log(1.165);
    const { value, low = 0, high = 0 } = all.ratio ?? { value: 0 };
    expect(high / value).toBeCloseTo(exp(Z_90 * log), 6);
    expect(low / value).toBeCloseTo(exp(-Z_90 * log), 6);
  });

  test('what single days add averages out over many', async () => {
    const { rows } = await ask(UTC(22.5), ['ann', 'gil']);
    const width = (user: string) => {
      const ratio = rows.find(({ here }) => here.keys.user === user)?.ratio;
      return Math.log((ratio?.high ?? 0) / (ratio?.value ?? 0));
    };
    expect(width('gil')).toBeCloseTo(width('ann') / Math.sqrt(28), 6);
  });
});

describe('jobs that cannot be weighed', () => {
  test('stay as they are, and are counted with the reason', async () => {
    const { rows, unchanged } = await ask(UTC(22), ['dan', 'eve', 'fay']);
    for (const { ratio, here, kgCo2eAtItsHours } of rows) {
      expect(ratio?.value).toBe(1);
      expect(kgCo2eAtItsHours).toEqual(here.kgCo2e);
    }
    expect(unchanged.toSorted((a, b) => a.reason.localeCompare(b.reason))).toEqual([
      { reason: 'how long it ran is not told', jobs: 1 },
      { reason: 'no hourly data are known of the grid that it ran on (FR)', jobs: 1 },
      { reason: 'when it began is not told', jobs: 1 },
    ]);
  });

  test('others beside them are weighed', async () => {
    const { all } = await ask(UTC(22), ['ann', 'dan']);
    const ann = await ask(UTC(22), ['ann']);
    const dan = await ask(UTC(22), ['dan']);
    const kg = (of: typeof ann) => of.all.there.kgCo2e.value;
    expect(all.there.kgCo2e.value).toBeCloseTo(kg(ann) + kg(dan), 9);
  });
});

test('at another place the hours are those of its grid', async () => {
  const place = { country: 'ES' } as Place;
  const there = await whatIf(ledger.engine, calculator, { place }, [], { user: ['ann'] });
  const moved = await ask(UTC(12), ['ann'], { place });
  expect(moved.all.ratio?.value).toBeCloseTo(
    ((there.all.ratio?.value ?? 0) * of('ES', 12, 3)) / of('DE', 10.5, 3),
    10,
  );
  expect(moved.all.ratio?.high).toBeGreaterThan(moved.all.ratio?.value ?? 0);
  const nowhere = await ask(UTC(12), ['ann'], { place: { country: 'FR' } as Place });
  expect(nowhere.unchanged).toEqual([
    { reason: 'no hourly data are known of the grid that it would run on (FR)', jobs: 1 },
  ]);
});
