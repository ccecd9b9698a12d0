import { type Commons, choosePue, loadEdition, type Region } from '@ml-emissions/data';
import {
  type Account,
  changeOf,
  type Monomial,
  placeSum,
  type Run,
  type Work,
} from '@ml-emissions/model';
import { spreadsOf } from './figures.ts';
import { ownKeys } from './look-up/factors.ts';
import { lookUp, type PreparedRun } from './look-up/look-up.ts';
import { machineOf } from './look-up/machine.ts';
import { intensityOf, wueOf, yearOf } from './look-up/place.ts';

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

/**
 * A prepared run in a region. Where the machine stays the same one, only what belongs to the place is looked up again.
 */
export function prepareIn(here: PreparedRun, region: Region): PreparedRun | null {
  const run = runIn(here.run, region);
  // A machine at home becomes another one in a data centre; a kind of site that was told decides defaults too.
  if (here.run.site !== undefined) return prepareVariant(run, here.commons);
  const { commons, method } = here;
  const machine = machineOf(commons, run);
  const pue = choosePue(commons, region, yearOf(run)).factor;
  const carbonIntensityGPerKwh = intensityOf(commons, run, ownKeys).factor;
  const wueLPerKwh = wueOf(commons, run, machine, ownKeys);
  const of = { provider: region.provider, site: machine.site, givenPue: null };
  const work = { ...here.work, ...of, pue, carbonIntensityGPerKwh, wueLPerKwh };
  // Methods of others may have a PUE of their own for the provider: they count anew.
  const account = method.hasRange ? accountIn(here.account, work) : method.account(work);
  return { ...here, run, work, account };
}

/** The same account with the factors of another place. */
function accountIn(account: Account, { pue, carbonIntensityGPerKwh, wueLPerKwh }: Work): Account {
  const { intensity, wue } = account;
  return {
    ...account,
    pue: account.pue && { ...account.pue, factor: pue },
    pueInEnergy: account.pueInEnergy,
    intensity: { ...intensity, factor: carbonIntensityGPerKwh },
    wue: wue && wueLPerKwh ? { ...wue, factor: wueLPerKwh } : null,
  };
}

/** One figure against another, with the range of the ratio: what both share cancels. */
export interface Compared {
  /** Emissions there / here. */
  readonly ratio: { readonly value: number; readonly low?: number; readonly high?: number };
  /** Whether the whole range of the ratio is below 1. */
  readonly isLikelyLower: boolean;
}

interface Kg {
  readonly here: number;
  readonly there: number;
}

/** How the operational emissions of two prepared runs compare; null where there is nothing to divide by. */
export function comparedTo(here: PreparedRun, there: PreparedRun, kg: Kg): Compared | null {
  const above = spreadsOf(there)?.sums.of('operationalKgCo2e');
  const below = spreadsOf(here)?.sums.of('operationalKgCo2e');
  return compared(above ?? null, below ?? null, kg);
}

/** The same for one run in two places: all but PUE and grid cancel, so that only they are compared. */
export function comparedPlaces(here: PreparedRun, there: PreparedRun, kg: Kg): Compared | null {
  if (!here.method.hasRange || here.run.site !== undefined) {
    return comparedTo(here, there, kg);
  }
  return compared(placeSum(there.account), placeSum(here.account), kg);
}

function compared(
  above: readonly Monomial[] | null,
  below: readonly Monomial[] | null,
  kg: Kg,
): Compared | null {
  if (!(kg.here > 0)) return null;
  if (!above || !below) return { ratio: { value: kg.there / kg.here }, isLikelyLower: false };
  const ratio = changeOf(above, below);
  return { ratio, isLikelyLower: ratio.high < 1 };
}
