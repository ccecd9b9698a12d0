import type { Edition, Region } from '@ml-emissions/data';
import {
  expanded,
  type GroupSummary,
  listed,
  operationalKgCo2e,
  type PlaceGroup,
  product,
  type Sum,
} from '@ml-emissions/model';
import { placePue, type RunTime, regionSpread, runTime } from '@ml-emissions/rates';
import { comparedPlaces, prepareIn } from '../compare/elsewhere.ts';
import { lowestGroup } from '../compare/told-apart.ts';
import type { PreparedRun } from '../prepare.ts';

/** A region, and what a kWh of computing emits there. */
export interface RankedRegion {
  readonly region: Region;
  readonly gPerItKwh: number;
}

/** No two grids are so unsure that a figure so many times the lowest could be as low. */
export const MOST_TIMES = 12;

/**
 * The places that are not told apart from the lowest of them. Two places of one run differ in PUE and grid alone.
 *
 * @param here the run where it is
 * @param ranked regions, the lowest first, none of which emits more than `MOST_TIMES` as much: one list for each
 *   edition, year, scope, provider and way of counting PUE
 * @param kgLowest what the run would emit in the lowest, kg CO2e
 * @param usesPue whether the method counts one
 * @returns null where there is no region, or the range of the lowest is not known
 * Source: docs/method.md, section 7.
 */
export function placeGroup(
  here: PreparedRun,
  ranked: readonly RankedRegion[],
  kgLowest: number,
  usesPue: boolean,
): PlaceGroup | null {
  const { edition, run } = here;
  // A short run sees less of a year.
  const time = runTime(run);
  const [lowest] = ranked;
  if (!lowest || !(lowest.gPerItKwh > 0)) return null;
  const group = lowestOf(edition, ranked, time, usesPue);
  if (group.length === 0) return null;
  const places = group.map(({ region: { provider, region, name, city }, gPerItKwh }) => ({
    provider,
    region,
    name: name || city,
    city: city || name,
    kgCo2e: (kgLowest * gPerItKwh) / lowest.gPerItKwh,
  }));
  return {
    places,
    cities: [...new Set(places.map(({ city }) => city))],
    providers: new Set(places.map(({ provider }) => provider)).size,
    kgCo2e: { low: kgLowest, high: places.at(-1)?.kgCo2e ?? kgLowest },
    lower: summaryOf(
      places.filter(({ kgCo2e }, index) => {
        const region = group[index]?.region;
        return region !== undefined && isLower(here, region, kgCo2e, time);
      }),
    ),
  };
}

/** Of each ranking the group that was asked for last: whoever changes chips or counts keeps the hours. */
const LAST = new WeakMap<
  readonly RankedRegion[],
  { readonly hours: number; readonly group: readonly RankedRegion[] }
>();

/** Which places are not told apart follows from the ranking and the hours, whatever runs there. */
function lowestOf(
  edition: Edition,
  ranked: readonly RankedRegion[],
  time: RunTime,
  usesPue: boolean,
): readonly RankedRegion[] {
  const { hours } = time;
  const last = LAST.get(ranked);
  if (last?.hours === hours) return last.group;
  const group = lowestGroup(ranked, ({ region }) => sumAt(edition, region, time, usesPue));
  LAST.set(ranked, { hours, group });
  return group;
}

/** Whether a place may be called lower: by its middle figure, and on the run's own grid by the range of its PUE too. */
function isLower(here: PreparedRun, region: Region, kgThere: number, time: RunTime): boolean {
  if (!(kgThere < operationalKgCo2e(here.account))) return false;
  const grid = regionSpread(here.edition, region, time);
  if (grid?.key !== here.resolved.carbonIntensity.factor.key) return true;
  const there = prepareIn(here, region);
  return there !== null && comparedPlaces(here, there)?.isLikelyLower === true;
}

function summaryOf(places: PlaceGroup['places']): GroupSummary | null {
  const [first] = places;
  return first
    ? {
        names: places.map(({ name }) => name),
        cities: [...new Set(places.map(({ city }) => city))],
        providers: new Set(places.map(({ provider }) => provider)).size,
        kgCo2e: { low: first.kgCo2e, high: places.at(-1)?.kgCo2e ?? first.kgCo2e },
      }
    : null;
}

function sumAt(edition: Edition, region: Region, time: RunTime, usesPue: boolean): Sum {
  const grid = regionSpread(edition, region, time);
  if (!grid) return null;
  const intensity = expanded(listed('carbon-intensity', 'g CO2e/kWh', grid));
  if (!usesPue) return intensity;
  const pue = placePue(edition, region, time.year).factor;
  return product(expanded(listed('pue', '1', pue)), intensity);
}
