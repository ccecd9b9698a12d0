import { type Edition, regionKey } from '@ml-emissions/data';
import { amountOf, type Place, type Run } from '@ml-emissions/model';

const HOURS_PER_YEAR = 8760;

/** What of a run bears on how sure an intensity is. */
export interface RunTime {
  /** Calendar year; null = now. */
  readonly year: number | null;
  /** Wall-clock, h. */
  readonly hours: number;
}

/** The year of a run: as given, or that of its start. */
export function yearOf({ year, start }: Pick<Run, 'year' | 'start'>): number | null {
  if (year !== undefined) return year;
  return start === undefined ? null : Number(start.slice(0, 4));
}

/** What of a run bears on the choice of an intensity: a run that gives no hours is taken to be long. */
export function runTime(run: Pick<Run, 'year' | 'start' | 'hours' | 'repeats'>): RunTime {
  const hours = run.hours === undefined ? HOURS_PER_YEAR : amountOf(run.hours);
  return { year: yearOf(run), hours: hours * amountOf(run.repeats ?? 1) };
}

/** The provider's region that a run names. */
export function cloudPlace(run: Pick<Run, 'place'>) {
  return run.place && 'provider' in run.place ? run.place : null;
}

/** The row of a provider's region; null where the place is none. */
export function regionOf(edition: Edition, place: Place | undefined | null) {
  if (!place || !('provider' in place)) return null;
  return edition.regionByKey.get(regionKey(place.provider, place.region)) ?? null;
}
