const DAY_MS = 86_400_000;
const WEEK = 7;

/** Of a day like `2025-03-09`, in UTC. */
const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
const dayOf = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);
/** Monday 0 to Sunday 6; 1970-01-01 was a Thursday. */
const weekdayOf = (number: number): number => (((number + 3) % WEEK) + WEEK) % WEEK;

/** A day in a calendar of weeks. */
export interface PlacedDay {
  readonly day: string;
  /** Which of the pieces that stand below each other. */
  readonly row: number;
  /** Which week of its piece. */
  readonly week: number;
  /** Monday 0 to Sunday 6. */
  readonly weekday: number;
}

/** A piece of a calendar: a year, or half of one. */
interface Piece {
  readonly row: number;
  readonly year: number;
  /** Its months, each with the week of its first day. */
  readonly months: { readonly month: number; readonly week: number }[];
}

/**
 * All days between two, as weeks in pieces below each other. A last week alone stays with the piece before it.
 *
 * @param from first day
 * @param to last day
 * @param months of a piece: 12, or 6 where there is no room for a year
 * @returns days in order, pieces in order, and the weeks of the longest piece
 */
export function calendarOf(from: string, to: string, months: 12 | 6) {
  const days: PlacedDay[] = [];
  const pieces: Piece[] = [];
  const [first, last] = [numberOf(from), numberOf(to)];
  let start = 0;
  let weeks = 0;
  for (let number = first; number <= last; number++) {
    const day = dayOf(number);
    const month = Number(day.slice(5, 7)) - 1;
    const isFirst = day.endsWith('-01');
    const isWorthAPiece = last - number >= WEEK;
    if (pieces.length === 0 || (isFirst && month % months === 0 && isWorthAPiece)) {
      start = number - weekdayOf(number);
      pieces.push({ row: pieces.length, year: Number(day.slice(0, 4)), months: [] });
    }
    const week = Math.floor((number - start) / WEEK);
    if (isFirst) pieces.at(-1)?.months.push({ month, week });
    days.push({ day, row: pieces.length - 1, week, weekday: weekdayOf(number) });
    weeks = Math.max(weeks, week + 1);
  }
  return { days, pieces, weeks };
}
