import type { Edition } from '@ml-emissions/data';
import { type Alternative, operationalKgCo2e } from '@ml-emissions/model';
import { isOfScope, placePue, type RunTime, regionFigure, runTime } from '@ml-emissions/rates';
import { comparedPlaces, prepareIn } from '../compare/elsewhere.ts';
import type { PreparedRun } from '../prepare.ts';
import { quantityOf, ranged } from './figures.ts';
import { placeGroup, type RankedRegion } from './place-group.ts';

type PlaceTime = Pick<RunTime, 'year' | 'scope'>;

interface Ranking {
  readonly all: readonly RankedRegion[];
  readonly byProvider: ReadonlyMap<string, readonly RankedRegion[]>;
}

/** Regions that anybody may use now, by what a kWh of computing emits there. */
function ranking(edition: Edition, time: PlaceTime, usesPue: boolean): Ranking {
  const { year, scope } = time;
  return edition.once(`ranking ${year} ${scope} ${usesPue}`, () => rank(edition, time, usesPue));
}

function rank(edition: Edition, { year, scope }: PlaceTime, usesPue: boolean): Ranking {
  const all: RankedRegion[] = [];
  for (const region of edition.regions) {
    if (region.status !== 'open' || region.kind !== 'commercial') continue;
    const grid = regionFigure(edition, region, { year, scope });
    // One scope at a time: a direct figure beside lifecycle ones would look cleaner than it is.
    if (!grid || !isOfScope(grid, scope)) continue;
    const pue = usesPue ? placePue(edition, region, year).factor.value : 1;
    all.push({ region, gPerItKwh: grid.value * pue });
  }
  all.sort((a, b) => a.gPerItKwh - b.gPerItKwh);
  const byProvider = new Map<string, RankedRegion[]>();
  for (const one of all) {
    const own = byProvider.get(one.region.provider);
    if (own) own.push(one);
    else byProvider.set(one.region.provider, [one]);
  }
  return { all, byProvider };
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
 * @returns null where there is no such region (private machines have no provider)
 */
export function alternatives(prepared: PreparedRun): {
  sameProvider: Alternative | null;
  anywhere: Alternative | null;
} {
  const { run, edition, method } = prepared;
  const usesPue = method.ladders.pue.length > 0;
  const { all, byProvider } = ranking(edition, runTime(run), usesPue);
  const { place } = run;
  const provider = place && 'provider' in place ? place.provider : undefined;
  const same = provider === undefined ? [] : (byProvider.get(provider) ?? []);
  return {
    sameProvider: elsewhere(prepared, same, usesPue),
    anywhere: elsewhere(prepared, all, usesPue),
  };
}
