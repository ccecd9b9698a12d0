import type { Row } from './rows.ts';

/** Runs of one stretch of time. */
interface Stretch {
  /** `2026-03` or `2026`; '' of runs without a date. */
  readonly key: string;
  readonly rows: readonly Row[];
}

/** Runs by the time at which each began. */
export interface OverTime {
  readonly unit: 'month' | 'year';
  /** In order, without holes: a month in which nothing began has no rows. */
  readonly stretches: readonly Stretch[];
  /** Runs that no date is told of. */
  readonly undated: readonly Row[];
}

/** More months than these are told by the year. */
const MOST_MONTHS = 24;
const MONTHS = 12;

const monthNumber = (month: string): number =>
  Number(month.slice(0, 4)) * MONTHS + Number(month.slice(5)) - 1;
const monthOf = (number: number): string =>
  `${Math.floor(number / MONTHS)}-${String((number % MONTHS) + 1).padStart(2, '0')}`;

function keysBetween(keys: readonly string[], unit: OverTime['unit']): string[] {
  const numbers = keys.map(unit === 'month' ? monthNumber : Number);
  const from = Math.min(...numbers);
  return Array.from({ length: Math.max(...numbers) - from + 1 }, (_, at) =>
    unit === 'month' ? monthOf(from + at) : String(from + at),
  );
}

/**
 * Runs by the month in which each began; by the year where one tells no more than that, or there are many months.
 *
 * @param rows that count
 * @returns null where fewer than two stretches have runs: then there is nothing to draw
 */
export function overTime(rows: readonly Row[]): OverTime | null {
  const dated = rows.filter(({ year }) => year !== '');
  if (dated.length === 0) return null;
  const numbers = dated.map(({ month }) => (month === '' ? Number.NaN : monthNumber(month)));
  // One that tells its year alone makes this NaN, which is no span of months.
  const unit = Math.max(...numbers) - Math.min(...numbers) < MOST_MONTHS ? 'month' : 'year';
  const byKey = new Map<string, Row[]>();
  for (const row of dated) {
    const stretch = byKey.get(row[unit]);
    if (stretch) stretch.push(row);
    else byKey.set(row[unit], [row]);
  }
  if (byKey.size < 2) return null;
  return {
    unit,
    stretches: keysBetween([...byKey.keys()], unit).map((key) => ({
      key,
      rows: byKey.get(key) ?? [],
    })),
    undated: rows.filter(({ year }) => year === ''),
  };
}
