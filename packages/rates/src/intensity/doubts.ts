import type { Edition } from '@ml-emissions/data';
import { type Doubt, exp, hypot, ln } from '@ml-emissions/model';
import { defaultGsd } from '../default.ts';
import type { RunTime } from '../place.ts';
import { coarsePlace, otherAreas, severalAreas, spreadOfAreas } from './coarse-place.ts';
import type { Doubtful, SourceFigure } from './doubtful.ts';
import { shortRun } from './short-run.ts';

/** Lower ends of the levels of intensity for which agreement and age are known, g CO2e/kWh. */
const LEVELS = [500, 300, 150, 60, 0] as const;

/**
 * Why an intensity is not sure.
 *
 * - scope: brought over from the other one;
 * - sources: as far as any other source for the same place, year and scope, or the usual for its level; a finer place
 *   with one source at least as far as sources for its country;
 * - age: the usual change from year to year at its level, times the square root of the years between figure and run;
 * - coarse-place: a figure of a country with several areas or of several countries, or a place that may draw from other
 *   areas;
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
  const usual = ln(levelGsd(edition, 'intensity.source-spread', value));
  const apart = ({ ratio }: SourceFigure) => Math.abs(ln(ratio)) / Math.SQRT2;
  const known = gPerKwh > 0 ? others.filter((other) => other.gPerKwh > 0) : [];
  const farthest = known.reduce<SourceFigure | null>(
    (far, one) => (far && apart(far) >= apart(one) ? far : one),
    null,
  );
  // Two sources that happen to agree are no proof: half of the usual spread stays.
  const isSecond = known.some(({ isIndependent }) => isIndependent);
  const least = isSecond ? usual / 2 : usual;
  const log = farthest ? apart(farthest) : 0;
  const ofCountry = country && !isSecond ? apart(country.other) : 0;
  const gsd = exp(Math.max(least, log, ofCountry));
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
  const yearly = ln(levelGsd(edition, 'intensity.year-to-year', value));
  return {
    cause: 'age',
    gsd: exp(yearly * Math.sqrt(years)),
    said: { code: 'years-between', years },
  };
}

/** `2026.1` -> 2026: a run without a year is taken to be of the edition's. */
function editionYear(edition: Edition): number {
  return Number.parseInt(edition.id, 10);
}

/**
 * The log of the geometric standard deviation for several reasons together, below or above the figure.
 *
 * @param doubts the reasons
 * @param side `gsd` below, `gsdUp` above
 */
export function logOf(doubts: readonly Doubt[], side: 'gsd' | 'gsdUp'): number {
  return hypot(...doubts.map((doubt) => ln(doubt[side] ?? doubt.gsd)));
}
