import type { Region } from '@ml-emissions/data';
import { accountOf, changeOf, placeSum, type Run, type Sum, sumsOf } from '@ml-emissions/model';
import { type KeyOf, movedRun, ownMachine, relocate } from '@ml-emissions/rates';
import { isLack, type PreparedRun, prepareVariant } from '../prepare.ts';
import { figureOfWhole, sumOfWhole, type Whole } from '../whole.ts';

/** The same work in a region. */
export const runIn = (run: Run, { provider, region }: Pick<Region, 'provider' | 'region'>): Run =>
  movedRun(run, { provider, region });

/** Whether where a machine stands decides no default but those of the place: no site is told, and it is at no desk. */
const isSiteless = ({ run, machine }: PreparedRun) =>
  run.site === undefined && ownMachine(machine) === null;

/** A prepared run in a region; null where its method cannot answer there. */
export function prepareIn(here: PreparedRun, region: Region, keyOf?: KeyOf): PreparedRun | null {
  const run = runIn(here.run, region);
  const { edition, method, machine } = here;
  // A machine at home becomes another one in a data centre; a kind of site that was told decides defaults too.
  // Methods of others have figures of their own for a provider.
  if (!isSiteless(here) || !method.hasRange) {
    const there = prepareVariant(edition, run, keyOf);
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

/** How the operational emissions of the same runs compare; null where there is nothing to divide by. */
export function comparedWholes(here: Whole, there: Whole): Compared | null {
  const above = sumOfWhole(there, 'operationalKgCo2e');
  return compared(above, sumOfWhole(here, 'operationalKgCo2e'), here, there);
}

/** The same for one run in two places: all but PUE and grid cancel, so that only they are compared. */
export function comparedPlaces(here: PreparedRun, there: PreparedRun): Compared | null {
  if (!here.method.hasRange || !isSiteless(here)) return comparedWholes([here], [there]);
  return compared(placeSum(there.account), placeSum(here.account), [here], [there]);
}

function compared(above: Sum, below: Sum, here: Whole, there: Whole): Compared | null {
  const kgHere = figureOfWhole(here, 'operationalKgCo2e');
  if (!(kgHere > 0)) return null;
  const isSameGrid = onSameGrid(here, there);
  if (!above || !below) {
    const value = figureOfWhole(there, 'operationalKgCo2e') / kgHere;
    return { ratio: { value }, isLikelyLower: false, isSameGrid };
  }
  const ratio = changeOf(above, below);
  // A PUE that a provider tells of all its sites, or the usual one, says nothing of one region against another.
  const isTold = !isSameGrid || [...here, ...there].every(hasOwnPue);
  return { ratio, isLikelyLower: ratio.high < 1 && isTold, isSameGrid };
}

/** Each run in two places with one intensity for one and the same reason. */
function onSameGrid(here: Whole, there: Whole): boolean {
  return here.every((one, index) => {
    const other = there[index] ?? one;
    const [own, its] = [one, other].map(({ resolved }) => resolved.carbonIntensity.factor.key);
    return own === its && JSON.stringify(one.run.place) !== JSON.stringify(other.run.place);
  });
}

/** Whether the PUE of a run is given, or published for its own region or site. */
function hasOwnPue({ resolved, edition }: PreparedRun): boolean {
  const key = resolved.pue?.factor.key ?? '';
  const [kind, of = ''] = key.split(/:(.*)/s);
  return kind === 'given' || of.startsWith('site:') || edition.regionByKey.has(of);
}
