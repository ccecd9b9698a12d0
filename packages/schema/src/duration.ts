const DAYS_PER_WEEK = 7;
const HOURS_PER_DAY = 24;
const MINUTES_PER_HOUR = 60;
const SECONDS_PER_HOUR = 3600;

const UNITS =
  /^(?:(\d+(?:\.\d+)?)w)?\s*(?:(\d+(?:\.\d+)?)d)?\s*(?:(\d+(?:\.\d+)?)h)?\s*(?:(\d+(?:\.\d+)?)m)?\s*(?:(\d+(?:\.\d+)?)s)?$/;
/** Whole words for a unit, English and French; `j` is the French d. */
const WORDS =
  /\s*(weeks?|semaines?|days?|jours?|j|hours?|hrs?|heures?|minutes?|mins?|seconds?|secondes?|secs?|[wdhms])(?![a-z])/g;
const CLOCK = /^(\d+):([0-5]\d)(?::([0-5]\d(?:\.\d+)?))?$/;
const LONGEST = 40;

/**
 * A length of time as people write it, in hours.
 *
 * @param text `2d4h`, `90m`, `1.5h`, `36 h`, `12 days`, `2 weeks`, `1 day and 6 hours`, `1:30:00` or `1:30` (hours first)
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
  const short = trimmed
    .toLowerCase()
    .replaceAll(WORDS, (_, word: string) =>
      word.startsWith('sem') ? 'w' : word.charAt(0).replace('j', 'd'),
    )
    .replaceAll(/(?<=[wdhm])\s*(?:,|and|et)\s*(?=\d)/g, ' ');
  const units = UNITS.exec(short);
  if (!units) return null;
  const [, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = units;
  return (
    Number(weeks) * DAYS_PER_WEEK * HOURS_PER_DAY +
    Number(days) * HOURS_PER_DAY +
    Number(hours) +
    Number(minutes) / MINUTES_PER_HOUR +
    Number(seconds) / SECONDS_PER_HOUR
  );
}
