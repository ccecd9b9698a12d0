import type { Edition, ZoneRow } from '@ml-emissions/data';
import {
  type Doubt,
  type GridScope,
  type IntensityFactor,
  type Said,
  Z_90,
} from '@ml-emissions/model';
import { defaultGsd } from '../default.ts';
import type { RunTime } from '../place.ts';
import { type AreaSpread, areaSpread, withinAreas } from './areas.ts';
import { ownFigure } from './best.ts';

const HOURS_PER_YEAR = 8760;
/** Up to these hours a run sees one hour, one day or one week of the grid rather than its year. */
const WINDOWS = [
  { name: 'hour', hours: 6 },
  { name: 'day', hours: 84 },
  { name: 'week', hours: HOURS_PER_YEAR },
] as const;
/** A window over which a grid's variation is known. */
export type Window = (typeof WINDOWS)[number]['name'];

/** Lower ends of the levels of intensity for which agreement and age are known, g CO2e/kWh. */
const LEVELS = [500, 300, 150, 60, 0] as const;

/** A figure of another source for the same place, year and scope. */
export interface SourceFigure {
  readonly gPerKwh: number;
  readonly sourceId: string;
  /** Whether it comes from somebody else; two tables of one publisher are no second witness. */
  readonly isIndependent: boolean;
}

/** Two sources that disagree about the country which a finer place lies in. */
export interface CountryFigures {
  readonly zone: string;
  readonly gPerKwh: number;
  readonly other: SourceFigure;
}

/** A figure that was taken, with what bears on how sure it is. */
export interface Doubtful
  extends Pick<
    IntensityFactor,
    'year' | 'zone' | 'spatial' | 'scope' | 'basis' | 'sourceId' | 'value'
  > {
  /** What the others are held against: as published, in direct scope brought over to it. */
  readonly gPerKwh: number;
  /** Of its being brought over to another scope; null where it was not. */
  readonly scopeDoubt: Doubt | null;
  readonly others: readonly SourceFigure[];
  readonly country: CountryFigures | null;
  /** Other grid areas that the place may draw from. */
  readonly candidates: readonly ZoneRow[];
}

/**
 * Why an intensity is not sure.
 *
 * - scope: brought over from the other one;
 * - sources: as far as any other source for the same place, year and scope, or the usual for its level; a finer place
 *   with one source at least as far as sources for its country;
 * - age: the usual change from year to year at its level, times the square root of the years between figure and run;
 * - coarse-place: a country's figure where the grid has several areas, or a place that may draw from other areas;
 * - short-run: how the grid varies over windows as long as the run, fading as the run nears a year.
 *
 * Source of the spreads: `data/defaults.csv` (ids `intensity.*`), `data/zones.csv` and `data/zone_variation.csv`.
 *
 * @param edition the edition
 * @param chosen the figure that was taken
 * @param time the run's year, hours and scope
 * @param lasting those that do not depend on its hours, where they were found before
 * @returns one entry a reason with its geometric standard deviation; reasons that add nothing are left out
 */
export function intensityDoubts(
  edition: Edition,
  chosen: Doubtful,
  time: RunTime,
  lasting: readonly Doubt[] = lastingDoubts(edition, chosen, time),
): Doubt[] {
  const zone = chosen.zone ? edition.zoneById.get(chosen.zone) : undefined;
  if (!zone) return [...lasting];
  const short = shortRun(edition, zone, time);
  const doubts = short && isDoubt(short) ? [...lasting, short] : [...lasting];
  const areas = spreadOfAreas(edition, chosen, time);
  if (!areas) return doubts;
  const several = severalAreas(zone, areas, logOf(doubts, 'gsd'));
  return several ? [...doubts, several] : doubts;
}

/** Those of the reasons that are the same for a run of any length; they are found once for a place and year. */
export function lastingDoubts(
  edition: Edition,
  chosen: Doubtful,
  time: Pick<RunTime, 'year' | 'scope'>,
): Doubt[] {
  const { scopeDoubt } = chosen;
  const zone = chosen.zone ? edition.zoneById.get(chosen.zone) : undefined;
  if (!zone) return scopeDoubt ? [scopeDoubt] : [];
  return [
    scopeDoubt,
    sourceSpread(edition, chosen),
    age(edition, chosen, time.year),
    coarsePlace(edition, chosen, zone),
    otherAreas(edition, chosen, time),
  ].filter((doubt): doubt is Doubt => doubt !== null && isDoubt(doubt));
}

/** Whether a reason adds anything. */
const isDoubt = ({ gsd, gsdUp = 1 }: Doubt): boolean => gsd > 1 || gsdUp > 1;

/** The default of a level of intensity, or the one for all levels where an edition has no others. */
function levelGsd(edition: Edition, id: string, gPerKwh: number): number {
  const level = LEVELS.find((low) => gPerKwh >= low) ?? 0;
  const own = edition.defaultById.get(`${id}-${level}`);
  return own?.gsd ?? defaultGsd(edition, id);
}

/** Whether an edition tells agreement and age by level; an older one judges as it did when it was published. */
export const hasLevels = ({ defaultById }: Edition): boolean =>
  defaultById.has('intensity.source-spread-0');

function sourceSpread(edition: Edition, { gPerKwh, others, country, value }: Doubtful): Doubt {
  const usual = Math.log(levelGsd(edition, 'intensity.source-spread', value));
  const apart = (one: number, other: number) => Math.abs(Math.log(other / one)) / Math.SQRT2;
  const known = gPerKwh > 0 ? others.filter((other) => other.gPerKwh > 0) : [];
  const farthest = known.reduce<SourceFigure | null>(
    (far, one) => (far && apart(gPerKwh, far.gPerKwh) >= apart(gPerKwh, one.gPerKwh) ? far : one),
    null,
  );
  // Two sources that happen to agree are no proof: half of the usual spread stays.
  const isSecond = known.some(({ isIndependent }) => isIndependent);
  const least = isSecond ? usual / 2 : usual;
  const log = farthest ? apart(gPerKwh, farthest.gPerKwh) : 0;
  const ofCountry = country && !isSecond ? apart(country.gPerKwh, country.other.gPerKwh) : 0;
  const gsd = Math.exp(Math.max(least, log, ofCountry));
  if (country && ofCountry > Math.max(least, log)) {
    const { zone, other } = country;
    return {
      cause: 'sources',
      gsd,
      said: {
        code: 'country-sources',
        zone,
        gPerKwh: country.gPerKwh,
        otherGPerKwh: other.gPerKwh,
        sourceId: other.sourceId,
      },
    };
  }
  if (!farthest) return { cause: 'sources', gsd, said: { code: 'one-source' } };
  const { gPerKwh: other, sourceId } = farthest;
  return { cause: 'sources', gsd, said: { code: 'other-source', gPerKwh: other, sourceId } };
}

function age(
  edition: Edition,
  { year, value }: Pick<Doubtful, 'year' | 'value'>,
  runYear: number | null,
): Doubt | null {
  if (year === null) return null;
  const years = Math.abs((runYear ?? editionYear(edition)) - year);
  if (years === 0) return null;
  const yearly = Math.log(levelGsd(edition, 'intensity.year-to-year', value));
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

/**
 * How the areas of the country that a figure is of lie around it; null where it is of no country with areas.
 *
 * @param edition the edition
 * @param chosen the figure
 * @param time the run's year (null = now) and scope
 */
export function spreadOfAreas(
  edition: Edition,
  { zone: id, spatial, value }: Pick<Doubtful, 'zone' | 'spatial' | 'value'>,
  { year, scope }: Pick<RunTime, 'year' | 'scope'>,
): AreaSpread | null {
  const zone = id ? edition.zoneById.get(id) : undefined;
  return zone && spatial === 'country' ? areaSpread(edition, zone, value, year, scope) : null;
}

function severalAreas(zone: ZoneRow, areas: AreaSpread, others: number): Doubt | null {
  const [down, up] = withinAreas(others, areas);
  // What the areas add to the other reasons, so that all of them together make the whole.
  const added = (whole: number) => Math.exp(Math.sqrt(Math.max(0, whole ** 2 - others ** 2)));
  const [gsd, gsdUp] = [added(down), added(up)];
  if (gsd <= 1 && gsdUp <= 1) return null;
  const said = { code: 'several-areas', zone: zone.name } as const;
  return { cause: 'coarse-place', gsd, ...(gsd === gsdUp ? {} : { gsdUp }), said };
}

/** As far as the other grid areas which the place may draw from. */
function otherAreas(
  edition: Edition,
  { candidates, value }: Pick<Doubtful, 'candidates' | 'value'>,
  { year, scope }: Pick<RunTime, 'year' | 'scope'>,
): Doubt | null {
  const figures = candidates.flatMap((zone) => ownFigure(edition, zone, year, scope) ?? []);
  if (figures.length === 0 || !(value > 0)) return null;
  const low = Math.min(value, ...figures);
  const high = Math.max(value, ...figures);
  const zones = candidates.map(({ name }) => name);
  return {
    cause: 'coarse-place',
    gsd: Math.exp(Math.log(value / low) / Z_90),
    gsdUp: Math.exp(Math.log(high / value) / Z_90),
    said: { code: 'perhaps-on', zones, lowGPerKwh: low, highGPerKwh: high },
  };
}

/**
 * The log of the geometric standard deviation for several reasons together, below or above the figure.
 *
 * @param doubts the reasons
 * @param side `gsd` below, `gsdUp` above
 */
export function logOf(doubts: readonly Doubt[], side: 'gsd' | 'gsdUp'): number {
  return Math.hypot(...doubts.map((doubt) => Math.log(doubt[side] ?? doubt.gsd)));
}

function coarsePlace(
  edition: Edition,
  { spatial, basis }: Pick<Doubtful, 'spatial' | 'basis'>,
  zone: ZoneRow,
): Doubt | null {
  // What a state makes is not what it uses, and its grids reach beyond it.
  if (spatial === 'state' && basis === 'production') {
    const gsd = defaultGsd(edition, 'intensity.state-production');
    return { cause: 'coarse-place', gsd, said: { code: 'state-production', zone: zone.name } };
  }
  // An edition that tells how the areas of countries lie does not need the usual spread for them.
  const isCoarse =
    spatial === 'country' && edition.countriesWithAreas.has(zone.id) && !tellsAreas(edition);
  if (spatial !== 'aggregate' && !isCoarse) return null;
  return {
    cause: 'coarse-place',
    gsd: defaultGsd(edition, 'intensity.coarse-place'),
    said: { code: 'several-areas', zone: zone.name },
  };
}

const tellsAreas = (edition: Edition): boolean =>
  edition.once('tells areas', () =>
    edition.zones.some(({ areaGsd }) => (areaGsd ?? null) !== null),
  );

function shortRun(edition: Edition, zone: ZoneRow, { hours, scope }: RunTime): Doubt | null {
  const name = windowOf(hours);
  if (!name) return null;
  const { gsd, said } = variationOf(edition, zone, scope)[name];
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
