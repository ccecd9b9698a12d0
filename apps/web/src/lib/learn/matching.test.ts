import { expect, test } from 'vitest';
import { matchedByHour, sunAt } from './matching.ts';

test('the sun of a day adds up to what is bought', () => {
  let sum = 0;
  for (let hour = 0; hour < 24; hour += 0.01) sum += sunAt(hour + 0.005, 0.7) * 0.01;
  expect(sum / 24).toBeCloseTo(0.7, 4);
});

test('as much sun as is used matches less than half of it, hour by hour', () => {
  // By hand: power passes the use where sin = 1/π, 0.3239 rad or 1.237 h after sunrise.
  const edge = Math.asin(1 / Math.PI);
  const byHand = (24 * (1 - Math.cos(edge)) + 12 - (24 * edge) / Math.PI) / 24;
  expect(matchedByHour(1)).toBeCloseTo(byHand, 3);
  expect(matchedByHour(1)).toBeCloseTo(0.449, 3);
});

test('no sun matches nothing, and any amount no more than the day', () => {
  expect(matchedByHour(0)).toBe(0);
  expect(matchedByHour(1e6)).toBeCloseTo(0.5, 2);
  expect(matchedByHour(0.2)).toBeCloseTo(0.2, 6);
});
