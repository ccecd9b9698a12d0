import type { Calculator } from '@ml-emissions/calculator';
import { DAY_HOURS, hypot, type Run } from '@ml-emissions/model';
import { type GridDay, gridDay, movedLogs, runTime } from '@ml-emissions/rates';
import type { Columns, Engine } from '../engine/engine.ts';
import type { Changed, StartHour } from './change.ts';
import { clockRows } from './clock.ts';

/** How the jobs of a template are weighed by their hours. */
export interface Weighing {
  readonly here: GridDay;
  readonly there: GridDay;
  /** How much longer they take. */
  readonly longer: number;
  /** How far single days and years lie from both days, as logs; `day` is 0 of two grids, whose ranges have it already. */
  readonly day: number;
  readonly year: number;
  /** Hours that are alike within a day. */
  readonly joined: number;
}

/**
 * How the jobs of a template are weighed, or why they are not.
 *
 * @param run as it is
 * @param there as it would be
 */
export function weighingOf(
  calculator: Calculator,
  run: Run,
  { run: changed, slower }: Changed,
): Weighing | { readonly reason: string } {
  const before = calculator.prepare(run);
  const { edition } = before;
  const after = calculator.prepare(changed);
  const zoneOf = ({ resolved }: typeof before) => resolved.carbonIntensity.factor.zone;
  const dayOf = (one: Run, zone: string | null): GridDay | null =>
    zone === null ? null : gridDay(edition, zone, runTime(one).scope);
  const here = dayOf(run, zoneOf(before));
  const there = dayOf(changed, zoneOf(after));
  const lacking = (zone: string | null, what: string) => ({
    reason:
      zone === null
        ? `which grid it ${what} is not told`
        : `no hourly data are known of the grid that it ${what} (${zone})`,
  });
  if (!here) return lacking(zoneOf(before), 'ran on');
  if (!there) return lacking(zoneOf(after), 'would run on');
  const longer = slower.reduce((product, { scale }) => product * scale, 1);
  const { day, year, joined } = movedLogs(edition, there);
  return here.zone === there.zone
    ? { here, there, longer, day, year, joined }
    : { here, there, longer, day: 0, year: hypot(here.yearLog, there.yearLog), joined };
}

const USE = {
  template: 'INTEGER',
  here: 'VARCHAR',
  there: 'VARCHAR',
  is_moved: 'BOOLEAN',
  data_year: 'DOUBLE',
  longer: 'DOUBLE',
  day_log: 'DOUBLE',
  year_log: 'DOUBLE',
  joined: 'DOUBLE',
} as const satisfies Columns;
const MEAN = {
  grid: 'VARCHAR',
  hour: 'INTEGER',
  before: 'DOUBLE',
  ratio: 'DOUBLE',
} as const satisfies Columns;
const BEGIN = { grid: 'VARCHAR', rest: 'INTEGER', hour: 'DOUBLE' } as const satisfies Columns;
const CLOCK = { since: 'VARCHAR', until: 'VARCHAR', ahead: 'DOUBLE' } as const satisfies Columns;

/** The small tables that jobs are joined to: which days count for them, what is in these, when to begin, and clocks. */
export async function putDays(
  engine: Engine,
  weighings: ReadonlyMap<number, Weighing>,
  { hour, timeZone }: StartHour,
): Promise<void> {
  const grids = new Map<string, GridDay>();
  const rows = [...weighings].map(([template, one]) => {
    for (const day of [one.here, one.there]) grids.set(nameOf(day), day);
    const { here, there, longer, day, year, joined } = one;
    const isMoved = here.zone === there.zone;
    const years = Math.min(here.year, there.year);
    return [template, nameOf(here), nameOf(there), isMoved, years, longer, day, year, joined];
  });
  await engine.put('hour_use', USE, [rows]);
  await engine.put('hour_mean', MEAN, [[...grids].flatMap(meanRows)]);
  const begins = [...grids].flatMap(([name, { ratios }]) =>
    ratios.map((_, rest) => [name, rest, hour === 'best' ? bestHour(ratios, rest) : hour]),
  );
  await engine.put('hour_begin', BEGIN, [begins]);
  const sql = `SELECT CAST(min(started) AS VARCHAR(30)) AS since, CAST(max(started) AS VARCHAR(30)) AS until FROM asked`;
  const [{ since, until } = {}] = await engine.rows(sql);
  await engine.put('hour_clock', CLOCK, [
    clockRows(timeZone, since as string | null, until as string | null),
  ]);
}

const nameOf = ({ zone, scope }: GridDay): string => `${zone} ${scope}`;

/** Two days of a grid, so that a run's last hours may be those of the next one. */
function meanRows([name, { ratios }]: readonly [string, GridDay]) {
  let before = 0;
  return [...ratios, ...ratios].map((ratio, hour) => {
    const row = [name, hour, before, ratio];
    before += ratio;
    return row;
  });
}

/** The whole hour at which a run has the least that lasts so many hours and half of one, beside whole days. */
function bestHour(ratios: readonly number[], rest: number): number {
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (let start = 0; start < DAY_HOURS; start += 1) {
    let sum = 0;
    for (let hour = 0; hour <= rest; hour += 1)
      sum += (ratios[(start + hour) % DAY_HOURS] ?? 1) * (hour === rest ? 0.5 : 1);
    if (sum < least) [best, least] = [start, sum];
  }
  return best;
}
