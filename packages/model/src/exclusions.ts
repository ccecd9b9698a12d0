import type { ExclusionSpec } from './method.ts';
import type { Method } from './methods/index.ts';
import type { ReasonCode } from './plain-code.ts';
import type { ResolvedRun } from './resolved-run.ts';
import type { Part } from './said.ts';

/** What a method leaves out of a run, and why. */
export interface Exclusion {
  readonly item: Part;
  readonly reason: ReasonCode;
}

const HOLDS: Readonly<Record<NonNullable<ExclusionSpec['when']>, (run: ResolvedRun) => boolean>> = {
  'no-host': ({ hostLoads, energyScope }) =>
    hostLoads.length === 0 && (energyScope === null || energyScope === 'accelerators'),
  'no-embodied': ({ embodiedParts, hours }) => embodiedParts.length === 0 || !hours,
  'no-water-on-site': ({ wue }) => !wue,
  'no-grid-water': ({ gridWater }) => !gridWater,
  'run-once': ({ repeats }) => (repeats?.factor.value ?? 1) === 1,
  'no-processor': ({ host }) => !host.cpu,
  'no-virtual-processor': ({ hostLoads }) => !hostLoads.some(({ name }) => name === 'cpu'),
  'no-memory': ({ host }) => host.memoryGb === null,
  'no-pue': ({ pue }) => !pue,
};

/** What a method leaves out of a run: its exclusions whose condition holds. */
export function exclusionsOf({ excluded }: Method, run: ResolvedRun): Exclusion[] {
  return excluded.flatMap(({ item, reason, when }) =>
    when && !HOLDS[when](run) ? [] : [{ item, reason }],
  );
}
