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
 * A claim cannot be excluded where it lies in the 90 % range of the estimate and one input, moved within what it can
 * be, explains it alone; where it is what a method of others gives; or where it lies in the range of the grid's emissions
 * of the other scope. That it would fit with manufacture is said, but a claim of operational emissions does not hold so.
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
  const kg = nearestIn(claim, estimate.value);
  const ratio = estimate.value > 0 ? claim.kgCo2e / estimate.value : null;
  const figures = methodFigures(whole);
  const known = isRange(claim) ? [] : repeated(figures, kg);
  const isWithin = isIn(kg, estimate);
  const all = implications(whole, kg);
  const boundaries = isWithin || known.length > 0 ? [] : fittingBoundaries(whole, kg);
  // Scope 2 alone is what many mean by operational emissions; manufacture is more than a slip of words.
  const isOtherwise = boundaries.some(({ boundary }) => boundary !== 'with-manufacture');
  const isExplained = explainsItself(all);
  const holds = (isWithin && isExplained) || known.length > 0 || isOtherwise;
  const found: Found[] = [
    ...(isWithin ? [withinRange(estimate)] : []),
    ...(isWithin && !isExplained ? [{ code: 'no-input-explains' } as const] : []),
    ...known.map((method) => ({ code: 'repeats-a-method', method }) as const),
    ...(holds ? [] : slipsOf(kg, estimate, all.chips, figures)),
    ...boundaries,
    // What a claim implies of the inputs says nothing where it counts something else than the estimate.
    ...(isOtherwise ? [] : implausible(all, kg, estimate)),
  ];
  return {
    claimedKgCo2e: claim.kgCo2e,
    claimed: quantityOf(claim),
    ratio,
    estimate: { kgCo2e: estimate },
    implied: all.implied,
    plausible: all.plausible,
    holds,
    findings: (found.length > 0 ? found : [{ code: 'out-of-range', ratio } as const]).map(worded),
  };
}

const worded = (said: Found): Finding => ({ code: said.code, message: inEnglish(said), said });

const isRange = ({ low, high }: Claim): boolean => low !== undefined || high !== undefined;

const quantityOf = ({ kgCo2e: value, low, high }: Claim): Quantity =>
  low === undefined && high === undefined
    ? { value }
    : { value, low: low ?? value, high: high ?? value };

/** Of a claimed range, what is nearest to the estimate: it is excluded only where that is. */
function nearestIn({ kgCo2e, low = kgCo2e, high = kgCo2e }: Claim, value: number): number {
  return Math.min(high, Math.max(low, value));
}

function withinRange({ low, high }: Quantity): Found {
  return { code: 'within-range', lowKg: low ?? null, highKg: high ?? null };
}

/** Methods whose own figure the claim repeats. */
function repeated(figures: readonly MethodFigure[], kg: number): MethodName[] {
  return figures.flatMap(({ method, kgCo2e, sitePowerW }) =>
    sitePowerW === null && isSame(kg, kgCo2e) ? [method] : [],
  );
}

const isWithinLimits = (value: number, { low, high }: Limits): boolean =>
  value >= low && value <= high;

/** Whether an input can be what the claim implies of it; null where that cannot be said. */
function canBe(value: number | null, limits: Limits | null): boolean | null {
  return value === null || limits === null ? null : isWithinLimits(value, limits);
}

/** Whether one input alone, or none that is known, stands between claim and estimate. */
function explainsItself({ implied, plausible, isPowerFree }: Implications): boolean {
  const grid = canBe(implied.carbonIntensityGPerKwh, plausible.carbonIntensityGPerKwh);
  const power = isPowerFree
    ? canBe(implied.wholePowerWPerChip, plausible.wholePowerWPerChip)
    : null;
  const told = [grid, power].filter((one) => one !== null);
  return told.length === 0 || told.includes(true);
}

/** What the claim implies and cannot be, whether or not it lies in the range. */
function implausible(
  { implied, plausible, tdpW, chips }: Implications,
  kg: number,
  estimate: Quantity,
): Found[] {
  const found: Found[] = [];
  const { carbonIntensityGPerKwh: grams, wholePowerWPerChip: watts } = implied;
  const { carbonIntensityGPerKwh: grid, wholePowerWPerChip: power } = plausible;
  if (grams !== null && grid && !isWithinLimits(grams, grid)) {
    found.push({ code: 'intensity-implausible', gPerKwh: grams, ...grid });
  }
  if (watts !== null && tdpW !== null && power && !isWithinLimits(watts, power)) {
    found.push({ code: 'power-implausible', powerW: watts, tdpW });
  }
  // Even at the low end of the estimate there would be less than one chip.
  const least = estimate.low ?? estimate.value / 2;
  const most = least > 0 && chips !== null ? (chips * kg) / least : null;
  if (chips !== null && chips >= 1 && most !== null && most < 1) {
    found.push({ code: 'count-implausible', count: most, chips });
  }
  return found;
}
