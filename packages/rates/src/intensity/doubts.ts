import type { Edition } from '@ml-emissions/data';
import { type Doubt, exp, hypot, ln, Z_90 } from '@ml-emissions/model';
import { knownCoefficient } from '../coefficient.ts';
import { defaultGsd } from '../default.ts';
import type { RunTime } from '../place.ts';
import { coarsePlace, otherAreas, severalAreas, spreadOfAreas } from './coarse-place.ts';
import type { Doubtful, SourceFigure } from './doubtful.ts';
import { isJoined, shortRun } from './short-run.ts';

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

/** Where in its level each figure was fitted, g CO2e/kWh; the lowest level is told by its lower end. */
const MIDDLES: readonly (readonly [level: number, middle: number])[] = [
  [0, 30],
  [60, 95],
  [150, 212],
  [300, 387],
  [500, 700],
];

/** The log of the default of a level of intensity, or of the one for all levels where an edition has no others. */
function levelLog(edition: Edition, id: string, gPerKwh: number): number {
  const logAt = (level: number) =>
    ln(edition.defaultById.get(`${id}-${level}`)?.gsd ?? defaultGsd(edition, id));
  if (!isJoined(edition)) return logAt(LEVELS.find((low) => gPerKwh >= low) ?? 0);
  const next = MIDDLES.findIndex(([, middle]) => gPerKwh < middle);
  const above = MIDDLES[next];
  const below = MIDDLES[next - 1];
  if (!above) return logAt(500);
  if (!below) return logAt(0);
  const [[low, from], [high, to]] = [below, above];
  const share = ln(gPerKwh / from) / ln(to / from);
  return logAt(low) * (1 - share) + logAt(high) * share;
}

/** The log of a deviation above a figure that carries its 90 % range to the most that any grid emits; null where nothing does. */
export function mostAbove(edition: Edition, value: number): number | null {
  const most = knownCoefficient(edition, 'intensity.most');
  return most === undefined || !(value > 0) || value >= most ? null : ln(most / value) / Z_90;
}

/** All reasons together: below the figure, and above it no further than any grid goes. */
export function wholeOf(
  edition: Edition,
  value: number,
  doubts: readonly Doubt[],
): { readonly gsd: number; readonly gsdUp: number } {
  const down = logOf(doubts, 'gsd');
  const isLopsided = doubts.some((doubt) => doubt.gsdUp !== undefined);
  const up = isLopsided ? logOf(doubts, 'gsdUp') : down;
  const most = mostAbove(edition, value);
  const gsd = exp(down);
  const whole = most === null ? up : Math.min(up, most);
  return { gsd, gsdUp: whole === down ? gsd : exp(whole) };
}

/** Whether an edition tells agreement and age by level; an older one judges as it did when it was published. */
export const hasLevels = ({ defaultById }: Edition): boolean =>
  defaultById.has('intensity.source-spread-0');

function sourceSpread(edition: Edition, { gPerKwh, others, country, level }: Doubtful): Doubt {
  const usual = levelLog(edition, 'intensity.source-spread', level);
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
  const { gPerKwh: other, sourceId, scope } = farthest;
  const said = { code: 'other-source', gPerKwh: other, sourceId } as const;
  return { cause: 'sources', gsd, said: scope ? { ...said, scope } : said };
}

function age(
  edition: Edition,
  { year, level }: Pick<Doubtful, 'year' | 'level'>,
  runYear: number | null,
): Doubt | null {
  if (year === null) return null;
  const years = Math.abs((runYear ?? editionYear(edition)) - year);
  if (years === 0) return null;
  const yearly = levelLog(edition, 'intensity.year-to-year', level);
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
