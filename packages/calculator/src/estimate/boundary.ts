import {
  type EnergyScope,
  type EstimateResult,
  exclusionsOf,
  type Run,
  stepOfFigure,
} from '@ml-emissions/model';
import type { PreparedRun } from '../prepare.ts';

const SAW: Readonly<Record<EnergyScope, readonly string[]>> = {
  accelerators: ['accelerators'],
  components: ['accelerators', 'processors', 'memory'],
  it: ['accelerators', 'host', 'overhead'],
  facility: ['accelerators', 'host', 'overhead', 'facility'],
};

/** What an account holds, in the words of the parts of energy. */
function includedIn({ account, resolved }: PreparedRun): string[] {
  const parts = new Set<string>();
  for (const { part } of account.steps) {
    if (part === null) continue;
    if (part !== 'metered') parts.add(part);
    else for (const seen of SAW[resolved.energyScope ?? 'it']) parts.add(seen);
  }
  const multiplies = (figure: 'itEnergyKwh' | 'energyKwh') =>
    (stepOfFigure(account, figure)?.times.length ?? 0) > 0;
  if (multiplies('itEnergyKwh')) parts.add('overhead');
  if (multiplies('energyKwh')) parts.add('facility');
  if (stepOfFigure(account, 'embodiedKgCo2e')) parts.add('embodied');
  if (stepOfFigure(account, 'onSiteL')) parts.add('water on site');
  if (stepOfFigure(account, 'offSiteL')) parts.add('water of the grid');
  return [...parts];
}

/** Stages, what is in, what is left out and why. */
export function boundaryOf(prepared: PreparedRun): EstimateResult['boundary'] {
  const { method, resolved, run } = prepared;
  return {
    stages: [run.phase ?? 'training'],
    included: includedIn(prepared),
    excluded: exclusionsOf(method, resolved),
  };
}

/** What was assumed where the run says nothing, in words. */
export function assumptionsOf({ account, run, resolved }: PreparedRun): string[] {
  const said: string[] = [];
  const seen = new Set<string>();
  const ofEnergy = account.steps.filter(({ family }) => family === 'energy');
  const links = (['itEnergyKwh', 'energyKwh'] as const).flatMap(
    (figure) => stepOfFigure(account, figure) ?? [],
  );
  for (const { name, factor } of [...ofEnergy, ...links].flatMap(({ times }) => times)) {
    const isDefault = factor.kind === 'sourced' && factor.confidence === 'derived';
    if (!isDefault || seen.has(factor.key)) continue;
    seen.add(factor.key);
    said.push(`${name}: ${factor.value}${spreadWords(factor)} (${factor.note})`);
  }
  if (resolved.energyScope && run.energyScope === undefined) {
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
