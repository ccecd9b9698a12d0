import type { Doubt, IntensityFactor } from '@ml-emissions/model';
import type { Commons } from '../commons.ts';
import type { ZoneIntensityRow, ZoneRow } from '../tables/place.ts';

/** What a run says that bears on how sure an intensity is. */
export interface RunTime {
  /** Calendar year; null = now. */
  readonly year: number | null;
  /** Wall-clock, h. */
  readonly hours: number;
}

const HOURS_PER_YEAR = 8760;
/** Up to these hours a run sees one hour, one day or one week of the grid rather than its year. */
const WINDOWS = [
  { name: 'hour', hours: 6 },
  { name: 'day', hours: 84 },
  { name: 'week', hours: HOURS_PER_YEAR },
] as const;

/**
 * Why an intensity is not sure.
 *
 * - sources: the spread between two sources for the same zone and year, or the usual one;
 * - age: the usual change from year to year, times the square root of the years between figure and run;
 * - coarse-place: a country's figure where the grid has several areas;
 * - short-run: how the grid varies over windows as long as the run, fading as the run nears a year.
 *
 * Source of the spreads: `data/defaults.csv` (ids `intensity.*`) and `data/zone_variation.csv`.
 *
 * @param commons the edition
 * @param chosen the figure that was taken
 * @param time the run's year and hours
 * @returns one entry a reason with its geometric standard deviation; reasons that add nothing are left out
 */
export function intensityDoubts(
  commons: Commons,
  chosen: Pick<IntensityFactor, 'year' | 'zone' | 'spatial' | 'scope' | 'sourceId' | 'value'>,
  time: RunTime,
): Doubt[] {
  const zone = chosen.zone ? commons.zoneById.get(chosen.zone) : undefined;
  if (!zone) return [];
  return [
    sourceSpread(commons, chosen, zone),
    age(commons, chosen.year, time.year),
    coarsePlace(commons, chosen.spatial, zone),
    shortRun(commons, zone, time.hours),
  ]
    .filter((doubt): doubt is Doubt => doubt !== null)
    .filter(({ gsd }) => gsd > 1);
}

function defaultGsd(commons: Commons, id: string): number {
  return commons.defaultById.get(id)?.gsd ?? 1;
}

function sourceSpread(
  commons: Commons,
  chosen: Pick<IntensityFactor, 'year' | 'scope' | 'sourceId' | 'value'>,
  zone: ZoneRow,
): Doubt {
  const other = (commons.intensityByZone.get(zone.id) ?? []).find(
    (row: ZoneIntensityRow) =>
      row.year === chosen.year &&
      row.scope === chosen.scope &&
      row.sourceId !== chosen.sourceId &&
      row.carbonIntensityGPerKwh > 0,
  );
  const usual = defaultGsd(commons, 'intensity.source-spread');
  if (!other || chosen.value <= 0) {
    return { cause: 'sources', gsd: usual, note: 'one source for this zone and year' };
  }
  const ratio = Math.abs(Math.log(other.carbonIntensityGPerKwh / chosen.value)) / Math.SQRT2;
  // Two sources that happen to agree are no proof: half of the usual spread stays.
  const gsd = Math.exp(Math.max(ratio, Math.log(usual) / 2));
  return {
    cause: 'sources',
    gsd,
    note: `${other.carbonIntensityGPerKwh} g/kWh by ${other.sourceId}`,
  };
}

function age(commons: Commons, of: number | null, runYear: number | null): Doubt | null {
  if (of === null) return null;
  const years = Math.abs((runYear ?? editionYear(commons)) - of);
  if (years === 0) return null;
  const yearly = Math.log(defaultGsd(commons, 'intensity.year-to-year'));
  return {
    cause: 'age',
    gsd: Math.exp(yearly * Math.sqrt(years)),
    note: `${years} ${years === 1 ? 'year' : 'years'} between figure and run`,
  };
}

/** `2026.1` -> 2026: a run without a year is taken to be of the edition's. */
function editionYear(commons: Commons): number {
  return Number.parseInt(commons.edition.id, 10);
}

function coarsePlace(
  commons: Commons,
  spatial: IntensityFactor['spatial'],
  zone: ZoneRow,
): Doubt | null {
  if (
    spatial === 'aggregate' ||
    (spatial === 'country' && commons.countriesWithAreas.has(zone.id))
  ) {
    return {
      cause: 'coarse-place',
      gsd: defaultGsd(commons, 'intensity.coarse-place'),
      note: `${zone.name} has several grid areas`,
    };
  }
  return null;
}

function shortRun(commons: Commons, zone: ZoneRow, hours: number): Doubt | null {
  const window = WINDOWS.find((one) => hours <= one.hours);
  if (!window) return null;
  const newest = (commons.variationByZone.get(zone.id) ?? [])
    .toSorted((a, b) => b.year - a.year)
    .find((row) => row.scope === 'lifecycle');
  const usual = defaultGsd(commons, `intensity.variation-${window.name}`);
  const known = { hour: newest?.gsdHour, day: newest?.gsdDay, week: newest?.gsdWeek };
  const gsd = known[window.name] ?? usual;
  const fading = Math.sqrt(1 - hours / HOURS_PER_YEAR);
  return {
    cause: 'short-run',
    gsd: Math.exp(Math.log(gsd) * fading),
    note: newest ? `hourly data of ${newest.year}` : 'usual variation of grids',
  };
}
