const HOUR_MS = 3_600_000;
const LOCAL = /^(\d{4}-\d\d-\d\d)T(\d\d)(:\d\d:\d\d)$/;
const SECONDS = /^\d{9,11}$/;

/**
 * Reads times as logs write them: seconds since 1970, with an offset, or local ones of a zone.
 *
 * @param timeZone IANA name, for times without an offset
 * @returns a function of a text: milliseconds since 1970; null for what is no time. Of an hour that comes twice in
 * autumn the first is taken.
 */
export function createTimeReader(timeZone: string): (text: string) => number | null {
  // How far a zone is from UTC is looked up once an hour of the log.
  const offsets = new Map<string, number>();
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  /** Minutes matter: some zones are off by half an hour. */
  const offsetAt = (ms: number): number => {
    const found = Object.fromEntries(
      parts.formatToParts(ms).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = found;
    return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(ms / 60_000) * 60_000;
  };
  const offsetOf = (hour: string): number => {
    const known = offsets.get(hour);
    if (known !== undefined) return known;
    const asUtc = Date.parse(`${hour}:00:00Z`);
    // Before and after a change of clocks the guesses differ; the larger offset is that of the first of two hours.
    const guesses = [asUtc - HOUR_MS * 3, asUtc + HOUR_MS * 3].map((ms) =>
      offsetAt(ms - offsetAt(ms)),
    );
    const fits = guesses.filter((offset) => offsetAt(asUtc - offset) === offset);
    const offset = Math.max(...(fits.length > 0 ? fits : guesses));
    offsets.set(hour, offset);
    return offset;
  };
  return (text) => {
    if (SECONDS.test(text)) return Number(text) * 1000;
    const [, day, hour, rest] = LOCAL.exec(text) ?? [];
    if (day === undefined) {
      const ms = /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/.test(text)
        ? Date.parse(text)
        : Number.NaN;
      return Number.isNaN(ms) ? null : ms;
    }
    const ms = Date.parse(`${day}T${hour}${rest}Z`);
    if (Number.isNaN(ms)) return null;
    return timeZone === 'UTC' ? ms : ms - offsetOf(`${day}T${hour}`);
  };
}
