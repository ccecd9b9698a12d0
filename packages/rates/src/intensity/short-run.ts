import type { Edition, ZoneRow } from '@ml-emissions/data';
import { type Doubt, exp, type GridScope, ln, type Said } from '@ml-emissions/model';
import { defaultGsd } from '../default.ts';
import type { RunTime } from '../place.ts';

const HOURS_PER_YEAR = 8760;
/** Up to these hours a run sees one hour, one day or one week of the grid rather than its year. */
const WINDOWS = [
  { name: 'hour', hours: 6 },
  { name: 'day', hours: 84 },
  { name: 'week', hours: HOURS_PER_YEAR },
] as const;
/** A window over which a grid's variation is known. */
export type Window = (typeof WINDOWS)[number]['name'];

/** How the grid varies over windows as long as the run; null where nothing is known, or the run is a year long. */
export function shortRun(edition: Edition, zone: ZoneRow, { hours, scope }: RunTime): Doubt | null {
  const name = windowOf(hours);
  if (!name) return null;
  const { gsd, said } = variationOf(edition, zone, scope)[name];
  return { cause: 'short-run', gsd: fadedGsd(gsd, hours), said };
}

/** The window whose variation a run of so many hours sees; null from a year on. */
export function windowOf(hours: number): Window | null {
  return WINDOWS.find((one) => hours <= one.hours)?.name ?? null;
}

/** What is left of the log of a window's variation for a run of so many hours: it fades as the run nears a year. */
export const fading = (hours: number): number => Math.sqrt(1 - hours / HOURS_PER_YEAR);

/** The variation of a window as it counts for a run. */
export function fadedGsd(gsd: number, hours: number): number {
  return exp(ln(gsd) * fading(hours));
}

/** Over each window, with where it is known from. */
type Variation = Readonly<Record<Window, { readonly gsd: number; readonly said: Said }>>;

/**
 * How a grid varies over each window: its newest hourly data in the scope, in direct scope else its lifecycle data, else
 * as grids usually do.
 */
export function variationOf(edition: Edition, zone: ZoneRow, scope: GridScope): Variation {
  return edition.once(`variation of ${zone.id} ${scope}`, () =>
    newestVariation(edition, zone, scope),
  );
}

function newestVariation(edition: Edition, { id }: ZoneRow, scope: GridScope): Variation {
  const rows = (edition.variationByZone.get(id) ?? []).toSorted((a, b) => b.year - a.year);
  const newestIn = (asked: GridScope) => rows.find((row) => row.scope === asked);
  const newest = newestIn(scope) ?? newestIn('lifecycle');
  const said: Said = newest
    ? { code: 'hourly-data', year: newest.year }
    : { code: 'usual-variation' };
  const of = (known: number | undefined, name: Window) => ({
    gsd: known ?? defaultGsd(edition, `intensity.variation-${name}`),
    said,
  });
  return {
    hour: of(newest?.gsdHour, 'hour'),
    day: of(newest?.gsdDay, 'day'),
    week: of(newest?.gsdWeek, 'week'),
  };
}
