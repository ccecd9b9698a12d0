import { clockHours } from '@ml-emissions/rates';

/**
 * Hours at which ranges may change their course: an hour, a day, a week and a year, and 6 and 84 hours in editions before
 * 2026.2 (packages/rates/src/intensity/short-run.ts); those between keep each piece smooth.
 */
const ENDS: readonly number[] = [
  1, 1.5, 2.25, 3.4, 5, 6, 9, 13, 18, 24, 36, 54, 84, 120, 168, 500, 2000, 4000, 6000, 7500, 8760,
];

/** A run that tells no time is as one of a year. */
export const CLOCK_SQL = `COALESCE(hours, ${literal(clockHours({}))})`;

/** A stretch of hours that one polynomial is for. */
export interface Piece {
  readonly index: number;
  /** t = (hours - middle) x scale is between -1 and 1. */
  readonly middle: number;
  readonly scale: number;
}

export const PIECES: readonly Piece[] = [0, ...ENDS].map((from, index) => {
  // What is longer than a year is as unsure as a year.
  const to = ENDS[index] ?? 10 * from;
  return { index, middle: (from + to) / 2, scale: 2 / (to - from) };
});

/** Which piece the hours of a job are in. */
export const PIECE_SQL = `CASE ${ENDS.map((end, at) => `WHEN clock <= ${literal(end)} THEN ${at}`).join(' ')} ELSE ${ENDS.length} END`;

/** A number that every engine takes for a double. */
function literal(value: number): string {
  const text = String(value);
  return text.includes('e') ? text : `${text}e0`;
}
