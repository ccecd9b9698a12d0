import { describe, expect, test } from 'vitest';
import { current, editionNamed, editionWith, paper } from '../testing.ts';
import { gridDay, hoursRatio, movedLogs } from './hours.ts';

const [someDay] = current.machines.zoneHours;
if (!someDay) throw new Error('no days');
const day = (more: object) => ({ ...someDay, zone: 'FR', ...more });

describe('which day counts', () => {
  const edition = editionWith(
    {},
    {
      machines: {
        zoneHours: [
          day({ year: 2022, scope: 'lifecycle', gsdDay: 1.1 }),
          day({ year: 2023, scope: 'lifecycle', gsdDay: 1.2 }),
          day({ year: 2023, scope: 'lifecycle', gsdDay: 1.3 }),
          day({ year: 2021, scope: 'direct', gsdDay: 1.4 }),
        ],
      },
    },
  );
  test('the newest in the scope, of one year the first', () => {
    expect(gridDay(edition, 'FR', 'lifecycle')).toMatchObject({
      year: 2023,
      dayLog: Math.log(1.2),
    });
    expect(gridDay(edition, 'FR', 'direct')).toMatchObject({ year: 2021, dayLog: Math.log(1.4) });
  });

  test('a grid with both of ours has its direct day in direct scope alone', () => {
    expect(gridDay(current, 'GB', 'direct')).toMatchObject({ sourceId: 'neso-2023' });
    expect(gridDay(current, 'GB', 'lifecycle')).toMatchObject({ sourceId: 'em-hourly-odbl' });
    expect(gridDay(current, 'DE', 'direct')).toMatchObject({ scope: 'lifecycle' });
  });

  test('an area does not have the day of its country, nor a country that of an area', () => {
    expect(gridDay(current, 'NO', 'lifecycle')).not.toBeNull();
    expect(gridDay(current, 'NO-NO1', 'lifecycle')).toBeNull();
    expect(gridDay(current, 'US', 'lifecycle')).toBeNull();
  });

  test('editions without hourly data have none', () => {
    for (const edition of [paper, editionNamed('2026.1')])
      expect(gridDay(edition, 'DE', 'lifecycle')).toBeNull();
  });
});

describe('what hours mean', () => {
  test('noon in California, 20:00 UTC, has a quarter less than its year', () => {
    const found = hoursRatio(current, 'US-CAL-CISO', 'lifecycle', 20, 1);
    expect(found).toBeGreaterThan(0.7);
    expect(found).toBeLessThan(0.75);
  });

  test.each([
    [11, 3, 0.82],
    [18, 3, 1.126],
    [18, 30, 1.021],
  ])('Germany from %s:00 UTC for %s hours, as docs/method.md says', (start, hours, ratio) => {
    expect(hoursRatio(current, 'DE', 'lifecycle', start, hours)).toBeCloseTo(ratio, 3);
  });

  test('whole days are 1 in every grid that has a day', () => {
    for (const { zone, scope } of current.machines.zoneHours)
      for (const start of [0, 7.5, 23])
        expect(hoursRatio(current, zone, scope, start, 48)).toBeCloseTo(1, 4);
  });

  test('nothing is said of a grid without one', () => {
    expect(hoursRatio(current, 'FR', 'lifecycle', 0, 1)).toBeNull();
  });
});

test('a grid of which one year is known is as unsure from year to year as is usual', () => {
  const found = gridDay(
    editionWith({}, { machines: { zoneHours: [{ ...someDay, gsdYear: null }] } }),
    someDay.zone,
    someDay.scope,
  );
  expect(found?.yearLog).toBeCloseTo(Math.log(1.039), 12);
  const of = movedLogs(current, { dayLog: 0.1, yearLog: 0.02 });
  expect([of.day, of.year, of.joined].map((one) => Number(one.toFixed(9)))).toEqual([
    0.23, 0.046, 4,
  ]);
});
