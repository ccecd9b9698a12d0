import type { Edition, Region } from '@ml-emissions/data';
import { type Alternative, operationalKgCo2e } from '@ml-emissions/model';
import { placePue, regionIntensity, yearOf } from '@ml-emissions/rates';
import { comparedPlaces, prepareIn } from '../compare/elsewhere.ts';
import type { PreparedRun } from '../prepare.ts';
import { ranged } from './figures.ts';

/** Places are ranked by their year, not by the hours of one run. */
const HOURS_PER_YEAR = 8760;

interface Ranking {
  readonly best: Region | null;
  readonly bestByProvider: ReadonlyMap<string, Region>;
}

/** Regions that anybody may use now, by what a kWh of computing emits there. */
function ranking(edition: Edition, year: number | null, usesPue: boolean): Ranking {
  return edition.once(`ranking ${year} ${usesPue}`, () => rank(edition, year, usesPue));
}

function rank(edition: Edition, year: number | null, usesPue: boolean): Ranking {
  const all: { readonly region: Region; readonly gPerItKwh: number }[] = [];
  for (const region of edition.regions) {
    if (region.status !== 'open' || region.kind !== 'commercial') continue;
    const chosen = regionIntensity(edition, region, { year, hours: HOURS_PER_YEAR });
    // One scope at a time: a direct figure beside lifecycle ones would look cleaner than it is.
    if (!chosen || chosen.factor.scope === 'direct') continue;
    const pue = usesPue ? placePue(edition, region, year).factor.value : 1;
    all.push({ region, gPerItKwh: chosen.factor.value * pue });
  }
  all.sort((a, b) => a.gPerItKwh - b.gPerItKwh);
  const bestByProvider = new Map<string, Region>();
  for (const { region } of all) {
    if (!bestByProvider.has(region.provider)) bestByProvider.set(region.provider, region);
  }
  return { best: all[0]?.region ?? null, bestByProvider };
}

/** What the same work would emit in a region, by the same method. */
function elsewhere(here: PreparedRun, region: Region): Alternative | null {
  const there = prepareIn(here, region);
  if (!there) return null;
  const { provider, region: code, name, city } = region;
  return {
    provider,
    region: code,
    name: name || city,
    carbonIntensityGPerKwh: there.resolved.carbonIntensity.factor.value,
    kgCo2e: ranged(
      operationalKgCo2e(there.account),
      there.sums?.spread('operationalKgCo2e') ?? null,
    ),
    ...(comparedPlaces(here, there) ?? {
      ratio: null,
      isLikelyLower: false,
      isSameGrid: false,
    }),
  };
}

/**
 * The least emitting region of the same provider, and of all providers, for the same work.
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
  const { best, bestByProvider } = ranking(edition, yearOf(run), usesPue);
  const { place } = run;
  const provider = place && 'provider' in place ? place.provider : undefined;
  const same = provider === undefined ? undefined : bestByProvider.get(provider);
  return {
    sameProvider: same ? elsewhere(prepared, same) : null,
    anywhere: best ? elsewhere(prepared, best) : null,
  };
}
