import { ownKeys, plannedRun } from '@ml-emissions/rates';
import type { Outline } from '@ml-emissions/schema';
import { unlikelyPlan } from '../estimate/unlikely-plan.ts';
import type { PreparedRun } from '../prepare.ts';
import { withNumbers } from './numbers.ts';

/**
 * What adds to the outline of a plan its time, which follows from its numbers, as one more of them. How unsure that time
 * is and what is unlikely about the plan make kinds of their own: they stand in the key.
 *
 * @param prepared a plan
 * @param pointers of its outline
 * @returns a function of the outline of any plan like it, which gives null for one that must be looked at itself
 */
export function timing(
  { run, edition, machine }: PreparedRun,
  pointers: readonly string[],
): (outline: Outline) => Outline | null {
  const runWith = withNumbers(run, pointers);
  const timed = [...pointers, '/hours'];
  return (outline) => {
    const { key, numbers } = outline;
    const own = runWith(numbers);
    const found = plannedRun(edition, own, ownKeys);
    if (!found || 'field' in found) return null;
    const { time, plan } = found;
    const codes = unlikelyPlan({ run: own, machine, plan }).map(({ said }) => said.code);
    return {
      ...outline,
      key: `${key} ${time.key} ${time.gsd} ${time.gsdUp} ${codes}`,
      numbers: [...numbers, time.value],
      pointers: timed,
    };
  };
}
