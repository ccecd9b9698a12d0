import type { Work } from '../work.ts';
import type { Method } from './method.ts';
import { bareAccount, lacksTdp, ratedTerms } from './terms.ts';

/**
 * The paper's own arithmetic, unrounded: TDP x hours x carbon intensity, summed over the chips.
 * No host, no PUE.
 *
 * Source: Lacoste, Luccioni, Schmidt, Dandres (2019), arXiv:1910.09700, section 3.
 */
export const lacoste2019: Method = {
  name: 'lacoste-2019',
  source: 'lacoste2019',
  hasRange: false,
  reads: { measuredPower: false, utilisation: false, host: false, pue: false },
  lacks: lacksTdp,
  account: (work: Work) => bareAccount(work, ratedTerms(work)),
  excluded: () => [
    { item: 'host', reason: 'the method counts accelerators only' },
    { item: 'facility', reason: 'the method has no PUE' },
    { item: 'embodied', reason: 'the method counts electricity only' },
  ],
};
