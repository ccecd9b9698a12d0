import type { OffsetFactor } from '@ml-emissions/model';
import type { Commons } from '../commons.ts';

/** Nobody has said anything. */
export const UNKNOWN_OFFSET: OffsetFactor = {
  fraction: null,
  kind: 'sourced',
  sourceId: null,
  year: null,
  note: '',
};

/**
 * What a provider claims to offset or match in a year: its newest claim not after the run's year.
 *
 * @param commons the edition
 * @param provider whose claim
 * @param year the run's year, or null for the newest
 * @returns the share, 0..1, with its source; fraction null where nothing is claimed
 */
export function chooseOffset(
  commons: Commons,
  provider: string,
  year: number | null,
): OffsetFactor {
  let best: Commons['offsetClaims'][number] | undefined;
  for (const claim of commons.offsetClaims) {
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
    note: best.note,
  };
}
