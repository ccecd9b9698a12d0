import type { Figure } from '../method.ts';
import type { Monomial } from '../range/monomial.ts';
import { expanded, inverse, joined, ofProduct, product, scaled } from '../range/monomial.ts';
import { momentsIn, type Spread, spreadOfProduct } from '../range/spread.ts';
import { type Account, type Step, stepOfFigure } from './account.ts';
import { type Factored, factored } from './factored.ts';

/** A sum of products of unknowns; null where it is not counted, not known, or a deviation in it is not known. */
export type Sum = readonly Monomial[] | null;

/** The sums of products behind an account's steps, each worked out when it is first asked for. */
export interface Sums {
  /** Of a figure. */
  readonly of: (figure: Figure) => Sum;
  /** Whether how unsure a figure is can be told: the cheap part of `spread`. */
  readonly isKnown: (figure: Figure) => boolean;
  /** How unsure a figure is; null where it is not there or its range is not known. */
  readonly spread: (figure: Figure) => Spread | null;
}

/**
 * What ranges, shares and comparisons are made of.
 *
 * @param account of a method that has ranges
 */
export function sumsOf(account: Account): Sums {
  const byName = new Map(account.steps.map((step) => [step.name, step]));
  const ofStep = remembered((name: string): Sum => {
    const step = byName.get(name);
    return step ? make(step, ofStep) : null;
  });
  // Most steps are an earlier one times what belongs to them: multiplied out, a sum has many times their products.
  const factorsOfStep = remembered((name: string): Factored => {
    const step = byName.get(name);
    if (!step) return null;
    const { of, times, over } = step;
    const [first, ...others] = of;
    if (first === undefined) return only(ofStep(name));
    const inner = others.length > 0 ? only(joined(of.map(ofStep))) : factorsOfStep(first);
    return factored(inner, times, over);
  });
  // Figures share most of their factors.
  const moments = remembered(momentsIn);
  return {
    of(figure) {
      const step = stepOfFigure(account, figure);
      return step ? ofStep(step.name) : null;
    },
    isKnown(figure) {
      const step = stepOfFigure(account, figure);
      return step !== undefined && factorsOfStep(step.name) !== null;
    },
    spread: remembered((figure: Figure): Spread | null => {
      const step = stepOfFigure(account, figure);
      const factors = step ? factorsOfStep(step.name) : null;
      if (!step || !factors) return null;
      return spreadOfProduct(step.value > 0 ? factors.map(moments) : []);
    }),
  };
}

const only = (sum: Sum): Factored => sum && [sum];

/** A function that works each answer out once. */
function remembered<Asked, Answer extends object | null>(
  work: (asked: Asked) => Answer,
): (asked: Asked) => Answer {
  const known = new Map<Asked, Answer>();
  return (asked) => {
    let answer = known.get(asked);
    if (answer === undefined) {
      answer = work(asked);
      known.set(asked, answer);
    }
    return answer;
  };
}

function make(step: Step, ofStep: (name: string) => Sum): Sum {
  const { of, times, over, per, value } = step;
  if (of.length === 0) return ofProduct(times, over, per, value);
  let sum: Sum = of.length === 1 ? ofStep(of[0] as string) : joined(of.map(ofStep));
  for (const factor of times) sum = product(sum, expanded(factor));
  for (const factor of over) sum = product(sum, inverse(factor));
  return per === 1 ? sum : scaled(sum, 1 / per);
}

/**
 * What of the operational emissions belongs to the place: PUE times intensity. Two places of one run differ in
 * nothing else.
 */
export function placeSum(account: Account): Sum {
  const at = (figure: Figure) => stepOfFigure(account, figure)?.times ?? [];
  let sum: Sum = null;
  for (const factor of [...at('energyKwh'), ...at('operationalKgCo2e')]) {
    sum = sum ? product(sum, expanded(factor)) : expanded(factor);
  }
  return sum;
}
