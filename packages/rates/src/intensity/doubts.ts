import type { Edition, ZoneIntensityRow, ZoneRow } from '@ml-emissions/data';
import type { Doubt, IntensityFactor, Said } from '@ml-emissions/model';
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
 * @param edition the edition
 * @param chosen the figure that was taken
 * @param time the run's year and hours
 * @returns one entry a reason with its geometric standard deviation; reasons that add nothing are left out
 */
export function intensityDoubts(
  edition: Edition,
  chosen: Pick<IntensityFactor, 'year' | 'zone' | 'spatial' | 'scope' | 'sourceId' | 'value'>,
  time: RunTime,
): Doubt[] {
  const zone = chosen.zone ? edition.zoneById.get(chosen.zone) : undefined;
  if (!zone) return [];
  return [
    sourceSpread(edition, chosen, zone),
    age(edition, chosen.year, time.year),
    coarsePlace(edition, chosen.spatial, zone),
    shortRun(edition, zone, time.hours),
  ]
    .filter((doubt): doubt is Doubt => doubt !== null)
    .filter(({ gsd }) => gsd > 1);
}

function sourceSpread(
  edition: Edition,
  chosen: Pick<IntensityFactor, 'year' | 'scope' | 'sourceId' | 'value'>,
  zone: ZoneRow,
): Doubt {
  const other = (edition.intensityByZone.get(zone.id) ?? []).find(
    (row: ZoneIntensityRow) =>
      row.year === chosen.year &&
      row.scope === chosen.scope &&
      row.sourceId !== chosen.sourceId &&
      row.carbonIntensityGPerKwh > 0,
  );
  const usual = defaultGsd(edition, 'intensity.source-spread');
  if (!other || chosen.value <= 0) {
    return { cause: 'sources', gsd: usual, said: { code: 'one-source' } };
  }
  const ratio = Math.abs(Math.log(other.carbonIntensityGPerKwh / chosen.value)) / Math.SQRT2;
  // Two sources that happen to agree are no proof: half of the usual spread stays.
  const gsd = Math.exp(Math.max(ratio, Math.log(usual) / 2));
  return {
    cause: 'sources',
    gsd,
    said: {
      code: 'other-source',
      gPerKwh: other.carbonIntensityGPerKwh,
      sourceId: other.sourceId,
    },
  };
}

function age(edition: Edition, of: number | null, runYear: number | null): Doubt | null {
  if (of === null) return null;
  const years = Math.abs((runYear ?? editionYear(edition)) - of);
  if (years === 0) return null;
  const yearly = Math.log(defaultGsd(edition, 'intensity.year-to-year'));
  return {
    cause: 'age',
    gsd: Math.exp(yearly * Math.sqrt(years)),
    said: { code: 'years-between', years },
  };
}

/** `2026.1` -> 2026: a run without a year is taken to be of the edition's. */
function editionYear(edition: Edition): number {
  return Number.parseInt(edition.id, 10);
}

function coarsePlace(
  edition: Edition,
  spatial: IntensityFactor['spatial'],
  zone: ZoneRow,
): Doubt | null {
  if (
    spatial === 'aggregate' ||
    (spatial === 'country' && edition.countriesWithAreas.has(zone.id))
  ) {
    return {
      cause: 'coarse-place',
      gsd: defaultGsd(edition, 'intensity.coarse-place'),
      said: { code: 'several-areas', zone: zone.name },
    };
  }
  return null;
}

function shortRun(edition: Edition, zone: ZoneRow, hours: number): Doubt | null {
  const name = windowOf(hours);
  if (!name) return null;
  const { gsd, said } = variationOf(edition, zone)[name];
  return { cause: 'short-run', gsd: fadedGsd(gsd, hours), said };
}

/** The window whose variation a run of so many hours sees; null from a year on. */
export function windowOf(hours: number): Window | null {
  return WINDOWS.find((one) => hours <= one.hours)?.name ?? null;
}

/** The variation of a window as it counts for a run: it fades as the run nears a year. */
export function fadedGsd(gsd: number, hours: number): number {
  return Math.exp(Math.log(gsd) * Math.sqrt(1 - hours / HOURS_PER_YEAR));
}

/** How a grid varies over each window: its newest hourly data, else as grids usually do. */
export function variationOf(
  edition: Edition,
  zone: ZoneRow,
): Readonly<Record<Window, { readonly gsd: number; readonly said: Said }>> {
  const newest = (edition.variationByZone.get(zone.id) ?? [])
    .toSorted((a, b) => b.year - a.year)
    .find((row) => row.scope === 'lifecycle');
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
