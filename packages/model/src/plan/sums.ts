import type { Figure } from '../method.ts';
import type { Monomial } from '../range/monomial.ts';
import { expanded, inverse, joined, ofProduct, product, scaled } from '../range/monomial.ts';
import { type Spread, spreadOf } from '../range/spread.ts';
import { type Account, type Step, stepOfFigure } from './account.ts';

/** A sum of products of unknowns; null where it is not counted, not known, or a deviation in it is not known. */
export type Sum = readonly Monomial[] | null;

/** The sums of products behind an account's steps, each worked out when it is first asked for. */
export interface Sums {
  /** Of a figure. */
  readonly of: (figure: Figure) => Sum;
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
  const known = new Map<string, Sum>();
  const spreads = new Map<Figure, Spread | null>();
  const ofStep = (name: string): Sum => {
    let sum = known.get(name);
    if (sum === undefined) {
      const step = byName.get(name);
      sum = step ? make(step, ofStep) : null;
      known.set(name, sum);
    }
    return sum;
  };
  const of = (figure: Figure): Sum => {
    const step = stepOfFigure(account, figure);
    return step ? ofStep(step.name) : null;
  };
  return {
    of,
    spread(figure) {
      let spread = spreads.get(figure);
      if (spread === undefined) {
        const sum = of(figure);
        spread = sum && spreadOf(sum);
        spreads.set(figure, spread);
      }
      return spread;
    },
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
