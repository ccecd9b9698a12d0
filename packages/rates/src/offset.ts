import { type Edition, frozen } from '@ml-emissions/data';
import { type OffsetFactor, quoted, type Run } from '@ml-emissions/model';
import { cloudPlace, yearOf } from './place.ts';

/** Nobody has said anything. */
const UNKNOWN_OFFSET: OffsetFactor = frozen({
  fraction: null,
  kind: 'sourced',
  sourceId: null,
  year: null,
  said: null,
});

/**
 * The share of emissions or electricity that is claimed as offset or matched: given > the provider's claim.
 *
 * Source: Lacoste et al. 2019, section 3; `data/provider_claims.csv`. Stands beside, never subtracted.
 */
export function offsetOf(edition: Edition, run: Run): OffsetFactor {
  if (run.offsetFraction !== undefined) {
    return { fraction: run.offsetFraction, kind: 'given', sourceId: null, year: null, said: null };
  }
  const place = cloudPlace(edition, run);
  return place ? claimOf(edition, place.provider, yearOf(run)) : UNKNOWN_OFFSET;
}

/**
 * What a provider claims to offset or match in a year: its newest claim not after the run's year.
 *
 * @param edition the edition
 * @param provider whose claim
 * @param year the run's year, or null for the newest
 * @returns the share, 0..1, with its source; fraction null where nothing is claimed
 */
function claimOf(edition: Edition, provider: string, year: number | null): OffsetFactor {
  let best: Edition['offsetClaims'][number] | undefined;
  for (const claim of edition.offsetClaims) {
    if (claim.provider !== provider || claim.offsetFraction === null) continue;
    const made = claim.year ?? 0;
    if (year !== null && made > year) continue;
    if (!best || made > (best.year ?? 0)) best = claim;
  }
  if (!best) return UNKNOWN_OFFSET;
  return {
    fraction: best.offsetFraction,
    kind: 'sourced',
    sourceId: best.sourceId,
    year: best.year,
    said: best.note ? quoted(best.note) : null,
  };
}
