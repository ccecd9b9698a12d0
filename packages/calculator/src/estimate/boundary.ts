import {
  type EnergyScope,
  type EstimateResult,
  exclusionsOf,
  FINAL_PHASES,
  isExact,
  type Part,
  type Run,
  type Said,
  stepOfFigure,
} from '@ml-emissions/model';
import { isEdge, type Machine, ownMachine } from '@ml-emissions/rates';
import type { PreparedRun } from '../prepare.ts';
import { explained, inEnglish } from './worded.ts';

const SAW: Readonly<Record<EnergyScope, readonly Part[]>> = {
  accelerators: ['accelerators'],
  components: ['accelerators', 'processors', 'memory'],
  it: ['accelerators', 'host', 'overhead'],
  facility: ['accelerators', 'host', 'overhead', 'facility'],
};

/** The parts that an account holds. */
function includedIn({ account, resolved }: PreparedRun): Part[] {
  const parts = new Set<Part>();
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
  if (stepOfFigure(account, 'onSiteL')) parts.add('water-on-site');
  if (stepOfFigure(account, 'offSiteL')) parts.add('water-of-the-grid');
  return [...parts];
}

/** Stages, what is in, what is left out and why. */
export function boundaryOf(prepared: PreparedRun): EstimateResult['boundary'] {
  const { method, resolved, run } = prepared;
  const includedParts = includedIn(prepared);
  return {
    stages: [run.phase ?? 'training'],
    included: includedParts.map((part) => inEnglish({ code: 'part', part })),
    includedParts,
    excluded: exclusionsOf(method, resolved).map(explained),
  };
}

/** What was assumed where the run says nothing. */
export function assumptionsOf(prepared: PreparedRun): Said[] {
  const { account, run, resolved, machine } = prepared;
  const said: Said[] = [];
  const seen = new Set<string>();
  const ofEnergy = account.steps.filter(({ family }) => family === 'energy');
  const links = (['itEnergyKwh', 'energyKwh'] as const).flatMap(
    (figure) => stepOfFigure(account, figure) ?? [],
  );
  for (const { name, factor } of [...ofEnergy, ...links].flatMap(({ times }) => times)) {
    const isDefault = factor.kind === 'sourced' && factor.confidence === 'derived';
    if (!isDefault || seen.has(factor.key)) continue;
    seen.add(factor.key);
    const { value, gsd, gsdUp, spreadOf, said: what } = factor;
    said.push({
      code: 'assumed',
      step: name,
      value,
      gsd: isExact(factor) ? null : gsd,
      ...(gsdUp === undefined ? {} : { gsdUp }),
      ofExcess: spreadOf === 'excess',
      what,
    });
  }
  said.push(...servedWith(prepared));
  if (resolved.energyScope && run.energyKwh !== undefined && run.energyScope === undefined) {
    said.push({ code: 'meter-saw-machine' });
  }
  if (run.site === undefined) said.push(...placesOf(machine, run));
  if (run.year === undefined && run.start === undefined) {
    said.push({ code: 'run-is-of-now' });
  }
  return said;
}

/** Defaults of a service that are no number. */
const TAKEN: ReadonlyMap<string, Said> = new Map([
  ['service.precision-untold', { code: 'taken-in-16-bits' }],
  ['service.chip-untold', { code: 'taken-on-h100' }],
]);

/** What was taken of a service where nothing is told: tokens, requests at a time, pixels, bits, chips. */
function servedWith({ served, edition }: PreparedRun): Said[] {
  return (served?.assumed ?? []).flatMap((id): Said[] => {
    const taken = TAKEN.get(id);
    if (taken) return [taken];
    const row = edition.defaultById.get(id);
    if (!row) return [];
    const { value, gsd } = row;
    const step = id.replace('service.', '');
    return [{ code: 'assumed', step, value, gsd, ofExcess: false, what: { code: 'default', id } }];
  });
}

/** Where a machine is taken to stand of which nobody says it. */
function placesOf(machine: Machine, { place }: Run): Said[] {
  const own = ownMachine(machine);
  if (own) {
    if (isEdge(machine)) return [{ code: 'stands-with-owner' }];
    return [{ code: own === 'desktop' ? 'stands-in-desktop' : 'stands-in-laptop' }];
  }
  if (machine.isDeskOrRoom) return [{ code: 'stands-at-desk-or-in-room' }];
  const isNamed = !place || 'provider' in place || 'site' in place;
  return isNamed ? [] : [{ code: 'stands-in-own-cluster' }];
}

/** Whether a run stands alone as a final one, its development not told. */
export function isDevelopmentMissing(runs: readonly Run[]): boolean {
  return runs.every(
    ({ phase, repeats, development }) =>
      FINAL_PHASES.has(phase) && (repeats ?? development) === undefined,
  );
}
