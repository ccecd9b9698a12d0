import type { Edition, ZoneRow } from '@ml-emissions/data';
import { type Doubt, exp, type GridScope, ln, type Said } from '@ml-emissions/model';
import { defaultGsd } from '../default.ts';
import type { RunTime } from '../place.ts';

const HOURS_PER_YEAR = 8760;
const HOURS_PER_DAY = 24;
const HOURS_PER_WEEK = 168;
/** In editions before 2026.2: up to these hours a run sees one hour, one day or one week of the grid rather than its year. */
const WINDOWS = [
  { name: 'hour', hours: 6 },
  { name: 'day', hours: 84 },
  { name: 'week', hours: HOURS_PER_YEAR },
] as const;
/** A window over which a grid's variation is known. */
export type Window = (typeof WINDOWS)[number]['name'];

/** How the grid varies over windows as long as the run; null where nothing is known, or the run is a year long. */
export function shortRun(edition: Edition, zone: ZoneRow, { hours, scope }: RunTime): Doubt | null {
  if (hours >= HOURS_PER_YEAR) return null;
  const { hour, day, week } = variationOf(edition, zone, scope);
  const logs = { hour: ln(hour.gsd), day: ln(day.gsd), week: ln(week.gsd) };
  const log = seenLog(logs, hours, isJoined(edition));
  return { cause: 'short-run', gsd: exp(log), said: hour.said };
}

/** Whether an edition goes from window to window, and from level to level, without a step. */
export const isJoined = ({ coefficientById }: Edition): boolean =>
  coefficientById.has('intensity.joined');

/**
 * How far what a run of so many hours sees of a grid may lie from its year, as the log of a geometric standard deviation:
 * known for an hour, a day and a week, between them by the log of the hours; from a week on it fades as the run nears a
 * year.
 *
 *     from a week on     week x sqrt((1 - hours / 8760) / (1 - 168 / 8760))
 *
 * @param logs of the deviation over each window
 * @param hours by the clock, of all repeats
 * @param isSmooth as in editions from 2026.2 on; those before go in steps
 * @returns 0 from a year on
 */
export function seenLog(
  { hour, day, week }: Readonly<Record<Window, number>>,
  hours: number,
  isSmooth: boolean,
): number {
  if (hours >= HOURS_PER_YEAR) return 0;
  const left = 1 - hours / HOURS_PER_YEAR;
  if (!isSmooth) {
    const logs = { hour, day, week };
    const window = WINDOWS.find((one) => hours <= one.hours)?.name ?? 'week';
    return logs[window] * Math.sqrt(left);
  }
  if (hours >= HOURS_PER_WEEK) {
    return week * Math.sqrt(left / (1 - HOURS_PER_WEEK / HOURS_PER_YEAR));
  }
  if (hours <= 1) return hour;
  const [from, to, low, high] =
    hours <= HOURS_PER_DAY
      ? [hour, day, 1, HOURS_PER_DAY]
      : [day, week, HOURS_PER_DAY, HOURS_PER_WEEK];
  return from + ((to - from) * ln(hours / low)) / ln(high / low);
}

/** Over each window, with where it is known from. */
type Variation = Readonly<Record<Window, { readonly gsd: number; readonly said: Said }>>;

/**
 * How a grid varies over each window: its newest hourly data in the scope, in direct scope else its lifecycle data, else
 * as grids usually do.
 */
export function variationOf(edition: Edition, zone: ZoneRow, scope: GridScope): Variation {
  return edition.once(`variation of ${zone.id} ${scope}`, () =>
    newestVariation(edition, zone, scope),
  );
}

function newestVariation(edition: Edition, { id }: ZoneRow, scope: GridScope): Variation {
  const rows = (edition.variationByZone.get(id) ?? []).toSorted((a, b) => b.year - a.year);
  const newestIn = (asked: GridScope) => rows.find((row) => row.scope === asked);
  const newest = newestIn(scope) ?? newestIn('lifecycle');
  const said: Said = newest
    ? { code: 'hourly-data', year: newest.year }
    : { code: 'usual-variation' };
  const of = (known: number | undefined, name: Window) => ({
    gsd: known ?? defaultGsd(edition, `intensity.variation-${name}`),
    said,
  });
  return {
    hour: of(newest?.gsdHour, 'hour'),
    day: of(newest?.gsdDay, 'day'),
    week: of(newest?.gsdWeek, 'week'),
  };
}
