const MINUTE_MS = 60_000;

/**
 * How far the clocks of a time zone are ahead of UTC, ms.
 *
 * @param timeZone IANA name
 * @returns a function of a moment, milliseconds since 1970
 * Errors: throws a `RangeError` where there is no such time zone.
 * @example offsetIn('Asia/Kolkata')(0) // 19800000
 */
export function offsetIn(timeZone: string): (ms: number) => number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  // Minutes matter: some zones are off by half an hour.
  return (ms) => {
    const found = Object.fromEntries(
      parts.formatToParts(ms).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = found;
    return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(ms / MINUTE_MS) * MINUTE_MS;
  };
}
