import type { Commons } from '@ml-emissions/data';
import { type Factor, given, type Run } from '@ml-emissions/model';
import { amountFactor, defaultFactor, type KeyOf } from './factors.ts';
import type { Machine } from './machine.ts';

/**
 * IT energy / energy of the components: supply losses and fans.
 *
 * @param isAtWall whether what the host draws holds its losses already
 * @returns as given; 1 where nothing is left to add; else the usual one of the site
 */
export function overheadOf(
  commons: Commons,
  run: Run,
  machine: Machine,
  isAtWall: boolean,
  keyOf: KeyOf,
): Factor {
  if (run.overheadFactor !== undefined) {
    return amountFactor(run.overheadFactor, keyOf('/overheadFactor'), { isExcess: true });
  }
  const none = given(1, 'overhead.none', 'the figures hold supply losses and fans');
  if (isAtWall) return none;
  const kind = machine.site === 'desktop' || machine.site === 'laptop' ? machine.site : 'server';
  return defaultFactor(commons, `overhead.${kind}`, `supply losses and fans of a ${kind}`) ?? none;
}
