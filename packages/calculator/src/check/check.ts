import type { Editions } from '@ml-emissions/data';
import type { FindingCode, MethodName, Project, Quantity, Run, SaidOf } from '@ml-emissions/model';
import { inEnglish } from '../estimate/worded.ts';
import { prepare } from '../prepare.ts';
import { quantityOfWhole, type Whole, wholeOf } from '../whole.ts';
import { fittingBoundaries } from './boundaries.ts';
import type { Limits } from './grids.ts';
import { type Implications, type Implied, implications, type PlausibleInputs } from './implied.ts';
import { isIn, isSame, type MethodFigure, methodFigures, slipsOf } from './slips.ts';

/** What somebody says that a run or a project emitted; with both ends where a range is claimed. */
export interface Claim {
  readonly kgCo2e: number;
  readonly low?: number;
  readonly high?: number;
  /** The least and the most that its digits stand for, as `massFromText` tells them; without it they are exact. */
  readonly asWritten?: Limits;
}

/** What was found about a claim. */
export interface Finding {
  readonly code: FindingCode;
  readonly message: string;
  /** The message as a code. */
  readonly said: Found;
}

type Found = SaidOf<FindingCode>;

/** What a claim implies, and whether that can be. */
interface CheckedClaim {
  readonly claimedKgCo2e: number;
  /** The claim as told: with its ends where it is a range. */
  readonly claimed: Quantity;
  /** Claim / estimate. */
  readonly ratio: number | null;
  readonly estimate: { readonly kgCo2e: Quantity };
  /**
   * What one input would have to be for the claim to hold, the others as they are; of a range, for the end that is
   * nearest to the estimate.
   */
  readonly implied: Implied;
  /** The same inputs as the estimate took them. */
  readonly taken: Implied;
  /** What these inputs can be: of the grid where the run is, and of the hardware. */
  readonly plausible: PlausibleInputs;
  /** Whether the claim cannot be excluded; it may still be wrong. */
  readonly holds: boolean;
  readonly findings: readonly Finding[];
}

/** A claim about one run. */
export interface Checked extends CheckedClaim {
  readonly schemaVersion: 1;
  readonly run: Run;
}

/** A claim about all runs of a project together. */
export interface CheckedProject extends CheckedClaim {
  readonly schemaVersion: 1;
  readonly project: Project;
}

/**
 * Whether a published figure can be right: what it implies for grid, power and count, and the usual slips.
 *
 * A claim stands for all that its digits may be rounded from. It cannot be excluded where some of that lies in the 90 %
 * range of the estimate and one input, moved within what it can be, explains it alone (where no chip's power can be tried:
 * the grid, with the energy anywhere in its range); where it is what a method of others gives; or where it lies in the
 * range of the grid's emissions of the other scope. That it would fit with manufacture is said, but a claim of operational emissions does not hold so.
 *
 * @param editions those at hand
 * @param run hardware, time and place as published, from `parseRun`
 * @param claim emissions as published
 * @returns what it implies and whether that is plausible
 * Errors: none for a run from `parseRun`.
 * Source: docs/method.md, section 7.
 */
export function check(editions: Editions, run: Run, claim: Claim): Checked {
  return { schemaVersion: 1, run, ...checked([prepare(editions, run)], claim) };
}

/**
 * The same for the sum of a project's runs.
 *
 * @param project from `parseProject`
 * Errors: none for a project from `parseProject`.
 */
export function checkProject(editions: Editions, project: Project, claim: Claim): CheckedProject {
  return { schemaVersion: 1, project, ...checked(wholeOf(editions, project), claim) };
}

function checked(whole: Whole, claim: Claim): CheckedClaim {
  const estimate = quantityOfWhole(whole, 'operationalKgCo2e');
  const digits = { low: claim.low ?? claim.kgCo2e, high: claim.high ?? claim.kgCo2e };
  const asWritten = claim.asWritten ?? digits;
  const kg = nearestIn(asWritten, estimate.value);
  const kgAsTold = nearestIn(digits, estimate.value);
  const ratio = estimate.value > 0 ? claim.kgCo2e / estimate.value : null;
  const figures = methodFigures(whole);
  const known = isRange(claim) ? [] : repeated(figures, asWritten);
  const isWithin = isIn(kg, estimate);
  const all = implications(whole, kgAsTold);
  const tested = kg === kgAsTold ? all : implications(whole, kg);
  const boundaries = isWithin || known.length > 0 ? [] : fittingBoundaries(whole, asWritten);
  // Scope 2 alone is what many mean by operational emissions; manufacture is more than a slip of words.
  const isOtherwise = boundaries.some(({ boundary }) => boundary !== 'with-manufacture');
  const isExplained = explainsItself(tested);
  const holds = (isWithin && isExplained) || known.length > 0 || isOtherwise;
  const isOfDigits = isIn(kgAsTold, estimate) || repeated(figures, digits).length > 0;
  const isByRounding = (isWithin || known.length > 0) && !isOfDigits;
  // What a claim implies of the inputs says nothing where it counts something else than the estimate.
  const unlikely = isOtherwise ? [] : implausible(all, tested.implied, kg, estimate);
  const slips = holds ? [] : slipsOf(kgAsTold, estimate, all.chips, figures);
  const found: Found[] = [
    ...(isByRounding ? [rounded(asWritten)] : []),
    ...(isWithin && !isByRounding ? [withinRange(estimate)] : []),
    ...(isWithin && !isExplained ? [{ code: 'no-input-explains' } as const] : []),
    ...known.map((method) => ({ code: 'repeats-a-method', method }) as const),
    ...slips,
    ...boundaries,
    ...unlikely,
  ];
  if (found.length === 0) found.push({ code: 'out-of-range', ratio });
  if (!holds && unlikely.length === 0) found.push(...differing(all));
  return {
    claimedKgCo2e: claim.kgCo2e,
    claimed: quantityOf(claim),
    ratio,
    estimate: { kgCo2e: estimate },
    implied: all.implied,
    taken: all.taken,
    plausible: all.plausible,
    holds,
    findings: found.map(worded),
  };
}

const worded = (said: Found): Finding => ({ code: said.code, message: inEnglish(said), said });

const isRange = ({ low, high }: Claim): boolean => low !== undefined || high !== undefined;

const quantityOf = ({ kgCo2e: value, low, high }: Claim): Quantity =>
  low === undefined && high === undefined
    ? { value }
    : { value, low: low ?? value, high: high ?? value };

/** Of what is claimed, what is nearest to a figure: the claim is excluded only where that is. */
const nearestIn = ({ low, high }: Limits, kg: number): number => Math.min(high, Math.max(low, kg));

const rounded = ({ low, high }: Limits): Found => ({
  code: 'claim-rounded',
  lowKg: low,
  highKg: high,
});

function withinRange({ low, high }: Quantity): Found {
  return { code: 'within-range', lowKg: low ?? null, highKg: high ?? null };
}

/** Methods whose own figure the claim repeats. */
function repeated(figures: readonly MethodFigure[], claim: Limits): MethodName[] {
  return figures.flatMap(({ method, kgCo2e, sitePowerW }) =>
    sitePowerW === null && isSame(nearestIn(claim, kgCo2e), kgCo2e) ? [method] : [],
  );
}

const isWithinLimits = (value: number, { low, high }: Limits): boolean =>
  value >= low && value <= high;

/** Whether an input can be what the claim implies of it; null where that cannot be said. */
function canBe(value: number | null, limits: Limits | null): boolean | null {
  return value === null || limits === null ? null : isWithinLimits(value, limits);
}

/** Whether one input alone, or none that is known, stands between claim and estimate. */
function explainsItself({ implied, taken, plausible }: Implications): boolean {
  const { carbonIntensityGPerKwh: grams } = implied;
  const grid = canBe(grams, plausible.carbonIntensityGPerKwh);
  const power = canBe(implied.wholePowerWPerChip, plausible.wholePowerWPerChip);
  if (grid === true || power === true) return true;
  if (grid === null || power !== null) return grid === null && power === null;
  // No chip's rating says how much can be drawn: of processors alone, and of what a meter did not see. The energy may
  // then be anywhere in its range, whatever the grid.
  const { carbonIntensityGPerKwh: grids, energyKwh: range } = plausible;
  if (grams === null || grids === null || range === null || taken.energyKwh === null) return grid;
  const gramsAt = (kwh: number) => (grams * (taken.energyKwh ?? 0)) / kwh;
  return gramsAt(range.high) <= grids.high && gramsAt(range.low) >= grids.low;
}

/** What a claim takes instead of what was taken; nothing where the estimate is 0. */
function differing({ implied, taken }: Implications): Found[] {
  const { carbonIntensityGPerKwh: gPerKwh, energyKwh } = implied;
  const { carbonIntensityGPerKwh: takenGPerKwh, energyKwh: takenEnergyKwh } = taken;
  return gPerKwh === null || energyKwh === null || takenGPerKwh === null || takenEnergyKwh === null
    ? []
    : [{ code: 'inputs-differ', gPerKwh, takenGPerKwh, energyKwh, takenEnergyKwh }];
}

/** What the claim implies and cannot be, at the end of it that is nearest to the estimate; whether or not in the range. */
function implausible(
  { implied, plausible, tdpW, chips }: Implications,
  nearest: Implied,
  kg: number,
  estimate: Quantity,
): Found[] {
  const found: Found[] = [];
  const { carbonIntensityGPerKwh: grams, wholePowerWPerChip: watts } = implied;
  const { carbonIntensityGPerKwh: grid, wholePowerWPerChip: power } = plausible;
  if (grams !== null && canBe(nearest.carbonIntensityGPerKwh, grid) === false && grid) {
    found.push({ code: 'intensity-implausible', gPerKwh: grams, ...grid });
  }
  if (watts !== null && tdpW !== null && canBe(nearest.wholePowerWPerChip, power) === false) {
    found.push({ code: 'power-implausible', powerW: watts, tdpW });
  }
  // Even at the low end of the estimate there would be less than one chip.
  const least = estimate.low ?? estimate.value / 2;
  const most =
    least > 0 && chips !== null && implied.deviceCount !== null ? (chips * kg) / least : null;
  if (chips !== null && chips >= 1 && most !== null && most < 1) {
    found.push({ code: 'count-implausible', count: most, chips });
  }
  return found;
}
