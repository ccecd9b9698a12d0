import type { Rounding } from '../account.ts';
import type { Work } from '../work.ts';
import type { Method } from './method.ts';
import { bareAccount, lacksTdp, ratedTerms } from './terms.ts';

const G_PER_KG = 1000;

// toFixed rounds the number that the double really is: 21.645 is a little less, and the site prints 21.64.
const round2 = (value: number): number => Number(value.toFixed(2));

/** A region's intensity is cut to whole grams, then its kg rounded; private machines' is as typed. */
function rounding({ carbonIntensityGPerKwh: { kind } }: Work): Rounding {
  return {
    energyKwh: round2,
    kgPerKwh: (grams) =>
      kind === 'given' ? grams / G_PER_KG : round2(Math.trunc(grams) / G_PER_KG),
    kgCo2e: round2,
  };
}

/**
 * The 2019 site's arithmetic with its rounding, so that model cards that used it can be checked:
 *
 *     e  = round2(TDP x hours / 1000)       kWh
 *     c  = round2(int(g) / 1000)            kg/kWh; on private machines as typed
 *     kg = round2(e x c)
 *
 * The site has no count; here the power of all chips together stands for its TDP.
 *
 * Source: the site's own code at mlco2/impact (source `mlco2-impact-head`); docs/corrections.md.
 */
export const mlco2Compat: Method = {
  name: 'mlco2-compat',
  source: 'mlco2-impact-head',
  hasRange: false,
  reads: { measuredPower: false, utilisation: false, host: false, pue: false },
  lacks: lacksTdp,
  account: (work) => ({ ...bareAccount(work, ratedTerms(work)), rounding: rounding(work) }),
  excluded: () => [
    { item: 'host', reason: 'the method counts accelerators only' },
    { item: 'facility', reason: 'the method has no PUE' },
    { item: 'embodied', reason: 'the method counts electricity only' },
    {
      item: 'precision',
      reason: 'each step is rounded as the 2019 site does; use full for new work',
    },
  ],
};
