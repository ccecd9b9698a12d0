import { geometricMean, meanErrorOf } from './meter.ts';
import type { PowerCase } from './power-case.ts';

/** What is left out when a constant is fitted. */
export type LeftOut = 'none' | 'machine' | 'card' | 'network';

const groupOf = (left: LeftOut, one: PowerCase) => (left === 'none' ? one.id : one[left]);

/** What predictions of a class must be multiplied by to be right in the geometric mean. */
const factorOf = (cases: readonly PowerCase[]) =>
  geometricMean(cases.map(({ prediction: { measured, value } }) => measured / value));

/**
 * How wrong the predictions are once the constant of each class (`ask`) is fitted anew to the other runs of that
 * class: the geometric mean of measured / predicted, leaving out the runs of the same machine, card or network.
 *
 * @param among all runs of which as much is told
 * @param of the runs whose error is asked, each one of `among`
 * @param left what is left out of the fit; `none`: fitted on the very runs
 * @returns the mean error; null where a class has no run of another machine, card or network
 */
export function errorFittedWithout(
  among: readonly PowerCase[],
  of: readonly PowerCase[],
  left: LeftOut,
): number | null {
  const factors = new Map<string, number | null>();
  const pairs: [number, number][] = [];
  for (const one of of) {
    const key = JSON.stringify([one.ask, left === 'none' ? '' : groupOf(left, one)]);
    if (!factors.has(key)) {
      const fitted = among.filter(
        (other) =>
          other.ask === one.ask && (left === 'none' || groupOf(left, other) !== groupOf(left, one)),
      );
      factors.set(key, fitted.length === 0 ? null : factorOf(fitted));
    }
    const factor = factors.get(key);
    if (factor === null || factor === undefined) return null;
    pairs.push([one.prediction.value * factor, one.prediction.measured]);
  }
  return meanErrorOf(pairs);
}
