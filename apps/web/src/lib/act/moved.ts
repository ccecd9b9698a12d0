import type { EstimateResult, Run } from '@ml-emissions/calculator';
import { calculator } from '../state/calculator.ts';
import { type Footprint, footprintOf, sumOf } from '../state/footprint.ts';

/** A run with what it comes to. */
export interface Placed {
  readonly run: Run;
  readonly footprint: Footprint;
}

/** What all runs come to, and would, each in its provider's lowest region. */
export interface Moved {
  readonly count: number;
  readonly isAnyCloud: boolean;
  readonly now: Footprint;
  readonly moved: Footprint;
}

/** What one run comes to, and would. */
export function movedAlone(result: EstimateResult): Moved {
  const now = footprintOf(result);
  const share = shareIn(result);
  const moved = { ...now, operational: now.operational * (share ?? 1) };
  return { count: 1, isAnyCloud: share !== null, now, moved };
}

/** So many kinds of runs are worked out in one go. */
const PIECE = 10;

/**
 * Works out what the provider's lowest region would make of many runs, a few kinds at a time: a run is in proportion to
 * its hours, wherever it is, so that those that differ in these alone are asked about once.
 *
 * @param pause lets the page answer to a person; rejects to give up
 */
export async function movedOf(
  placed: readonly Placed[],
  pause: () => Promise<void>,
): Promise<Moved> {
  const byKind = new Map<string, number | null>();
  const moved: Footprint[] = [];
  for (const { run, footprint } of placed) {
    const kind = kindOf(run);
    if (!byKind.has(kind)) {
      byKind.set(kind, shareLeft(run));
      if (byKind.size % PIECE === 0) await pause();
    }
    const share = byKind.get(kind) ?? 1;
    moved.push({ ...footprint, operational: footprint.operational * share });
  }
  return {
    count: placed.length,
    isAnyCloud: [...byKind.values()].some((share) => share !== null),
    now: sumOf(placed.map(({ footprint }) => footprint)),
    moved: sumOf(moved),
  };
}

/** What all runs of one kind share. */
function kindOf({ name: _, ...run }: Run): string {
  // Methods of others round what they print: there a short run says nothing of a long one.
  if (run.method !== 'full') return JSON.stringify(run);
  const { hours, ...rest } = run;
  // Whatever its hours; but one that tells none has them from something else.
  return JSON.stringify({ ...rest, hasHours: hours !== undefined });
}

const shareLeft = (run: Run): number | null =>
  shareIn(calculator().estimate(run, { receipt: false }));

/** What is left of the electricity's emissions in the lowest region of the same provider, 0..1; null without one. */
function shareIn({ operational, alternatives }: EstimateResult): number | null {
  const best = alternatives.sameProvider;
  const here = operational.kgCo2e.value;
  if (!best || !(here > 0)) return best && 1;
  return Math.min(1, best.kgCo2e.value / here);
}
