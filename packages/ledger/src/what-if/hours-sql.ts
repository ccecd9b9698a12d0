import { DAY_HOURS } from '@ml-emissions/model';

const DAY = `${DAY_HOURS}e0`;

/** A time of the day: hours since 00:00, of whichever day it was. */
const inDay = (time: string): string => `(${time}) - ${DAY} * floor((${time}) / ${DAY})`;
const lesser = (one: string, other: string): string =>
  `CASE WHEN ${one} < ${other} THEN ${one} ELSE ${other} END`;

/** The sum of a day's ratios up to a time. */
const sumUpTo = (day: string, time: string): string =>
  `(${day}.before + ${day}.ratio * (${time} - ${day}.hour))`;

/** The mean of a day over a run: `meanOverHours` of the model. */
const meanOf = (first: string, last: string, begin: string, hours: string): string =>
  `(${DAY} * floor(${hours} / ${DAY}) + ${sumUpTo(last, endOf(begin, hours))} - ${sumUpTo(first, begin)}) / ${hours}`;

/** When the part of a run ends that is beside whole days. */
const endOf = (begin: string, hours: string): string => `(${begin} + ${inDay(hours)})`;

/** The hour of a day that a time is in. */
const dayJoin = (alias: string, grid: string, time: string): string =>
  `JOIN hour_mean AS ${alias} ON ${alias}.grid = timed.${grid} AND ${alias}.hour = CAST(floor(${time}) AS INTEGER)`;

/**
 * The asked jobs with what the hours that they ran in mean, what those would that they would run in, and how unsure that
 * is; jobs that cannot be weighed have 1 and are sure. Each begins on the day of its clock on which it did.
 *
 * @param isUtc whether `hour_begin` tells the hour in UTC; else by the clock
 */
export const weighedSql = (isUtc: boolean): string => `
SELECT asked.key AS job, COALESCE(found.here_ratio, 1e0) AS here_ratio, COALESCE(found.there_ratio, 1e0) AS there_ratio,
  found.there AS grid, found.started_on AS started_on,
  COALESCE(found.day_log * found.share, 0e0) AS day_log, COALESCE(found.year_log * found.share * found.years, 0e0) AS year_log
FROM asked LEFT JOIN (
  SELECT timed.job, timed.there, timed.started_on, timed.day_log, timed.year_log, timed.years,
    ${meanOf('here_first', 'here_last', 'timed.began', 'timed.took')} AS here_ratio,
    ${meanOf('there_first', 'there_last', 'timed.begins', 'timed.takes')} AS there_ratio,
    CASE WHEN timed.is_moved THEN
      timed.apart / (CASE WHEN timed.takes < timed.apart THEN timed.apart ELSE timed.takes END + timed.joined)
    ELSE ${lesser(`${DAY} / timed.takes`, '1e0')} END AS share
  FROM (
    SELECT clocked.*, ${inDay('began + local_then - local_now')} AS begins,
      abs(local_then - local_now) + abs(takes - took) AS apart
    FROM (
      SELECT told.*, hour_use.here, hour_use.there, hour_use.is_moved, hour_use.day_log, hour_use.year_log, hour_use.joined,
        abs(told.started_in - hour_use.data_year) AS years, told.took * hour_use.longer AS takes,
        ${inDay('told.began + hour_clock.ahead')} AS local_now, ${isUtc ? inDay('hour_begin.hour + hour_clock.ahead') : 'hour_begin.hour'} AS local_then
      FROM (
        SELECT key AS job, template, hours AS took,
          EXTRACT(HOUR FROM started) + EXTRACT(MINUTE FROM started) / 60e0 AS began,
          EXTRACT(YEAR FROM started) AS started_in, substr(CAST(started AS VARCHAR(30)), 1, 10) AS started_on,
          substr(CAST(started AS VARCHAR(30)), 1, 13) AS started_at
        FROM asked WHERE started IS NOT NULL AND hours > 0e0
      ) AS told
      JOIN hour_use ON told.template = hour_use.template
      JOIN hour_clock ON told.started_at >= hour_clock.since AND told.started_at < hour_clock.until
      JOIN hour_begin ON hour_begin.grid = hour_use.there
        AND hour_begin.rest = CAST(floor(${inDay('told.took * hour_use.longer')}) AS INTEGER)
    ) AS clocked
  ) AS timed
  ${dayJoin('here_first', 'here', 'timed.began')}
  ${dayJoin('here_last', 'here', endOf('timed.began', 'timed.took'))}
  ${dayJoin('there_first', 'there', 'timed.begins')}
  ${dayJoin('there_last', 'there', endOf('timed.begins', 'timed.takes'))}
) AS found ON asked.key = found.job`;
