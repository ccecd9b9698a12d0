import type { Factor, Rungs, SiteKind } from '@ml-emissions/model';
import type { Commons } from '../commons.ts';
import { regionKey } from '../commons.ts';
import type { RegionEnergyRow } from '../tables/place.ts';
import { newestFor } from './newest.ts';

/** A PUE with the rung of the ladder that it came from. */
export interface ChosenPue {
  readonly factor: Factor;
  readonly rung: Rungs['pue'];
  /** Whether its row is marked as doubtful. */
  readonly quality: 'ok' | 'check';
}

/** A site that is none of a provider's: the user's own machines. */
const OWN_SITE = 'own-cluster';
/** The region of rows that speak for a whole provider. */
const ANY_REGION = '';

/**
 * The PUE of a place: this region's > this provider's > the usual one for the kind of site.
 *
 * @param commons the edition
 * @param place a provider's region, or null for anybody's own machines
 * @param year the run's year, or null for the newest
 * @param site the kind of site, where the user says it; by default that of the provider, or an own cluster
 * @returns the factor with its rung; a PUE of 1 where the edition knows no PUE at all
 */
export function choosePue(
  commons: Commons,
  place: { readonly provider: string; readonly region: string } | null,
  year: number | null,
  site: SiteKind | null = null,
): ChosenPue {
  let known = chosen.get(commons);
  if (!known) {
    known = new Map();
    chosen.set(commons, known);
  }
  const key = `${place ? regionKey(place.provider, place.region) : ''} ${year} ${site}`;
  let found = known.get(key);
  if (!found) {
    found = choose(commons, place, year, site);
    known.set(key, found);
  }
  return found;
}

// A platform asks for the same few places a million times.
const chosen = new WeakMap<Commons, Map<string, ChosenPue>>();

function choose(
  commons: Commons,
  place: { readonly provider: string; readonly region: string } | null,
  year: number | null,
  site: SiteKind | null,
): ChosenPue {
  if (place) {
    const region = published(commons, place.provider, place.region, year);
    if (region) return { ...spread(commons, region, 'region'), rung: 'region' };
    const provider = published(commons, place.provider, ANY_REGION, year);
    if (provider) return { ...spread(commons, provider, 'provider'), rung: 'provider' };
  }
  const ofPlace = place && (commons.providerById.get(place.provider)?.siteKind ?? 'cloud');
  const kind = site ?? ofPlace ?? OWN_SITE;
  const usual = commons.defaultById.get(`pue.${kind}`);
  if (!usual) return { factor: notCounted, rung: 'none', quality: 'ok' };
  return {
    factor: {
      value: usual.value,
      kind: 'sourced',
      sourceId: usual.sourceIds[0] ?? null,
      year: null,
      confidence: 'derived',
      note: `usual for ${kind}`,
      gsd: usual.gsd,
      spreadOf: 'excess',
      key: usual.id,
    },
    rung: 'site',
    quality: 'ok',
  };
}

const notCounted: Factor = {
  value: 1,
  kind: 'modeled',
  sourceId: null,
  year: null,
  confidence: null,
  note: 'this edition has no PUE',
  gsd: 1,
  spreadOf: 'excess',
  key: 'pue.none',
};

/** How far a published PUE is off for one run: of another building, season or year. */
function spread(
  commons: Commons,
  chosen: Omit<ChosenPue, 'rung'>,
  level: 'region' | 'provider',
): Omit<ChosenPue, 'rung'> {
  const gsd = commons.defaultById.get(`pue.published-${level}`)?.gsd ?? null;
  return { ...chosen, factor: { ...chosen.factor, gsd } };
}

/** The newest full year's PUE; where a place has several buildings or zones, their mean. */
function published(
  commons: Commons,
  provider: string,
  region: string,
  year: number | null,
): Omit<ChosenPue, 'rung'> | null {
  const rows = (commons.energyByRegion.get(regionKey(provider, region)) ?? []).filter(hasPue);
  // A quarter is one season; a year has all four.
  const yearly = rows.filter((row) => row.period !== 'latest-quarter');
  const candidates = yearly.length > 0 ? yearly : rows;
  const newest = newestFor(candidates, year);
  if (!newest) return null;
  const same = candidates.filter((row) => row.year === newest.year && row.level === newest.level);
  const values = same.map(({ pue }) => pue);
  const isMean = same.length > 1;
  const places = isMean
    ? `mean of ${same.length} sites, ${Math.min(...values)} to ${Math.max(...values)}`
    : newest.location;
  return {
    factor: {
      value: values.reduce((sum, pue) => sum + pue, 0) / values.length,
      kind: 'sourced',
      sourceId: newest.sourceId,
      year: newest.year,
      confidence: isMean ? 'derived' : newest.confidence,
      note: [places, newest.period.replaceAll('-', ' ')].filter(Boolean).join(', '),
      gsd: null,
      spreadOf: 'excess',
      key: `pue:${provider}/${region}`,
    },
    quality: same.some(({ quality }) => quality === 'check') ? 'check' : 'ok',
  };
}

type WithPue = RegionEnergyRow & { readonly pue: number };

function hasPue(row: RegionEnergyRow): row is WithPue {
  return row.pue !== null;
}
