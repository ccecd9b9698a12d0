import type { EstimateResult } from '@ml-emissions/calculator';
import { numberIn, type Row, rowsOf } from '../../learn/tables.ts';
import { FUELS, type Fuel } from '../../parts/fuels.ts';
import { calculator } from '../../state/calculator.ts';
import { draftOf, withoutRest } from '../../state/form.ts';
import type { Session } from '../../state/session.svelte.ts';
import { inYear, type When } from '../when.ts';
import { type Grid, gridOf } from './grids.ts';
import { fieldsOn } from './selection.ts';

type Run = EstimateResult['run'];

/**
 * The run in hand on a grid, as the sentence would have it once it is chosen there.
 *
 * @returns null where it cannot be worked out
 */
export function resultOn(session: Session, zone: string, when: When): EstimateResult | null {
  if (when === 'paper') return null;
  const { form } = session;
  const draft = draftOf({ ...form, ...fieldsOn(session, zone), rest: withoutRest(form, 'place') });
  const parsed = calculator().parseRun(draft as never);
  return parsed.ok ? resultIn(parsed.run, when) : null;
}

/** What a run says, on the grid of a year. */
export function resultIn(run: Run, when: number | 'now'): EstimateResult | null {
  const then = inYear(run, when);
  return then && calculator().estimate(then, { receipt: false, alternatives: false });
}

/** The first year that is looked at. */
const FIRST_YEAR = 2012;

/** A grid's figures, each of its own year. */
export function yearsOf(run: Run, zone: string, last: number): { year: number; grid: Grid }[] {
  return Array.from({ length: last - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index).flatMap(
    (year) => {
      const grid = gridOf(run, zone, year);
      return grid?.year === year ? [{ year, grid }] : [];
    },
  );
}

/** What electricity was generated from in a year. */
export interface Mix {
  readonly zone: string;
  readonly year: string;
  readonly shares: readonly { readonly fuel: Fuel; readonly percent: number }[];
  readonly sourceId: string;
}

/** How much a grid's hours differ from the mean of their year. */
export interface Hours {
  readonly low: number;
  readonly high: number;
  readonly year: string;
  readonly sourceId: string;
}

/** Of a normal distribution: 90 % lie within as many standard deviations. */
const Z_90 = 1.645;

const newest = (rows: readonly Row[], until: number): Row | undefined =>
  rows
    .filter(({ year }) => Number(year) <= until)
    .toSorted((a, b) => Number(b.year) - Number(a.year))[0];

/** The newest mix of a grid, or else of its country, of no later than a year. */
export async function mixOf(zone: string, country: string, until: number): Promise<Mix | null> {
  const rows = (await rowsOf('zone_mix')).filter(({ quality }) => quality === 'ok');
  const row =
    newest(
      rows.filter((one) => one.zone === zone),
      until,
    ) ??
    newest(
      rows.filter((one) => one.zone === country),
      until,
    );
  if (!row) return null;
  return {
    zone: row.zone ?? '',
    year: row.year ?? '',
    shares: FUELS.flatMap(({ id: fuel }) => {
      const percent = numberIn(row, `${fuel}_percent`);
      return percent === null || percent === 0 ? [] : [{ fuel, percent }];
    }),
    sourceId: row.source_id ?? '',
  };
}

/** How a grid's hours lie around the mean of the year, where that is known. */
export async function hoursOf(
  zone: string,
  scope: string | null,
  until: number,
): Promise<Hours | null> {
  const tables = await Promise.all([rowsOf('odbl/zone_variation'), rowsOf('zone_variation')]);
  const row = newest(
    tables.flat().filter((one) => one.zone === zone && one.scope === scope),
    until,
  );
  const gsd = row ? numberIn(row, 'gsd_hour') : null;
  if (!row || gsd === null) return null;
  const factor = gsd ** Z_90;
  return {
    low: 1 / factor,
    high: factor,
    year: row.year ?? '',
    sourceId: row.source_id ?? '',
  };
}
