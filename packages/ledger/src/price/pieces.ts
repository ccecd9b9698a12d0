import { exp, ln } from '@ml-emissions/model';
import { clockHours } from '@ml-emissions/rates';

/**
 * Hours at which ranges may change their course: an hour, a day, a week and a year, and 6 and 84 hours in editions before
 * 2026.2 (packages/rates/src/intensity/short-run.ts); those between keep each piece smooth.
 */
const ENDS: readonly number[] = [
  1, 2.5, 6, 13, 24, 45, 84, 120, 168, 340, 670, 1350, 2700, 4000, 5000, 6000, 7000, 7900, 8400,
  8760,
];
/** From the first to the second of these, ranges go by the log of the hours. */
const BY_LOG = [1, 168] as const;

/** A run that tells no time is as one of a year. */
export const CLOCK_SQL = `COALESCE(hours, ${literal(clockHours({}))})`;

/** What a range is a polynomial of. */
export const ALONG_SQL = `CASE WHEN clock > ${literal(BY_LOG[0])} AND clock <= ${literal(BY_LOG[1])} THEN LN(clock) ELSE clock END`;

/** A stretch of hours that one polynomial is for. */
export interface Piece {
  readonly index: number;
  /** t = (hours or their log - middle) x scale is between -1 and 1. */
  readonly middle: number;
  readonly scale: number;
  /** The hours at a t. */
  readonly hoursAt: (t: number) => number;
}

export const PIECES: readonly Piece[] = [0, ...ENDS].map((start, index) => {
  // What is longer than a year is as unsure as a year.
  const end = ENDS[index] ?? 10 * start;
  const isByLog = start >= BY_LOG[0] && end <= BY_LOG[1];
  const [from, to] = isByLog ? [ln(start), ln(end)] : [start, end];
  const [middle, scale] = [(from + to) / 2, 2 / (to - from)];
  const hoursAt = (t: number) => {
    const along = middle + t / scale;
    return isByLog ? exp(along) : along;
  };
  return { index, middle, scale, hoursAt };
});

/** Which piece the hours of a job are in. */
export const PIECE_SQL = `CASE ${ENDS.map((end, at) => `WHEN clock <= ${literal(end)} THEN ${at}`).join(' ')} ELSE ${ENDS.length} END`;

/** A number that every engine takes for a double. */
function literal(value: number): string {
  const text = String(value);
  return text.includes('e') ? text : `${text}e0`;
}
