import type { MethodSpec, StepSpec } from '../method.ts';
import { ACCELERATORS_ONLY, lacoste2019 } from './lacoste-2019.ts';

const ROUNDED: Readonly<Record<string, StepSpec['rounding']>> = {
  'facility-energy': 'energy',
  'operational-emissions': 'emissions',
  'offset-claimed': 'figure',
};

/**
 * The 2019 site's arithmetic with its rounding, so that model cards that used it can be checked:
 *
 *     e  = round2(TDP x hours / 1000)       kWh
 *     c  = round2(int(g) / 1000)            kg/kWh; on private machines as typed
 *     kg = round2(e x c)
 *
 * The site has no count; here the power of all accelerators together stands for its TDP.
 *
 * Source: the site's own code at mlco2/impact (source `mlco2-impact-head`); docs/corrections.md.
 */
export const mlco2Compat = {
  ...lacoste2019,
  name: 'mlco2-compat',
  source: 'mlco2-impact-head',
  steps: lacoste2019.steps.map((step) => {
    const rounding = ROUNDED[step.name];
    return rounding ? { ...step, rounding } : step;
  }),
  excluded: [...ACCELERATORS_ONLY, { item: 'precision', reason: 'rounded-as-2019' }],
} as const satisfies MethodSpec;
