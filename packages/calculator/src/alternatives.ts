import { type Commons, choosePue, type Region, regionIntensity } from '@ml-emissions/data';
import {
  type Alternative,
  type Factor,
  type IntensityFactor,
  operationalKgCo2e,
} from '@ml-emissions/model';
import { comparedPlaces, prepareIn } from './elsewhere.ts';
import { ranged, spreadsOf } from './figures.ts';
import type { PreparedRun } from './look-up/look-up.ts';
import { regionOf, yearOf } from './look-up/place.ts';

/** Places are ranked by their year, not by the hours of one run. */
const HOURS_PER_YEAR = 8760;

interface Candidate {
  readonly region: Region;
  readonly pue: Factor;
  readonly intensity: IntensityFactor;
}

interface Ranking {
  /** The lowest intensity x PUE first. */
  readonly all: readonly Candidate[];
  readonly best: Candidate | null;
  readonly bestByProvider: ReadonlyMap<string, Candidate>;
}

const rankings = new WeakMap<Commons, Map<string, Ranking>>();

/** Regions that anybody may use now, by what a kWh of computing emits there. */
function ranking(commons: Commons, year: number | null, usesPue: boolean): Ranking {
  let ofCommons = rankings.get(commons);
  if (!ofCommons) {
    ofCommons = new Map();
    rankings.set(commons, ofCommons);
  }
  const key = `${year ?? 'now'} ${usesPue}`;
  let found = ofCommons.get(key);
  if (!found) {
    found = rank(commons, year, usesPue);
    ofCommons.set(key, found);
  }
  return found;
}

function rank(commons: Commons, year: number | null, usesPue: boolean): Ranking {
  const all: Candidate[] = [];
  for (const region of commons.regions) {
    if (region.status !== 'open' || region.kind !== 'commercial') continue;
    const chosen = regionIntensity(commons, region, { year, hours: HOURS_PER_YEAR });
    // One scope at a time: a direct figure beside lifecycle ones would look cleaner than it is.
    if (!chosen || chosen.factor.scope === 'direct') continue;
    all.push({
      region,
      pue: choosePue(commons, region, year).factor,
      intensity: chosen.factor,
    });
  }
  const gPerItKwh = ({ intensity, pue }: Candidate) => intensity.value * (usesPue ? pue.value : 1);
  all.sort((a, b) => gPerItKwh(a) - gPerItKwh(b));
  const bestByProvider = new Map<string, Candidate>();
  for (const candidate of all) {
    const { provider } = candidate.region;
    if (!bestByProvider.has(provider)) bestByProvider.set(provider, candidate);
  }
  return { all, best: all[0] ?? null, bestByProvider };
}

/** What the same work would emit in a region, by the same method. */
function elsewhere(here: PreparedRun, { region, intensity }: Candidate): Alternative | null {
  const there = prepareIn(here, region);
  if (!there) return null;
  const kg = { here: operationalKgCo2e(here.account), there: operationalKgCo2e(there.account) };
  return {
    provider: region.provider,
    region: region.region,
    name: region.name || region.city,
    carbonIntensityGPerKwh: intensity.value,
    kgCo2e: ranged(kg.there, spreadsOf(there)?.of('operationalKgCo2e')),
    ...(comparedPlaces(here, there, kg) ?? { ratio: null, isLikelyLower: false }),
  };
}

const found = new WeakMap<PreparedRun, ReturnType<typeof alternatives>>();

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
  const known = found.get(prepared);
  if (known) return known;
  const { run, commons, method } = prepared;
  const { best, bestByProvider } = ranking(commons, yearOf(run), method.reads.pue);
  const provider = regionOf(run, commons)?.provider;
  const same = provider === undefined ? undefined : bestByProvider.get(provider);
  const answer = {
    sameProvider: same ? elsewhere(prepared, same) : null,
    anywhere: best ? elsewhere(prepared, best) : null,
  };
  found.set(prepared, answer);
  return answer;
}
