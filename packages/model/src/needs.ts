import type { Need } from './method.ts';
import type { Method } from './methods/index.ts';
import type { ResolvedRun } from './resolved-run.ts';
import type { Said } from './said.ts';

/** What is missing for a need; null where it is met. */
const MISSING: Readonly<Record<Need, (run: ResolvedRun) => Said | null>> = {
  hours: ({ hours }) => (hours ? null : { code: 'lacks-time' }),
  'rated-power'({ accelerators }) {
    const without = accelerators.find(({ ratedPowerW }) => !ratedPowerW);
    return without ? { code: 'lacks-tdp', chip: without.label } : null;
  },
  'some-accelerator': ({ accelerators }) =>
    accelerators.length > 0 ? null : { code: 'lacks-accelerator' },
  'known-power'({ accelerators, energyScope }) {
    if (energyScope) return null;
    const without = accelerators.find(({ power }) => !power);
    return without ? { code: 'lacks-power', chip: without.label } : null;
  },
  'some-load': ({ accelerators, hostLoads, energyScope }) =>
    energyScope || accelerators.length > 0 || hostLoads.length > 0 ? null : { code: 'lacks-load' },
  'measured-power'({ accelerators, energyScope, servedEnergy }) {
    // What follows from a service's answers nobody measured.
    if (energyScope && !servedEnergy) return null;
    const unmetered = accelerators.find(({ power }) => !power);
    if (unmetered) return { code: 'lacks-measured-power', chip: unmetered.label };
    return accelerators.length > 0 ? null : { code: 'lacks-measurement' };
  },
  'own-figures'({ accelerators }) {
    const unknown = accelerators.find(({ power }) => !power);
    return unknown ? { code: 'lacks-figures', chip: unknown.label } : null;
  },
  answers: ({ answeredTokens }) => (answeredTokens ? null : { code: 'lacks-answers' }),
  'accelerator-or-processor': ({ accelerators, host }) =>
    accelerators.length > 0 || host.cpu ? null : { code: 'lacks-processor' },
  'accelerator-or-virtual-processor': ({ accelerators, hostLoads }) =>
    accelerators.length > 0 || hostLoads.some(({ name }) => name === 'cpu')
      ? null
      : { code: 'lacks-virtual-processor' },
};

/**
 * Why a method cannot answer for a run.
 *
 * @param method its needs
 * @param run its factors
 * @returns what is missing for the first need that is not met; null where it can answer
 * Errors: none.
 */
export function lackOf({ needs }: Method, run: ResolvedRun): Said | null {
  for (const need of needs) {
    const missing = MISSING[need](run);
    if (missing !== null) return missing;
  }
  return null;
}
