import type { Account, EstimateResult, Run, Work } from '@ml-emissions/model';
import type { PreparedRun } from './look-up/look-up.ts';

const SAW: Readonly<Record<NonNullable<Work['metered']>['scope'], readonly string[]>> = {
  accelerators: ['accelerators'],
  components: ['accelerators', 'processors', 'memory'],
  it: ['accelerators', 'host', 'overhead'],
  facility: ['accelerators', 'host', 'overhead', 'facility'],
};

/** What an account holds, in the words of the parts of energy. */
function includedIn(account: Account, work: Work): string[] {
  const parts = new Set<string>();
  for (const { part } of account.energy) {
    if (part !== 'metered') parts.add(part);
    else for (const seen of SAW[work.metered?.scope ?? 'it']) parts.add(seen);
  }
  if (account.overhead) parts.add('overhead');
  if (account.pue) parts.add('facility');
  if (account.embodied) parts.add('embodied');
  if (account.wue) parts.add('water on site');
  if (account.gridWater) parts.add('water of the grid');
  return [...parts];
}

/** Stages, what is in, what is left out and why. */
export function boundaryOf({
  account,
  method,
  work,
  run,
}: PreparedRun): EstimateResult['boundary'] {
  return {
    stages: [run.phase ?? 'training'],
    included: includedIn(account, work),
    excluded: method.excluded(work),
  };
}

/** What was assumed where the run says nothing, in words. */
export function assumptionsOf({ account, run, work }: PreparedRun): string[] {
  const said: string[] = [];
  const seen = new Set<string>();
  const factors = account.energy.flatMap(({ times }) => times);
  for (const { step, factor } of [...factors, account.overhead, account.pue].flatMap(
    (one) => one ?? [],
  )) {
    const isDefault = factor.kind === 'sourced' && factor.confidence === 'derived';
    if (!isDefault || seen.has(factor.key)) continue;
    seen.add(factor.key);
    said.push(`${step}: ${factor.value}${spreadWords(factor)} (${factor.note})`);
  }
  if (work.metered && run.energyScope === undefined) {
    said.push('the meter is taken to have seen the whole machine (energyScope: it)');
  }
  if (run.site === undefined && run.place && !('provider' in run.place)) {
    said.push('the machine is taken to stand in a cluster of your own (site: own-cluster)');
  }
  if (run.year === undefined && run.start === undefined) {
    said.push('the run is taken to be of now: the newest figures are used');
  }
  return said;
}

function spreadWords({
  gsd,
  spreadOf,
}: {
  readonly gsd: number | null;
  readonly spreadOf: string;
}): string {
  if (gsd === null || gsd === 1) return '';
  return ` x/÷ ${gsd}${spreadOf === 'excess' ? ' of what exceeds 1' : ''}`;
}

/** Phases whose run is the last of many. */
const FINAL = new Set([undefined, 'pre-training', 'training', 'fine-tuning']);

/** Whether a run stands alone as a final one, its development not told. */
export function isDevelopmentMissing(runs: readonly Run[]): boolean {
  return runs.every(({ phase, repeats }) => FINAL.has(phase) && repeats === undefined);
}
