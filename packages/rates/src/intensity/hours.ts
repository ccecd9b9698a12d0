import type { Edition, ZoneHoursRow } from '@ml-emissions/data';
import { type GridScope, ln, meanOverHours } from '@ml-emissions/model';
import { coefficient } from '../coefficient.ts';
import { defaultGsd } from '../default.ts';

/** The mean day of a grid. */
export interface GridDay {
  readonly zone: string;
  readonly year: number;
  readonly scope: GridScope;
  /** The clock that most of its people live by. */
  readonly timeZone: string;
  /** By hour of the day in UTC: mean of the hour / mean of the year. */
  readonly ratios: readonly number[];
  /** Logs of how far an hour of a single day lies from its ratio, and the ratio of a year from that of the next. */
  readonly dayLog: number;
  readonly yearLog: number;
  readonly sourceId: string;
}

/**
 * The mean day of a grid: that of its newest year in the scope, in direct scope else that of its lifecycle intensity, as
 * for how it varies within a year.
 *
 * It is the zone's own. The day of a country is a mean over its areas, which may be in another order: that of a larger
 * zone is not taken.
 *
 * @param zone id of a zone
 * @returns null where no hourly data of the zone are known, or the edition has none
 * Errors: none.
 */
export function gridDay(edition: Edition, zone: string, scope: GridScope): GridDay | null {
  if (!edition.hasMachines) return null;
  return edition.once(`day of ${zone} ${scope}`, () => {
    const row = newestDay(edition.machines.zoneHours, zone, scope);
    return row ? dayOf(edition, row) : null;
  });
}

/** The row that counts for a zone: its newest in the scope, else in lifecycle scope; of one year the first. */
function newestDay(
  rows: readonly ZoneHoursRow[],
  zone: string,
  scope: GridScope,
): ZoneHoursRow | null {
  const own = rows.filter((row) => row.zone === zone).toSorted((a, b) => b.year - a.year);
  const newestIn = (asked: GridScope) => own.find((row) => row.scope === asked);
  return newestIn(scope) ?? newestIn('lifecycle') ?? null;
}

function dayOf(edition: Edition, row: ZoneHoursRow): GridDay {
  const { zone, year, scope, timeZone, hourRatios, gsdDay, gsdYear, sourceId } = row;
  return {
    zone,
    year,
    scope,
    timeZone,
    ratios: hourRatios,
    dayLog: ln(gsdDay),
    yearLog: ln(gsdYear ?? defaultGsd(edition, 'intensity.hours-year')),
    sourceId,
  };
}

/**
 * What the hours of a run mean for its emissions, against the mean of a year.
 *
 * @param startHour in hours since 00:00 UTC
 * @param hours how long it lasts; whole days are 1
 * @returns intensity of these hours / that of the year; null where the zone has no hourly data
 * Errors: none.
 * Source: docs/method.md, "By the hour of the day".
 */
export function hoursRatio(
  edition: Edition,
  zone: string,
  scope: GridScope,
  startHour: number,
  hours: number,
): number | null {
  const day = gridDay(edition, zone, scope);
  return day && meanOverHours(day.ratios, startHour, hours);
}

/** How far what single days and other years make of two runs lies from what mean days do, as logs. */
export interface MovedLogs {
  /** Of single days: it averages out over jobs of many days. */
  readonly day: number;
  /** Of each year between the hourly data and the runs, the same for all. */
  readonly year: number;
}

/**
 * How far the ratio of a run that begins at another hour of its day lies from what mean days make of it, as the log of a
 * geometric standard deviation:
 *
 *     log = moved / (max(hours, moved) + joined) x sqrt(day^2 + (years x year)^2)
 *
 * `moved` are the hours by which it begins earlier or later.
 *
 * @returns `day` and `year` of one grid, and `joined`, the hours that are alike within a day
 * Errors: throws in an edition without hourly data.
 * Source: `intensity.hours-moved` and `intensity.hours-joined` of `data/coefficients.csv`;
 * docs/method.md, "By the hour of the day".
 */
export function movedLogs(
  edition: Edition,
  { dayLog, yearLog }: Pick<GridDay, 'dayLog' | 'yearLog'>,
): MovedLogs & { readonly joined: number } {
  const moved = coefficient(edition, 'intensity.hours-moved');
  return {
    day: moved * dayLog,
    year: moved * yearLog,
    joined: coefficient(edition, 'intensity.hours-joined'),
  };
}
