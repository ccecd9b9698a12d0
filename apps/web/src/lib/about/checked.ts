import { counts } from '../method/footprints.ts';
import validation from '../method/validation.json';

/** How the calculator fares against what others published and metered. */
export interface Counts {
  /** Published footprints. */
  readonly published: number;
  /** Of them: those that agree with their own inputs, as their own method has them. */
  readonly agree: number;
  readonly metered: number;
  /** Metered runs whose figure lies within the range, of all, 0 to 1. */
  readonly covered: number;
}

/**
 * Counts what the Method page shows case by case: when the site is built, as the list is long.
 *
 * Errors: throws where the list has no row of all metered runs.
 */
export function checked(): Counts {
  const metered = validation.meters.find(({ name }) => name === 'all');
  if (!metered) throw new Error('validation.json has no row of all metered runs.');
  return {
    published: counts.footprints,
    agree: counts.agreeing,
    metered: metered.runs,
    covered: metered.covered,
  };
}
