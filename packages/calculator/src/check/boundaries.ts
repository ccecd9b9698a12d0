import type { Quantity, SaidOf } from '@ml-emissions/model';
import { runTime } from '@ml-emissions/rates';
import { projectKeys } from '../parse/project.ts';
import { isLack, type PreparedRun, prepareVariant } from '../prepare.ts';
import { quantityOfWhole, type Whole } from '../whole.ts';

/**
 * Whether a claim can be right if it counts something else than the estimate: the grid's emissions of the other scope,
 * or manufacture with it.
 *
 * @param whole the runs
 * @param kgCo2e the claim
 * @returns those boundaries in whose 90 % range the claim lies; none that has no range
 * Errors: none.
 * Source: docs/method.md, section 7; GHG Protocol Scope 2 Guidance (2015).
 */
export function fittingBoundaries(whole: Whole, kgCo2e: number): SaidOf<'fits-boundary'>[] {
  const other = inOtherScope(whole);
  const [first] = whole;
  const scope = runTime(first.run).scope === 'direct' ? 'lifecycle' : 'direct';
  return [
    ...(other ? fitting(scope, quantityOfWhole(other, 'operationalKgCo2e'), kgCo2e) : []),
    ...fitting('with-manufacture', quantityOfWhole(whole, 'totalKgCo2e'), kgCo2e),
  ];
}

function fitting(
  boundary: SaidOf<'fits-boundary'>['boundary'],
  { low, high }: Quantity,
  kg: number,
): SaidOf<'fits-boundary'>[] {
  if (low === undefined || high === undefined || kg < low || kg > high) return [];
  return [{ code: 'fits-boundary', boundary, lowKg: low, highKg: high }];
}

/** The same runs where the other part of the grid's emissions counts; null where that is not known of any. */
function inOtherScope(whole: Whole): Whole | null {
  const others: PreparedRun[] = [];
  for (const [index, { edition, run }] of whole.entries()) {
    const scope = runTime(run).scope === 'direct' ? 'lifecycle' : 'direct';
    const other = prepareVariant(edition, { ...run, scope }, projectKeys(index, run));
    if (isLack(other) || other.resolved.carbonIntensity.factor.scope !== scope) return null;
    others.push(other);
  }
  const [first, ...rest] = others;
  return first ? [first, ...rest] : null;
}
