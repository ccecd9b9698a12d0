/** Hours of a day. */
export const DAY_HOURS = 24;

/**
 * The mean of a day that repeats, over the hours of a run.
 *
 *     mean = (S(start + hours) - S(start)) / hours
 *
 * S(t) is the sum of the ratios up to t, on a straight line within an hour: a run of whole days has the mean of the day
 * whenever it begins.
 *
 * @param ratios by hour of the day, that from 00:00 first
 * @param startHour when it begins, in hours since 00:00 of any day
 * @param hours how long it lasts; 0 is that moment
 * Errors: none.
 */
export function meanOverHours(ratios: readonly number[], startHour: number, hours: number): number {
  const begin = startHour - DAY_HOURS * Math.floor(startHour / DAY_HOURS);
  if (!(hours > 0)) return ratios[Math.floor(begin)] ?? 1;
  const days = Math.floor(hours / DAY_HOURS);
  const rest = hours - DAY_HOURS * days;
  const day = ratios.reduce((sum, one) => sum + one, 0);
  return (days * day + sumUpTo(ratios, begin + rest) - sumUpTo(ratios, begin)) / hours;
}

/** The sum of the ratios up to a time of this day or the next. */
function sumUpTo(ratios: readonly number[], time: number): number {
  let sum = 0;
  for (let hour = 0; hour < time; hour += 1)
    sum += (ratios[hour % DAY_HOURS] ?? 1) * Math.min(1, time - hour);
  return sum;
}
