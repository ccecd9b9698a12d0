import { describe, expect, test } from 'vitest';
import { clock, dayIn, dayOf, ratioOf, runIn, timeOf } from './day.ts';

/** A day whose hours are told apart: 1, but for 2 from 12:00 UTC on. */
const row = (timeZone: string) => ({
  zone: 'X',
  year: '2023',
  scope: 'lifecycle',
  time_zone: timeZone,
  hour_ratios: Array.from({ length: 24 }, (_, hour) => (hour === 12 ? 2 : 1)).join(';'),
  gsd_day: '1.1',
  source_id: 's',
});

describe('which day', () => {
  test('the newest of a grid, in direct scope its own', async () => {
    expect(await dayOf('US-CAL-CISO', 'lifecycle')).toMatchObject({ year: '2023', ahead: -8 });
    expect(await dayOf('GB', 'direct')).toMatchObject({ sourceId: 'neso-2023', ahead: 0 });
    expect(await dayOf('DE', 'direct')).toMatchObject({ sourceId: 'em-hourly-odbl', ahead: 1 });
  });

  test('none of a grid without hourly data', async () => {
    expect(await dayOf('FR', 'lifecycle')).toBeNull();
  });

  test.each([
    ['UTC', 12],
    ['Europe/Berlin', 13],
    ['America/Los_Angeles', 4],
    // Winter is in July there.
    ['Australia/Sydney', 22],
  ])('by the clock of %s', (timeZone, hour) => {
    const { ratios } = dayIn(row(timeZone));
    expect(ratios.indexOf(2)).toBe(hour);
    expect(ratios).toHaveLength(24);
  });
});

test('when a run tells its hours', () => {
  expect(timeOf({ hours: 3, start: '2025-06-01T23:30:00+02:00' })).toEqual({
    hours: 3,
    startUtc: 21.5,
  });
  expect(timeOf({ hours: { value: 3, low: 2, high: 4 }, start: '2025-06-01' })).toEqual({
    hours: 3,
    startUtc: null,
  });
  // Nobody knows whose clock that is.
  expect(timeOf({ start: '2025-06-01T10:00' })).toEqual({ hours: null, startUtc: null });
});

describe('a run laid over a day', () => {
  const day = dayIn(row('UTC'));
  test.each([
    [
      11.5,
      1,
      [
        [11.5, 12, 1],
        [12, 12.5, 2],
      ],
    ],
    [
      23.5,
      1,
      [
        [23.5, 24, 1],
        [0, 0.5, 1],
      ],
    ],
  ])('from %s for %s hours', (start, hours, parts) => {
    expect(runIn(day, start, hours).map(({ from, to, ratio }) => [from, to, ratio])).toEqual(parts);
  });

  test('a day or more takes all of it', () => {
    expect(runIn(day, 7, 24)).toHaveLength(24);
    expect(runIn(day, 7, 100)).toHaveLength(24);
  });

  test('what it means is the mean of its hours', () => {
    expect(ratioOf(day, 11.5, 1)).toBeCloseTo(1.5, 12);
  });
});

test('times as clocks say them', () => {
  expect([0, 9.5, 23.999, 24].map(clock)).toEqual(['00:00', '09:30', '00:00', '00:00']);
});
