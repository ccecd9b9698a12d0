import type { Account, Named } from './account.ts';
import { expanded, type Monomial, ofTerm, product, scaled, together } from './range/monomial.ts';

const G_PER_KG = 1000;

/** The figures of an account that have a range. */
export type Figure =
  | 'energyKwh'
  | 'operationalKgCo2e'
  | 'embodiedKgCo2e'
  | 'totalKgCo2e'
  | 'marketKgCo2e'
  | 'onSiteL'
  | 'offSiteL';

type Sum = readonly Monomial[] | null;

/**
 * The sums of products behind the figures of an account: what ranges, shares and comparisons are made of. Each is
 * worked out when it is first asked for.
 */
export class Sums {
  private readonly account: Account;
  private readonly known = new Map<Figure | 'delivered', Sum>();

  /** @param account of a method that has ranges */
  constructor(account: Account) {
    this.account = account;
  }

  /** The sum behind a figure; null where it is not counted, not known, or its deviation is not known. */
  of(figure: Figure): Sum {
    return this.once(figure, () => this.make(figure));
  }

  private once(figure: Figure | 'delivered', make: () => Sum): Sum {
    let sum = this.known.get(figure);
    if (sum === undefined) {
      sum = make();
      this.known.set(figure, sum);
    }
    return sum;
  }

  /** Energy before PUE. */
  private delivered(): Sum {
    const { energy, overhead } = this.account;
    return this.once('delivered', () => product(together(energy.map(ofTerm)), expanded(overhead)));
  }

  private make(figure: Figure): Sum {
    const { account } = this;
    switch (figure) {
      case 'energyKwh':
        return product(this.delivered(), expanded(account.pue));
      case 'operationalKgCo2e':
        return scaled(perUnit(account.intensity, this.of('energyKwh')), 1 / G_PER_KG);
      case 'embodiedKgCo2e':
        return account.embodied && together(account.embodied.map(ofTerm));
      case 'totalKgCo2e':
        return account.embodied
          ? together([this.of('operationalKgCo2e'), this.of('embodiedKgCo2e')])
          : this.of('operationalKgCo2e');
      case 'marketKgCo2e':
        return scaled(perUnit(account.market, this.of('energyKwh')), 1 / G_PER_KG);
      case 'onSiteL':
        return perUnit(account.wue, this.itEnergy());
      case 'offSiteL':
        return perUnit(account.gridWater, this.of('energyKwh'));
    }
  }

  private itEnergy(): Sum {
    const { pueInEnergy } = this.account;
    const delivered = this.delivered();
    return pueInEnergy ? scaled(delivered, 1 / pueInEnergy.factor.value) : delivered;
  }
}

function perUnit(named: Named | null, of: Sum): Sum {
  return named && product(of, expanded(named));
}

/**
 * What of the operational emissions belongs to the place: PUE times intensity. Two places of one run differ in
 * nothing else.
 */
export function placeSum({ pue, intensity }: Account): Sum {
  return product(expanded(pue), expanded(intensity));
}
