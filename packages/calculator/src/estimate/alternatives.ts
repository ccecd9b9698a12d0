import { type Edition, type Region, type Rows, regionKey } from '@ml-emissions/data';
import { type Alternative, operationalKgCo2e } from '@ml-emissions/model';
import {
  isOfScope,
  placePue,
  type RunTime,
  regionAtLeast,
  regionFigure,
  runTime,
} from '@ml-emissions/rates';
import { comparedPlaces, prepareIn } from '../compare/elsewhere.ts';
import type { PreparedRun } from '../prepare.ts';
import { quantityOf, ranged } from './figures.ts';
import { MOST_TIMES, placeGroup, type RankedRegion } from './place-group.ts';

type PlaceTime = Pick<RunTime, 'year' | 'scope'>;

/** A region by its names, and what a kWh of computing emits there: plain data, which a build can keep. */
export interface RankedPlace {
  readonly provider: string;
  readonly region: string;
  readonly gPerItKwh: number;
}

/** What decides a ranking beside the edition. */
interface Ranking extends PlaceTime {
  readonly usesPue: boolean;
  /** Whose; null for all. */
  readonly provider: string | null;
}

/** What is asked mostly: a run of now, wherever it may go. */
const NOW: Ranking = { year: null, scope: 'lifecycle', usesPue: true, provider: null };

/** The ranking that is asked mostly, for a build to keep. */
export const rankedNow = (edition: Edition): readonly RankedPlace[] => rankedPlaces(edition, NOW);

/** Puts what a build kept in the place of what would be worked out. */
export function keepRanked(edition: Edition, places: readonly RankedPlace[]): void {
  edition.once(keyOf(NOW), () => places);
}

const keyOf = ({ year, scope, usesPue, provider }: Ranking) =>
  `ranking ${year} ${scope} ${usesPue} ${provider}`;

const rankedPlaces = (edition: Edition, asked: Ranking): readonly RankedPlace[] =>
  edition.once(keyOf(asked), () => rank(edition, asked));

/**
 * Regions that anybody may use now, by what a kWh of computing emits there, the lowest first; those that emit too much to
 * stand beside it are left out.
 */
function ranking(edition: Edition, asked: Ranking): readonly RankedRegion[] {
  return edition.once(`regions by ${keyOf(asked)}`, () =>
    rankedPlaces(edition, asked).flatMap(({ provider, region: code, gPerItKwh }) => {
      const region = edition.regionByKey.get(regionKey(provider, code));
      return region ? [{ region, gPerItKwh }] : [];
    }),
  );
}

function rank(edition: Edition, { year, scope, usesPue, provider }: Ranking): RankedPlace[] {
  const { regions } = edition.rows;
  const rows = provider === null ? regions : regions.of(provider);
  const found: (RankedRegion & { readonly index: number })[] = [];
  let lowest = Number.POSITIVE_INFINITY;
  // No PUE is below 1, so that no region emits less than its grid does at least.
  for (const { index, atLeast } of quickly(edition, rows, { year, scope }, provider)) {
    if (atLeast > MOST_TIMES * lowest) break;
    const region = rows.at(index);
    const grid = regionFigure(edition, region, { year, scope });
    // One scope at a time: a direct figure beside lifecycle ones would look cleaner than it is.
    if (!grid || !isOfScope(grid, scope)) continue;
    const pue = usesPue ? placePue(edition, region, year).factor.value : 1;
    const gPerItKwh = grid.value * pue;
    lowest = Math.min(lowest, gPerItKwh);
    found.push({ region, gPerItKwh, index });
  }
  return found
    .filter(({ gPerItKwh }) => gPerItKwh <= MOST_TIMES * lowest)
    .sort((a, b) => a.gPerItKwh - b.gPerItKwh || a.index - b.index)
    .map(({ region: { provider: whose, region }, gPerItKwh }) => ({
      provider: whose,
      region,
      gPerItKwh,
    }));
}

/** Where in the rows the regions stand that anybody may use, by what their grids emit at least. */
function quickly(
  edition: Edition,
  { length, peek }: Rows<Region>,
  time: PlaceTime,
  of: string | null,
): { readonly index: number; readonly atLeast: number }[] {
  const all: { readonly index: number; readonly atLeast: number }[] = [];
  for (let index = 0; index < length; index += 1) {
    const region = peek(index);
    const { status, kind, provider } = region;
    if (status !== 'open' || kind !== 'commercial' || (of !== null && provider !== of)) continue;
    all.push({ index, atLeast: regionAtLeast(edition, region, time) });
  }
  return all.sort((a, b) => a.atLeast - b.atLeast);
}

/** What the same work would emit in the lowest of some regions, by the same method. */
function elsewhere(
  here: PreparedRun,
  ranked: readonly RankedRegion[],
  usesPue: boolean,
): Alternative | null {
  const region = ranked[0]?.region;
  if (!region) return null;
  const there = prepareIn(here, region);
  if (!there) return null;
  const { provider, region: code, name, city } = region;
  const kgCo2e = operationalKgCo2e(there.account);
  return {
    provider,
    region: code,
    name: name || city,
    carbonIntensityGPerKwh: there.resolved.carbonIntensity.factor.value,
    water: { onSiteL: quantityOf(there, 'onSiteL'), offSiteL: quantityOf(there, 'offSiteL') },
    kgCo2e: ranged(kgCo2e, there.sums?.spread('operationalKgCo2e') ?? null),
    ...(comparedPlaces(here, there) ?? {
      ratio: null,
      isLikelyLower: false,
      isSameGrid: false,
    }),
    notToldApart: here.method.hasRange ? placeGroup(here, ranked, kgCo2e, usesPue) : null,
  };
}

/**
 * The least emitting region of the same provider, and of all providers, for the same work, each with those that it is
 * not told apart from.
 * Regions that are closed to the public, or not open yet, are left out.
 *
 * @param prepared the run with its factors
 * @param isAnywhere whether those of the same provider are not asked for
 * @returns null where there is no such region (private machines have no provider)
 */
export function alternatives(
  prepared: PreparedRun,
  isAnywhere: boolean,
): {
  sameProvider: Alternative | null;
  anywhere: Alternative | null;
} {
  const { run, edition, method } = prepared;
  const usesPue = method.ladders.pue.length > 0;
  const { year, scope } = runTime(run);
  const { place } = run;
  const whose = place && 'provider' in place ? place.provider : undefined;
  const ranked = (provider: string | null) => ranking(edition, { year, scope, usesPue, provider });
  const same = whose === undefined || isAnywhere ? [] : ranked(whose);
  return {
    sameProvider: elsewhere(prepared, same, usesPue),
    anywhere: elsewhere(prepared, ranked(null), usesPue),
  };
}
