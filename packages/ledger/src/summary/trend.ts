import type { Engine } from '../engine/engine.ts';
import { LOST_STATES } from '../job.ts';
import type { SummaryKey, Where } from './keys.ts';
import { type SummaryRow, summarise } from './summary.ts';

/** How long a stretch of a trend may be. */
export const STRETCHES = ['day', 'month', 'quarter', 'year'] as const satisfies SummaryKey[];
export type Stretch = (typeof STRETCHES)[number];

/** A stretch of time, with what one chip-hour and one kWh came to in it. */
export interface TrendRow extends SummaryRow {
  /** Of the mean chip; null where no chip-hours are told. */
  readonly kgCo2ePerDeviceHour: number | null;
  readonly gCo2ePerKwh: number | null;
  /** Of the emissions, those of jobs whose work was lost, 0..1. */
  readonly lostShare: number;
}

const G_PER_KG = 1000;

/**
 * How emissions went over time, by when jobs began.
 *
 * @param every how long a stretch is
 * @param by what to tell apart in each
 * @param where which jobs
 * @returns the first stretch first, then the largest of it; stretches without a job are not there; jobs of no known time
 * last
 * Errors: throws `LedgerFault` where nothing is priced.
 */
export async function trendOf(
  engine: Engine,
  every: Stretch,
  by: readonly SummaryKey[] = [],
  where: Where = {},
): Promise<TrendRow[]> {
  const keys = [every, ...by.filter((key) => key !== every)];
  const nameOf = (row: SummaryRow) => JSON.stringify(keys.map((key) => row.keys[key]));
  const asked = where.state?.filter((state) => isLost(state)) ?? LOST_STATES;
  const lost = new Map(
    (await summarise(engine, keys, { ...where, state: asked })).map((row) => [
      nameOf(row),
      row.kgCo2e.value,
    ]),
  );
  const rows = await summarise(engine, keys, where);
  const timeOf = (row: SummaryRow) => row.keys[every] ?? LAST;
  return rows
    .map((row) => ({
      ...row,
      kgCo2ePerDeviceHour: row.deviceHours > 0 ? row.kgCo2e.value / row.deviceHours : null,
      gCo2ePerKwh:
        row.energyKwh.value > 0 ? (row.kgCo2e.value / row.energyKwh.value) * G_PER_KG : null,
      lostShare: row.kgCo2e.value > 0 ? (lost.get(nameOf(row)) ?? 0) / row.kgCo2e.value : 0,
    }))
    .sort((a, b) => compared(timeOf(a), timeOf(b)) || b.kgCo2e.value - a.kgCo2e.value);
}

/** After every date. */
const LAST = '~';

const isLost = (state: string | null): boolean =>
  (LOST_STATES as readonly (string | null)[]).includes(state);

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
