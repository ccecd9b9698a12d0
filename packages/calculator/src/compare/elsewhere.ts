import type { Region } from '@ml-emissions/data';
import {
  accountOf,
  changeOf,
  operationalKgCo2e,
  placeSum,
  type Run,
  type Sum,
  sumsOf,
} from '@ml-emissions/model';
import { relocate } from '@ml-emissions/rates';
import { isLack, type PreparedRun, prepareVariant } from '../prepare.ts';

/** The same work in a region: its grid and its PUE instead of what was given for the place. */
export function runIn(run: Run, { provider, region }: Pick<Region, 'provider' | 'region'>): Run {
  const { carbonIntensityGPerKwh: _, pue: __, wueLPerKwh: ___, site: ____, ...rest } = run;
  return { ...rest, place: { provider, region } };
}

/** A prepared run in a region; null where its method cannot answer there. */
export function prepareIn(here: PreparedRun, region: Region): PreparedRun | null {
  const run = runIn(here.run, region);
  const { edition, method, machine } = here;
  // A machine at home becomes another one in a data centre; a kind of site that was told decides defaults too.
  // Methods of others have figures of their own for a provider.
  if (here.run.site !== undefined || !method.hasRange) {
    const there = prepareVariant(edition, run);
    return isLack(there) ? null : there;
  }
  const resolved = relocate(edition, here.resolved, run, machine, method);
  const account = accountOf(method, resolved);
  return { ...here, run, resolved, account, sums: method.hasRange ? sumsOf(account) : null };
}

/** One figure against another, with the range of the ratio: what both share cancels. */
export interface Compared {
  /** Emissions there / here. */
  readonly ratio: { readonly value: number; readonly low?: number; readonly high?: number };
  /** Whether the whole range of the ratio is below 1, and by more than a PUE that is not the region's own. */
  readonly isLikelyLower: boolean;
  /** Whether both places draw from one grid, so that only their PUEs tell them apart. */
  readonly isSameGrid: boolean;
}

/** How the operational emissions of two prepared runs compare; null where there is nothing to divide by. */
export function comparedTo(here: PreparedRun, there: PreparedRun): Compared | null {
  const above = there.sums?.of('operationalKgCo2e') ?? null;
  const below = here.sums?.of('operationalKgCo2e') ?? null;
  return compared(above, below, here, there);
}

/** The same for one run in two places: all but PUE and grid cancel, so that only they are compared. */
export function comparedPlaces(here: PreparedRun, there: PreparedRun): Compared | null {
  if (!here.method.hasRange || here.run.site !== undefined) return comparedTo(here, there);
  return compared(placeSum(there.account), placeSum(here.account), here, there);
}

function compared(above: Sum, below: Sum, here: PreparedRun, there: PreparedRun): Compared | null {
  const kgHere = operationalKgCo2e(here.account);
  if (!(kgHere > 0)) return null;
  const isSameGrid = onSameGrid(here, there);
  if (!above || !below) {
    const value = operationalKgCo2e(there.account) / kgHere;
    return { ratio: { value }, isLikelyLower: false, isSameGrid };
  }
  const ratio = changeOf(above, below);
  // A PUE that a provider tells of all its sites, or the usual one, says nothing of one region against another.
  const isTold = !isSameGrid || (hasOwnPue(here) && hasOwnPue(there));
  return { ratio, isLikelyLower: ratio.high < 1 && isTold, isSameGrid };
}

/** Two places with one intensity for one and the same reason. */
function onSameGrid(here: PreparedRun, there: PreparedRun): boolean {
  const [own, other] = [here, there].map(({ resolved }) => resolved.carbonIntensity.factor.key);
  return own === other && JSON.stringify(here.run.place) !== JSON.stringify(there.run.place);
}

/** Whether the PUE of a run is given, or published for its own region or site. */
function hasOwnPue({ resolved, edition }: PreparedRun): boolean {
  const key = resolved.pue?.factor.key ?? '';
  const [kind, of = ''] = key.split(/:(.*)/s);
  return kind === 'given' || of.startsWith('site:') || edition.regionByKey.has(of);
}
