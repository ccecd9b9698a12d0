import { valueOfGroups } from '@ml-emissions/rates';
import type { Engine } from '../engine/engine.ts';
import { LOST_STATES } from '../job.ts';
import type { SummaryKey, Where } from './keys.ts';
import { pricedSource, type SummaryRow, summaryRow } from './summary.ts';
import { type Group, groupsOf } from './sums.ts';

/** How long a stretch of a trend may be. */
export const STRETCHES = ['day', 'month', 'quarter', 'year'] as const satisfies SummaryKey[];
export type Stretch = (typeof STRETCHES)[number];

/** A stretch of time, with what one chip-hour and one kWh came to in it. */
export interface TrendRow extends SummaryRow {
  /** Of the mean chip, by the jobs that have chips; null where no chip-hours are told. */
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
  const source = await pricedSource(engine);
  const asked = where.state?.filter((state) => isLost(state)) ?? LOST_STATES;
  const lost = new Map(
    (await groupsOf(engine, source, keys, { ...where, state: asked })).map((group) => [
      JSON.stringify(group.keys),
      kgOf(group.runs),
    ]),
  );
  const groups = await groupsOf(engine, source, keys, where);
  const timeOf = (row: SummaryRow) => row.keys[every] ?? LAST;
  return groups
    .map((group): TrendRow => {
      const row = summaryRow(keys, group);
      const { deviceHours, energyKwh, kgCo2e } = row;
      const ofLost = lost.get(JSON.stringify(group.keys)) ?? 0;
      return {
        ...row,
        kgCo2ePerDeviceHour: deviceHours > 0 ? kgOf(withHours(group)) / deviceHours : null,
        gCo2ePerKwh: energyKwh.value > 0 ? (kgCo2e.value / energyKwh.value) * G_PER_KG : null,
        lostShare: kgCo2e.value > 0 ? ofLost / kgCo2e.value : 0,
      };
    })
    .sort((a, b) => compared(timeOf(a), timeOf(b)) || b.kgCo2e.value - a.kgCo2e.value);
}

/** After every date. */
const LAST = '~';

const kgOf = (runs: Group['runs']): number => valueOfGroups(runs, 'operationalKgCo2e');

/** Jobs on processors alone have no chip-hour to be divided by. */
const withHours = ({ runs }: Group) => runs.filter(({ deviceHours }) => deviceHours > 0);

const isLost = (state: string | null): boolean =>
  (LOST_STATES as readonly (string | null)[]).includes(state);

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
