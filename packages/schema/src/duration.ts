const HOURS_PER_DAY = 24;
const MINUTES_PER_HOUR = 60;
const SECONDS_PER_HOUR = 3600;

const UNITS =
  /^(?:(\d+(?:\.\d+)?)d)?\s*(?:(\d+(?:\.\d+)?)h)?\s*(?:(\d+(?:\.\d+)?)m(?:in)?)?\s*(?:(\d+(?:\.\d+)?)s)?$/i;
const CLOCK = /^(\d+):([0-5]\d)(?::([0-5]\d(?:\.\d+)?))?$/;
const LONGEST = 40;

/**
 * A length of time as people write it, in hours.
 *
 * @param text `2d4h`, `90m`, `1.5h`, `36 h`, `1:30:00` or `1:30` (hours first)
 * @returns hours, or null where the text says no length of time
 */
export function hoursFromText(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > LONGEST) return null;
  const clock = CLOCK.exec(trimmed);
  if (clock) {
    return (
      Number(clock[1]) +
      Number(clock[2]) / MINUTES_PER_HOUR +
      Number(clock[3] ?? 0) / SECONDS_PER_HOUR
    );
  }
  const units = UNITS.exec(trimmed.replace(/(\d)\s+(?=[dhms])/gi, '$1'));
  if (!units) return null;
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] = units;
  return (
    Number(days) * HOURS_PER_DAY +
    Number(hours) +
    Number(minutes) / MINUTES_PER_HOUR +
    Number(seconds) / SECONDS_PER_HOUR
  );
}
