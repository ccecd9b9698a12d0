import { type Edition, regionKey, type SiteRow } from '@ml-emissions/data';
import {
  type Amount,
  amountOf,
  type GridScope,
  type Place,
  type Run,
  timesRun,
} from '@ml-emissions/model';

const HOURS_PER_YEAR = 8760;

/** What of a run bears on which intensity it has, and on how sure that is. */
export interface RunTime {
  /** Calendar year; null = now. */
  readonly year: number | null;
  /** Wall-clock, h. */
  readonly hours: number;
  /** What of the grid's emissions counts. */
  readonly scope: GridScope;
}

/** The year of a run: as given, or that of its start. */
export function yearOf({ year, start }: Pick<Run, 'year' | 'start'>): number | null {
  if (year !== undefined) return year;
  return start === undefined ? null : Number(start.slice(0, 4));
}

/**
 * So many chips may have shared hours that are told of all chips together: the run may have been that short, and its
 * range must not be narrower than that of a run whose chips are counted.
 */
export const MOST_CHIPS = 1024;

/** By the clock: a run that gives no hours is taken to be long, one of chip-hours alone to be as short as it can be. */
export function clockHours({
  hours,
  deviceHours,
}: {
  readonly hours?: Amount | undefined;
  readonly deviceHours?: Amount | undefined;
}): number {
  if (hours !== undefined) return amountOf(hours);
  return deviceHours === undefined ? HOURS_PER_YEAR : amountOf(deviceHours) / MOST_CHIPS;
}

/** What of a run bears on the choice of an intensity. */
export function runTime(
  run: Pick<Run, 'year' | 'start' | 'hours' | 'deviceHours' | 'repeats' | 'development' | 'scope'>,
): RunTime {
  const hours = clockHours(run);
  const { scope = 'lifecycle' } = run;
  return { year: yearOf(run), hours: hours * amountOf(timesRun(run)), scope };
}

/** Whose cloud a run is in, and which of its regions; null where the region is not known. */
export interface CloudPlace {
  readonly provider: string;
  readonly region: string | null;
}

/** The cloud that a run's place names, or that its named site runs in; null where it is in none. */
export function cloudPlace(edition: Edition, { place }: Pick<Run, 'place'>): CloudPlace | null {
  if (!place) return null;
  if ('site' in place) {
    const provider = siteOf(edition, place)?.provider ?? null;
    return provider === null ? null : { provider, region: null };
  }
  if (!('provider' in place)) return null;
  return { provider: place.provider, region: 'region' in place ? place.region : null };
}

/** The row of a named site; null where the place is none. */
export function siteOf(edition: Edition, place: Place | undefined | null): SiteRow | null {
  return place && 'site' in place ? (edition.siteById.get(place.site) ?? null) : null;
}

/** The row of a provider's region; null where the place is none. */
export function regionOf(edition: Edition, place: Place | undefined | null) {
  if (!place || !('region' in place)) return null;
  return edition.regionByKey.get(regionKey(place.provider, place.region)) ?? null;
}

/** A text by which a place differs from every other. */
export function placeKey(place: Place): string {
  let key = '';
  for (const [part, id] of Object.entries(place)) key += `${part}=${id} `;
  return key;
}
