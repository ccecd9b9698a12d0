import type { Need } from './method.ts';
import type { Method } from './methods/index.ts';
import type { ResolvedRun } from './resolved-run.ts';

const UNTIMED = 'the method starts from hardware and hours, and only energy is given';

/** What is missing for a need, in words; null where it is met. */
const MISSING: Readonly<Record<Need, (run: ResolvedRun) => string | null>> = {
  hours: ({ hours }) => (hours ? null : UNTIMED),
  'rated-power'({ accelerators }) {
    const without = accelerators.find(({ ratedPowerW }) => !ratedPowerW);
    return without ? `the TDP of ${without.label} is not published` : null;
  },
  'some-accelerator': ({ accelerators }) =>
    accelerators.length > 0 ? null : 'the method counts accelerators, and the run has none',
  'known-power'({ accelerators, energyScope }) {
    if (energyScope) return null;
    const without = accelerators.find(({ power }) => !power);
    return without ? `the power of ${without.label} is not known` : null;
  },
  'some-load': ({ accelerators, hostLoads, energyScope }) =>
    energyScope || accelerators.length > 0 || hostLoads.length > 0
      ? null
      : 'there is nothing that draws power',
  'measured-power'({ accelerators, energyScope }) {
    if (energyScope) return null;
    const unmetered = accelerators.find(({ power }) => !power);
    if (unmetered) {
      return `the method needs the metered mean power of ${unmetered.label} (powerW)`;
    }
    return accelerators.length > 0 ? null : 'the method needs metered power or energy';
  },
  'own-figures'({ accelerators }) {
    const unknown = accelerators.find(({ power }) => !power);
    return unknown ? `the method has no figures for ${unknown.label}` : null;
  },
  'accelerator-or-processor': ({ accelerators, host }) =>
    accelerators.length > 0 || host.cpu ? null : 'the method needs a chip or a processor',
  'accelerator-or-virtual-processor': ({ accelerators, hostLoads }) =>
    accelerators.length > 0 || hostLoads.some(({ name }) => name === 'cpu')
      ? null
      : 'the method needs chips or virtual processors',
};

/**
 * Why a method cannot answer for a run.
 *
 * @param method its needs
 * @param run its factors
 * @returns the first need that is not met, in words; null where it can answer
 * Errors: none.
 */
export function lackOf({ needs }: Method, run: ResolvedRun): string | null {
  for (const need of needs) {
    const missing = MISSING[need](run);
    if (missing !== null) return missing;
  }
  return null;
}
