import { offsetIn } from './offset.ts';

const HOUR_MS = 3_600_000;
const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/;
const ZONED = /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/;
const SECONDS = /^\d{9,11}$/;

/**
 * Reads times as logs write them: seconds since 1970, with an offset, or local ones of a zone.
 *
 * @param timeZone IANA name, for times without an offset
 * @returns a function of a text: milliseconds since 1970; null for what is no time. Of an hour that comes twice in
 * autumn the first is taken.
 */
export function createTimeReader(timeZone: string): (text: string) => number | null {
  // What an hour of the log is in UTC is worked out once: most of its times are in one of few.
  const hours = new Map<number, number>();
  const offsetAt = offsetIn(timeZone);
  const offsetOf = (hour: string): number => {
    const asUtc = Date.parse(`${hour}:00:00Z`);
    // Before and after a change of clocks the guesses differ; the larger offset is that of the first of two hours.
    const guesses = [asUtc - HOUR_MS * 3, asUtc + HOUR_MS * 3].map((ms) =>
      offsetAt(ms - offsetAt(ms)),
    );
    const fits = guesses.filter((offset) => offsetAt(asUtc - offset) === offset);
    return Math.max(...(fits.length > 0 ? fits : guesses));
  };
  const hourOf = (hour: string): number => {
    const ms = Date.parse(`${hour}:00:00Z`);
    return timeZone === 'UTC' ? ms : ms - offsetOf(hour);
  };
  const local = (text: string): number | null => {
    const hour = hourNumber(text);
    let from = hours.get(hour);
    if (from === undefined) {
      if (!LOCAL.test(text) || Number.isNaN(Date.parse(`${text}Z`))) return null;
      from = hourOf(text.slice(0, HOUR_LENGTH));
      // Midnight may be told as 24:00:00, and nothing else is in that hour.
      if (hour % 100 < 24) hours.set(hour, from);
    }
    const rest = msWithinHour(text);
    return rest === null ? null : from + rest;
  };
  return (text) => {
    const told = text.length === LOCAL_LENGTH ? local(text) : null;
    if (told !== null) return told;
    if (SECONDS.test(text)) return Number(text) * 1000;
    const ms = ZONED.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(ms) ? null : ms;
  };
}

const LOCAL_LENGTH = '2026-03-01T10:00:00'.length;
const HOUR_LENGTH = '2026-03-01T10'.length;
const ZERO = 48;

/** Two digits as a number; -1 where they are none. */
function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

/** The hour that a local time is in as one number; -1 where it is no local time. */
function hourNumber(text: string): number {
  const [century, year, month] = [two(text, 0), two(text, 2), two(text, 5)];
  const [day, hour] = [two(text, 8), two(text, 11)];
  const isLocal = text[4] === '-' && text[7] === '-' && text[10] === 'T';
  if (!isLocal || century < 0 || year < 0 || month < 0 || day < 0 || hour < 0) return -1;
  return (((century * 100 + year) * 100 + month) * 100 + day) * 100 + hour;
}

/** What `:59:59` at the end of a local time is after its hour, ms; null for anything else. */
function msWithinHour(text: string): number | null {
  const [minutes, seconds] = [two(text, 14), two(text, 17)];
  const isClock = text[13] === ':' && text[16] === ':';
  if (!isClock || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59) return null;
  return (minutes * 60 + seconds) * 1000;
}
