import type { Factor, Rungs } from '@ml-emissions/model';
import type { Commons } from '../commons.ts';
import { regionKey } from '../commons.ts';
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
 * @returns the factor with its rung; a PUE of 1 where the edition knows no PUE at all
 */
export function choosePue(
  commons: Commons,
  place: { readonly provider: string; readonly region: string } | null,
  year: number | null,
): ChosenPue {
  if (place) {
    const region = published(commons, place.provider, place.region, year);
    if (region) return { ...region, rung: 'region' };
    const provider = published(commons, place.provider, ANY_REGION, year);
    if (provider) return { ...provider, rung: 'provider' };
  }
  const kind = place ? (commons.providerById.get(place.provider)?.siteKind ?? 'cloud') : OWN_SITE;
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
};

function published(
  commons: Commons,
  provider: string,
  region: string,
  year: number | null,
): Omit<ChosenPue, 'rung'> | null {
  const rows = (commons.energyByRegion.get(regionKey(provider, region)) ?? []).filter(
    (row) => row.pue !== null,
  );
  // A row that names the region itself says more than one for a wider place around it.
  const exact = rows.filter((row) => row.region !== '');
  const candidates = exact.length > 0 ? exact : rows;
  // A quarter is one season; a year has all four.
  const yearly = candidates.filter((row) => row.period !== 'latest-quarter');
  const row = newestFor(yearly.length > 0 ? yearly : candidates, year);
  if (!row || row.pue === null) return null;
  const { sourceId, confidence } = row;
  return {
    factor: {
      value: row.pue,
      kind: 'sourced',
      sourceId,
      year: row.year,
      confidence,
      note: [row.location, row.period].filter(Boolean).join(', '),
    },
    quality: row.quality === 'check' ? 'check' : 'ok',
  };
}
