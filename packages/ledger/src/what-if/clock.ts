import { offsetIn } from '../read/offset.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Before and after all times that logs have. */
const [FIRST, LAST] = ['0000', '9999'] as const;

/**
 * How far a clock is ahead of UTC, from hour to hour of UTC: a row for each change.
 *
 * @param timeZone IANA name
 * @param since first time that is asked for, as `2025-01-01 00:00:00`; null where there is none
 * @param until last time
 * @returns rows `since <= hour < until`, hours as `2025-01-01 00`, with hours ahead
 * Errors: throws a `RangeError` where there is no such time zone.
 */
export function clockRows(
  timeZone: string,
  since: string | null,
  until: string | null,
): [since: string, until: string, ahead: number][] {
  const offset = offsetIn(timeZone);
  const ahead = (ms: number) => offset(ms) / HOUR_MS;
  const from = hourOf(since ?? '1970-01-01 00');
  const end = hourOf(until ?? since ?? '1970-01-01 00') + DAY_MS;
  const rows: [string, string, number][] = [];
  let [begun, now] = [FIRST as string, ahead(from)];
  for (let day = from; day < end; day += DAY_MS) {
    if (ahead(day + DAY_MS) === now) continue;
    for (let at = day + HOUR_MS; at <= day + DAY_MS; at += HOUR_MS) {
      const then = ahead(at);
      if (then === now) continue;
      rows.push([begun, textOf(at), now]);
      [begun, now] = [textOf(at), then];
    }
  }
  return [...rows, [begun, LAST, now]];
}

const hourOf = (text: string): number =>
  Date.parse(`${text.slice(0, 10)}T${text.slice(11, 13)}:00:00Z`);
const textOf = (ms: number): string => new Date(ms).toISOString().slice(0, 13).replace('T', ' ');
