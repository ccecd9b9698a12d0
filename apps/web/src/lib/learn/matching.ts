const SUNRISE_H = 6;
const SUNSET_H = 18;
const STEPS = 2400;

/**
 * The part of a day's even use for which there is sun, where so much solar electricity is bought: a clear day from 6 to
 * 18 o'clock as half a sine, nothing stored.
 *
 * @param bought of what is used in the day; 1 is as much
 * @returns from 0 to 1
 */
export function matchedByHour(bought: number): number {
  let matched = 0;
  for (let step = 0; step < STEPS; step += 1) {
    matched += Math.min(1, sunAt((24 * (step + 0.5)) / STEPS, bought));
  }
  return matched / STEPS;
}

/**
 * Solar power at an hour, of the even use.
 *
 * @param hour from 0 to 24
 * @param bought of what is used in the day
 */
export function sunAt(hour: number, bought: number): number {
  if (hour <= SUNRISE_H || hour >= SUNSET_H) return 0;
  const angle = (Math.PI * (hour - SUNRISE_H)) / (SUNSET_H - SUNRISE_H);
  return bought * Math.PI * Math.sin(angle);
}
