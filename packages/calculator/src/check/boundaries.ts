import type { GridScope, Quantity, SaidOf } from '@ml-emissions/model';
import { runTime } from '@ml-emissions/rates';
import { quantityOfWhole, type Whole, wholeAs } from '../whole.ts';
import type { Limits } from './grids.ts';

/**
 * Whether a claim can be right if it counts something else than the estimate: the grid's emissions of the other scope,
 * or manufacture with it.
 *
 * @param whole the runs
 * @param claim the least and the most that it says, kg CO2e
 * @returns those boundaries in whose 90 % range some of the claim lies; none that has no range
 * Errors: none.
 * Source: docs/method.md, section 7; GHG Protocol Scope 2 Guidance (2015).
 */
export function fittingBoundaries(whole: Whole, claim: Limits): SaidOf<'fits-boundary'>[] {
  // The runs of a project are all of one scope.
  const scope = runTime(whole[0].run).scope === 'direct' ? 'lifecycle' : 'direct';
  const other = inScope(whole, scope);
  return [
    ...(other ? fitting(scope, quantityOfWhole(other, 'operationalKgCo2e'), claim) : []),
    ...fitting('with-manufacture', quantityOfWhole(whole, 'totalKgCo2e'), claim),
  ];
}

function fitting(
  boundary: SaidOf<'fits-boundary'>['boundary'],
  { low, high }: Quantity,
  claim: Limits,
): SaidOf<'fits-boundary'>[] {
  if (low === undefined || high === undefined || claim.high < low || claim.low > high) return [];
  return [{ code: 'fits-boundary', boundary, lowKg: low, highKg: high }];
}

/** The runs where the other part of the grid's emissions counts; null where that is not known of any. */
function inScope(whole: Whole, scope: GridScope): Whole | null {
  const others = wholeAs(whole, ({ run }) => ({ run: { ...run, scope } }));
  const isKnown = others?.every(({ resolved }) => resolved.carbonIntensity.factor.scope === scope);
  return isKnown ? others : null;
}
