import type { Account, Named } from './account.ts';
import { expanded, type Monomial, ofTerm, product, scaled, together } from './range/monomial.ts';

const G_PER_KG = 1000;

/** What an account comes to, as sums of products: what ranges, shares and comparisons are made of. */
export interface Sums {
  readonly energyKwh: readonly Monomial[] | null;
  readonly operationalKgCo2e: readonly Monomial[] | null;
  readonly embodiedKgCo2e: readonly Monomial[] | null;
  readonly totalKgCo2e: readonly Monomial[] | null;
  readonly marketKgCo2e: readonly Monomial[] | null;
  readonly onSiteL: readonly Monomial[] | null;
  readonly offSiteL: readonly Monomial[] | null;
}

/**
 * The sums of products behind each figure of an account.
 *
 * @param account of a method that has ranges
 * @returns one sum a figure; null where it is not counted, not known, or its deviation is not known
 * Errors: none.
 */
export function sumsOf(account: Account): Sums {
  const components = together(account.energy.map(ofTerm));
  const delivered = product(components, expanded(account.overhead));
  const energyKwh = product(delivered, expanded(account.pue));
  const it = account.pueInEnergy
    ? scaled(delivered, 1 / account.pueInEnergy.factor.value)
    : delivered;
  const perKwh = (named: Named | null, of: readonly Monomial[] | null, per = 1) =>
    named && scaled(product(of, expanded(named)), 1 / per);
  const operational = perKwh(account.intensity, energyKwh, G_PER_KG);
  const embodied = account.embodied && together(account.embodied.map(ofTerm));
  return {
    energyKwh,
    operationalKgCo2e: operational,
    embodiedKgCo2e: embodied,
    totalKgCo2e: account.embodied ? together([operational, embodied]) : operational,
    marketKgCo2e: perKwh(account.market, energyKwh, G_PER_KG),
    onSiteL: perKwh(account.wue, it),
    offSiteL: perKwh(account.gridWater, energyKwh),
  };
}
