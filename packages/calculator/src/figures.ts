import {
  type Account,
  embodiedKgCo2e,
  energyKwh,
  factorsOf,
  itEnergyKwh,
  type Monomial,
  operationalKgCo2e,
  type Quantity,
  type Sensitivity,
  type Spread,
  type Sums,
  sensitivityOf,
  spreadOf,
  sumsOf,
  withSpread,
} from '@ml-emissions/model';
import type { PreparedRun } from './look-up/look-up.ts';

const G_PER_KG = 1000;

/** How unsure each figure of a run is; null where the figure is not there or its range is not known. */
export interface Spreads {
  readonly sums: Sums;
  readonly energy: Spread | null;
  readonly operational: Spread | null;
  readonly embodied: Spread | null;
  readonly total: Spread | null;
  readonly sensitivity: readonly Sensitivity[];
  readonly embodiedSensitivity: readonly Sensitivity[];
}

const known = new WeakMap<Account, Spreads>();

/** The spreads of a prepared run: worked out once, they depend on nothing but its factors. */
export function spreadsOf({
  account,
  method,
}: Pick<PreparedRun, 'account' | 'method'>): Spreads | null {
  if (!method.hasRange) return null;
  const found = known.get(account);
  if (found) return found;
  const sums = sumsOf(account);
  const of = (sum: readonly Monomial[] | null) => sum && spreadOf(sum);
  const operational = of(sums.operationalKgCo2e);
  const embodied = of(sums.embodiedKgCo2e);
  const factors = factorsOf(account);
  const spreads: Spreads = {
    sums,
    energy: of(sums.energyKwh),
    operational,
    embodied,
    total: sums.embodiedKgCo2e ? of(sums.totalKgCo2e) : operational,
    sensitivity: operational ? sensitivityOf(operational, factors) : [],
    embodiedSensitivity: embodied ? sensitivityOf(embodied, factors) : [],
  };
  known.set(account, spreads);
  return spreads;
}

/** A figure with the range of its spread, or without where there is none. */
export function ranged(value: number, spread: Spread | null | undefined): Quantity {
  return spread ? withSpread(value, spread) : { value };
}

/** A figure with the range of its sum. */
function summed(value: number, sum: readonly Monomial[] | null | undefined): Quantity {
  return sum ? withSpread(value, spreadOf(sum)) : { value };
}

/** Operational emissions of a prepared run, kg CO2e, and nothing around them: for loops over millions. */
export function kgCo2eOf({ account }: PreparedRun): number {
  return operationalKgCo2e(account);
}

/** The headline with its range and what makes it unsure, and nothing around them. */
export function headlineOf(
  prepared: PreparedRun,
): Quantity & { readonly sensitivity: readonly Sensitivity[] } {
  const value = operationalKgCo2e(prepared.account);
  const spreads = spreadsOf(prepared);
  const { operational, sensitivity } = spreads ?? { operational: null, sensitivity: [] };
  if (!operational) return { value, sensitivity };
  return { value, low: value * operational.low, high: value * operational.high, sensitivity };
}

/** Market-based emissions; null where no contract is known. */
export function marketBased(prepared: PreparedRun): Quantity | null {
  const { market } = prepared.account;
  if (!market) return null;
  const value = (energyKwh(prepared.account) * market.factor.value) / G_PER_KG;
  return summed(value, spreadsOf(prepared)?.sums.marketKgCo2e);
}

/** Water on site and through the grid; null where not known. */
export function waterOf(prepared: PreparedRun): {
  readonly onSiteL: Quantity | null;
  readonly offSiteL: Quantity | null;
} {
  const { account } = prepared;
  const { wue, gridWater } = account;
  const sums = spreadsOf(prepared)?.sums;
  return {
    onSiteL: wue && summed(itEnergyKwh(account) * wue.factor.value, sums?.onSiteL),
    offSiteL: gridWater && summed(energyKwh(account) * gridWater.factor.value, sums?.offSiteL),
  };
}

/** Manufacture with its parts; null where not counted or not known. */
export function embodiedOf(prepared: PreparedRun) {
  const { account } = prepared;
  const value = embodiedKgCo2e(account);
  const spreads = spreadsOf(prepared);
  return {
    kgCo2e: value === null ? null : ranged(value, spreads?.embodied),
    parts: (account.embodied ?? []).map(({ label, value: kgCo2e }) => ({ part: label, kgCo2e })),
    sensitivity: spreads?.embodiedSensitivity ?? [],
  };
}
