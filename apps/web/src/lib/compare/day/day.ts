import type { Run } from '@ml-emissions/calculator';
import { meanOverHours } from '@ml-emissions/calculator/tables';
import { numberIn, type Row, rowsOf } from '../../learn/tables.ts';

const DAY_HOURS = 24;
/** Of a normal distribution: 90 % lie within as many standard deviations. */
const Z_90 = 1.645;

/** The mean day of a grid, by the clock that its people live by in winter. */
export interface Day {
  /** From 00:00 by that clock: mean of the hour / mean of the year. */
  readonly ratios: readonly number[];
  readonly year: string;
  readonly timeZone: string;
  /** Hours that the clock is ahead of UTC. */
  readonly ahead: number;
  /** Nine hours in ten of single days lie within this factor of their ratio, either way. */
  readonly factor: number;
  readonly sourceId: string;
}

/**
 * The day of a grid: its newest in the scope, else in lifecycle scope; of one year, that of the freer licence.
 *
 * @returns null where no hourly data of it are known
 */
export async function dayOf(zone: string, scope: string | null): Promise<Day | null> {
  const tables = await Promise.all([rowsOf('zone_hours'), rowsOf('odbl/zone_hours')]);
  const own = tables
    .flat()
    .filter((row) => row.zone === zone)
    .toSorted((a, b) => Number(b.year) - Number(a.year));
  const row =
    own.find((one) => one.scope === scope) ?? own.find((one) => one.scope === 'lifecycle');
  return row ? dayIn(row) : null;
}

/** A row of the table as a day by the clock. */
export function dayIn(row: Row): Day {
  const inUtc = (row.hour_ratios ?? '').split(';').map(Number);
  const timeZone = row.time_zone ?? 'UTC';
  const ahead = winterHours(timeZone, Number(row.year));
  return {
    ratios: inUtc.map((_, hour) => inUtc[Math.floor(inDay(hour - ahead))] ?? 1),
    year: row.year ?? '',
    timeZone,
    ahead,
    factor: (numberIn(row, 'gsd_day') ?? 1) ** Z_90,
    sourceId: row.source_id ?? '',
  };
}

/** Hours since 00:00, of whichever day it was. */
export const inDay = (hour: number): number => hour - DAY_HOURS * Math.floor(hour / DAY_HOURS);

/** Hours that a clock is ahead of UTC where it is not summer. */
function winterHours(timeZone: string, year: number): number {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    hour: 'numeric',
    day: 'numeric',
  });
  const at = (month: number): number => {
    const parts = format.formatToParts(Date.UTC(year, month, 15, 12));
    const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
    return part('hour') - 12 + DAY_HOURS * (part('day') - 15);
  };
  return Math.min(at(0), at(6));
}

/** How long a run lasts by the clock, and when on its day it begins, in hours of UTC; null where it does not tell. */
export function timeOf({ hours, start }: Pick<Run, 'hours' | 'start'>): {
  readonly hours: number | null;
  readonly startUtc: number | null;
} {
  const isTold = start !== undefined && /T.*(Z|[+-]\d\d:?\d\d)$/.test(start);
  const at = isTold ? new Date(start) : null;
  return {
    hours: typeof hours === 'object' ? hours.value : (hours ?? null),
    startUtc: at ? at.getUTCHours() + at.getUTCMinutes() / 60 : null,
  };
}

/** A stretch of a day with one ratio. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly ratio: number;
}

/** The hours of a day. */
export const hoursOf = ({ ratios }: Day): Stretch[] =>
  ratios.map((ratio, hour) => ({ from: hour, to: hour + 1, ratio }));

/** The part of the day that a run takes; all of it from 24 hours on. */
export function runIn(day: Day, start: number, hours: number): Stretch[] {
  if (hours >= DAY_HOURS) return hoursOf(day);
  const end = start + hours;
  const parts =
    end > DAY_HOURS
      ? [
          [start, DAY_HOURS],
          [0, end - DAY_HOURS],
        ]
      : [[start, end]];
  return parts.flatMap(([begin = 0, last = 0]) =>
    hoursOf(day).flatMap(({ from, to, ratio }) => {
      const [left, right] = [Math.max(from, begin), Math.min(to, last)];
      return right > left ? [{ from: left, to: right, ratio }] : [];
    }),
  );
}

/** What a run's hours mean: intensity / mean of the year. */
export const ratioOf = ({ ratios }: Day, start: number, hours: number): number =>
  meanOverHours(ratios, start, hours);

/** `13:30`. */
export function clock(hour: number): string {
  const minutes = Math.round(inDay(hour) * 60) % (DAY_HOURS * 60);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
