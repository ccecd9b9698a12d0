import {
  type Account,
  embodiedKgCo2e,
  energyKwh,
  type Figure,
  factorsOf,
  itEnergyKwh,
  type Named,
  operationalKgCo2e,
  type Quantity,
  type Sensitivity,
  type Spread,
  Sums,
  sensitivityOf,
  spreadOf,
  withSpread,
} from '@ml-emissions/model';
import type { PreparedRun } from './look-up/look-up.ts';

const G_PER_KG = 1000;

/** The spreads of a prepared run; each is worked out when it is first asked for, and once. */
class Spreads {
  readonly sums: Sums;
  private readonly account: Account;
  private readonly known = new Map<Figure, Spread | null>();
  private factors: ReadonlyMap<string, Named> | null = null;

  constructor(account: Account) {
    this.account = account;
    this.sums = new Sums(account);
  }

  /** How unsure a figure is; null where it is not there or its range is not known. */
  of(figure: Figure): Spread | null {
    let spread = this.known.get(figure);
    if (spread === undefined) {
      const sum = this.sums.of(figure);
      spread = sum && spreadOf(sum);
      this.known.set(figure, spread);
    }
    return spread;
  }

  /** What makes a figure unsure, the largest share first. */
  sensitivityOf(figure: Figure): readonly Sensitivity[] {
    const spread = this.of(figure);
    if (!spread) return [];
    this.factors ??= factorsOf(this.account);
    return sensitivityOf(spread, this.factors);
  }
}

const known = new WeakMap<Account, Spreads>();

/** The spreads of a prepared run: they depend on nothing but its factors. Null for a method that has no ranges. */
export function spreadsOf({
  account,
  method,
}: Pick<PreparedRun, 'account' | 'method'>): Spreads | null {
  if (!method.hasRange) return null;
  let found = known.get(account);
  if (!found) {
    found = new Spreads(account);
    known.set(account, found);
  }
  return found;
}

/** A figure with the range of its spread, or without where there is none. */
export function ranged(value: number, spread: Spread | null | undefined): Quantity {
  return spread ? withSpread(value, spread) : { value };
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
  const sensitivity = headlineSensitivity(prepared);
  const spread = spreads?.of('operationalKgCo2e');
  if (!spread) return { value, sensitivity };
  return { value, low: value * spread.low, high: value * spread.high, sensitivity };
}

const shares = new WeakMap<Account, readonly Sensitivity[]>();

/** What makes the headline unsure, worked out once a prepared run. */
export function headlineSensitivity(prepared: PreparedRun): readonly Sensitivity[] {
  let list = shares.get(prepared.account);
  if (!list) {
    list = spreadsOf(prepared)?.sensitivityOf('operationalKgCo2e') ?? [];
    shares.set(prepared.account, list);
  }
  return list;
}

/** Market-based emissions; null where no contract is known. */
export function marketBased(prepared: PreparedRun): Quantity | null {
  const { market } = prepared.account;
  if (!market) return null;
  const value = (energyKwh(prepared.account) * market.factor.value) / G_PER_KG;
  return ranged(value, spreadsOf(prepared)?.of('marketKgCo2e'));
}

/** Water on site and through the grid; null where not known. */
export function waterOf(prepared: PreparedRun): {
  readonly onSiteL: Quantity | null;
  readonly offSiteL: Quantity | null;
} {
  const { account } = prepared;
  const { wue, gridWater } = account;
  const spreads = spreadsOf(prepared);
  return {
    onSiteL: wue && ranged(itEnergyKwh(account) * wue.factor.value, spreads?.of('onSiteL')),
    offSiteL:
      gridWater && ranged(energyKwh(account) * gridWater.factor.value, spreads?.of('offSiteL')),
  };
}

/** Manufacture with its parts; null where not counted or not known. */
export function embodiedOf(prepared: PreparedRun) {
  const { account } = prepared;
  const value = embodiedKgCo2e(account);
  const spreads = spreadsOf(prepared);
  return {
    kgCo2e: value === null ? null : ranged(value, spreads?.of('embodiedKgCo2e')),
    parts: (account.embodied ?? []).map(({ label, value: kgCo2e }) => ({ part: label, kgCo2e })),
    sensitivity: spreads?.sensitivityOf('embodiedKgCo2e') ?? [],
  };
}
