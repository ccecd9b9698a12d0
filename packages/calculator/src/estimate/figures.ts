import {
  type Figure,
  factorsOf,
  figureOf,
  operationalKgCo2e,
  type Quantity,
  type Sensitivity,
  type Spread,
  sensitivityOf,
  type Unsure,
  withSpread,
} from '@ml-emissions/model';
import type { Served } from '@ml-emissions/rates';
import { lazy } from '../lazy.ts';
import type { PreparedRun } from '../prepare.ts';
import { hinted } from './worded.ts';

/** A figure with the range of its spread, or without where there is none. */
export function ranged(value: number, spread: Spread | null): Quantity {
  return spread ? withSpread(value, spread) : { value };
}

/** A figure of a prepared run with its range; null where it is not counted or not known. */
export function quantityOf({ account, sums }: PreparedRun, figure: Figure): Quantity | null {
  const value = figureOf(account, figure);
  return value === null ? null : ranged(value, sums?.spread(figure) ?? null);
}

/** The same, with a range that is worked out when it is looked at: of hundreds of options few are shown with theirs. */
export function quantityLater(prepared: PreparedRun, figure: Figure): Quantity | null {
  const { account, sums } = prepared;
  const value = figureOf(account, figure);
  if (value === null || !sums?.isKnown(figure)) return quantityOf(prepared, figure);
  const found = () => ranged(value, sums.spread(figure));
  return lazy<Pick<Quantity, 'value' | 'low' | 'high'>>({
    value: () => value,
    low: () => found().low,
    high: () => found().high,
  });
}

/** The same for a figure that every method counts. */
export function knownQuantity(prepared: PreparedRun, figure: Figure): Quantity {
  return quantityOf(prepared, figure) ?? { value: 0 };
}

/** What makes a figure unsure, the largest share first. */
export function sensitivityTo(
  { account, sums, served }: PreparedRun,
  figure: Figure,
  factors = factorsOf(account),
): readonly Sensitivity[] {
  const spread = sums?.spread(figure);
  if (!spread) return [];
  return sensitivityOf(spread, factors).map((one) => hinted(served ? ofService(one, served) : one));
}

/** What would settle the energy of a service, without what it tells already or cannot tell. */
function ofService(one: Unsure, { unit, isBatchTold }: Served): Unsure {
  if (one.said.code !== 'settle-service') return one;
  if (unit !== 'output-token') return { ...one, said: { code: 'settle-pictures' } };
  return isBatchTold ? { ...one, said: { code: 'settle-service-of-batch' } } : one;
}

/**
 * Operational emissions of a prepared run and nothing around them: for loops over millions.
 *
 * @param prepared of `prepare`
 * @returns kg CO2e, location-based
 * Errors: none.
 * @example
 * import { kgCo2eOf, parseRun, prepare } from 'ml-emissions';
 *
 * const parsed = parseRun({ hardware: [{ accelerator: 'T4' }], hours: 2, place: { country: 'FR' } });
 * if (parsed.ok) console.log(kgCo2eOf(prepare(parsed.run)));
 */
export function kgCo2eOf({ account }: PreparedRun): number {
  return operationalKgCo2e(account);
}

/**
 * The headline with its range and what makes it unsure, and nothing around them.
 *
 * @param prepared of `prepare`
 * @returns kg CO2e, location-based, with its 90 % range and the share of each factor in it, the largest first
 * Errors: none.
 * @example
 * import { headlineOf, parseRun, prepare } from 'ml-emissions';
 *
 * const parsed = parseRun({ hardware: [{ accelerator: 'T4' }], hours: 2, place: { country: 'FR' } });
 * if (parsed.ok) console.log(headlineOf(prepare(parsed.run)).sensitivity[0]?.share);
 */
export function headlineOf(
  prepared: PreparedRun,
): Quantity & { readonly sensitivity: readonly Sensitivity[] } {
  const sensitivity = sensitivityTo(prepared, 'operationalKgCo2e');
  return { ...knownQuantity(prepared, 'operationalKgCo2e'), sensitivity };
}
