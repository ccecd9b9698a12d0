import { type Commons, loadEdition, type Region } from '@ml-emissions/data';
import { changeOf, type Run } from '@ml-emissions/model';
import { spreadsOf } from './figures.ts';
import { ownKeys } from './look-up/factors.ts';
import { lookUp, type PreparedRun } from './look-up/look-up.ts';

/** What a run would be with something else changed, under the same unknowns where both share them. */
export function prepareVariant(
  run: Run,
  commons: Commons = loadEdition(run.edition),
): PreparedRun | null {
  const found = lookUp(run, commons, [], ownKeys);
  if (found.method.lacks(found.work) !== null) return null;
  return { ...found, account: found.method.account(found.work) };
}

/** The same work in a region: its grid and its PUE instead of what was given for the place. */
export function runIn(run: Run, { provider, region }: Pick<Region, 'provider' | 'region'>): Run {
  const { carbonIntensityGPerKwh: _, pue: __, wueLPerKwh: ___, site: ____, ...rest } = run;
  return { ...rest, place: { provider, region } };
}

/** One figure against another, with the range of the ratio: what both share cancels. */
export interface Compared {
  /** Emissions there / here. */
  readonly ratio: { readonly value: number; readonly low?: number; readonly high?: number };
  /** Whether the whole range of the ratio is below 1. */
  readonly isLikelyLower: boolean;
}

/** How the operational emissions of two prepared runs compare; null where there is nothing to divide by. */
export function comparedTo(
  here: PreparedRun,
  there: PreparedRun,
  kg: { readonly here: number; readonly there: number },
): Compared | null {
  if (!(kg.here > 0)) return null;
  const above = spreadsOf(there)?.sums.operationalKgCo2e;
  const below = spreadsOf(here)?.sums.operationalKgCo2e;
  if (!above || !below) return { ratio: { value: kg.there / kg.here }, isLikelyLower: false };
  const ratio = changeOf(above, below);
  return { ratio, isLikelyLower: ratio.high < 1 };
}
