import type { Editions } from '@ml-emissions/data';
import {
  energyKwh,
  type FindingCode,
  METHODS,
  type MethodName,
  methods,
  operationalKgCo2e,
  type Quantity,
  type Run,
  type SaidOf,
} from '@ml-emissions/model';
import { knownQuantity } from './estimate/figures.ts';
import { inEnglish } from './estimate/worded.ts';
import { HIGHEST_INTENSITY, LOWEST_LIFECYCLE } from './plausible.ts';
import { isLack, type PreparedRun, prepare, prepareVariant } from './prepare.ts';

/** What somebody says that a run emitted. */
export interface Claim {
  readonly kgCo2e: number;
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
export interface Checked {
  readonly schemaVersion: 1;
  readonly run: Run;
  readonly claimedKgCo2e: number;
  /** Claim / estimate. */
  readonly ratio: number | null;
  readonly estimate: { readonly kgCo2e: Quantity };
  /** What one input would have to be for the claim to hold, the others as they are. */
  readonly implied: {
    readonly carbonIntensityGPerKwh: number | null;
    /** Mean power of one accelerator with its share of host and facility, W. */
    readonly wholePowerWPerChip: number | null;
    readonly deviceCount: number | null;
  };
  /** Whether the claim can be right for this run. */
  readonly holds: boolean;
  readonly findings: readonly Finding[];
}

const G_PER_KG = 1000;
/** Whole-machine, facility included, over rated power: least and most that can be. */
const LEAST_POWER = 0.1;
const MOST_POWER = 4;
/** How near a claim must be to a method's own figure to be that figure, rounded. */
const SAME = 0.015;
/** Slips of a unit: grams for kilograms, tonnes for kilograms, and the other way round. */
const SLIPS = [
  { by: 1e-6, slip: 't-for-g' },
  { by: 1e-3, slip: 'too-low' },
  { by: 1e3, slip: 'too-high' },
  { by: 1e6, slip: 'g-for-t' },
] as const;

/**
 * Whether a published figure can be right: what it implies for grid, power and count, and the usual slips.
 *
 * @param editions those at hand
 * @param run hardware, time and place as published, from `parseRun`
 * @param claim emissions as published
 * @returns what it implies and whether that is plausible
 * Errors: none for a run from `parseRun`.
 */
export function check(editions: Editions, run: Run, { kgCo2e }: Claim): Checked {
  const prepared = prepare(editions, run);
  const { account, resolved } = prepared;
  const kwh = energyKwh(account);
  const value = operationalKgCo2e(account);
  const estimate = knownQuantity(prepared, 'operationalKgCo2e');
  const chips = resolved.accelerators.reduce((sum, { count }) => sum + count.factor.value, 0);
  const isCounted = resolved.accelerators.every(({ count }) => !count.isSilent);
  const grams = resolved.carbonIntensity.factor.value;
  const hours = (resolved.hours?.factor.value ?? 0) * (resolved.repeats?.factor.value ?? 1);
  const implied = {
    carbonIntensityGPerKwh: kwh > 0 ? (kgCo2e * G_PER_KG) / kwh : null,
    wholePowerWPerChip:
      grams > 0 && hours > 0 && chips > 0
        ? ((kgCo2e * G_PER_KG) / grams / hours / chips) * G_PER_KG
        : null,
    deviceCount: value > 0 && chips > 0 && isCounted ? (chips * kgCo2e) / value : null,
  };
  const ratio = value > 0 ? kgCo2e / value : null;
  const known = knownMethods(prepared, kgCo2e);
  const isWithin = isIn(kgCo2e, estimate);
  const slips = isWithin || known.length > 0 ? [] : slipsOf(kgCo2e, estimate, chips);
  const found: Found[] = [
    ...(isWithin ? [{ code: 'within-range' } as const] : []),
    ...known.map((method) => ({ code: 'repeats-a-method', method }) as const),
    ...slips,
    ...(isWithin || known.length > 0
      ? []
      : implausible(implied, resolved.accelerators[0]?.ratedPowerW?.value ?? null)),
  ];
  const holds = isWithin || known.length > 0;
  return {
    schemaVersion: 1,
    run,
    claimedKgCo2e: kgCo2e,
    ratio,
    estimate: { kgCo2e: estimate },
    implied,
    holds,
    findings: (found.length > 0 ? found : [{ code: 'out-of-range', ratio } as const]).map(worded),
  };
}

const worded = (said: Found): Finding => ({ code: said.code, message: inEnglish(said), said });

/** A figure without a range must be met within a factor of two. */
function isIn(kg: number, { value, low, high }: Quantity): boolean {
  return kg >= (low ?? value / 2) && kg <= (high ?? value * 2);
}

/** A slip is a matter of whole factors: what mends it may miss the range by a quarter. */
const NEAR = 1.25;

function widened({ value, low, high }: Quantity): Quantity {
  if (low === undefined || high === undefined) return { value };
  return { value, low: low / NEAR, high: high * NEAR };
}

/** Methods whose own figure the claim repeats. */
function knownMethods({ edition, run }: PreparedRun, kg: number): MethodName[] {
  return METHODS.filter((name) => {
    const other = prepareVariant(edition, run, undefined, methods[name]);
    if (isLack(other)) return false;
    const own = operationalKgCo2e(other.account);
    return own > 0 && Math.abs(kg / own - 1) <= SAME;
  });
}

function slipsOf(kg: number, estimate: Quantity, chips: number): Found[] {
  const found: Found[] = [];
  const near = widened(estimate);
  if (chips > 1 && isIn(kg * chips, near)) {
    found.push({ code: 'count-forgotten', chips });
  }
  for (const { by, slip } of SLIPS) {
    if (isIn(kg / by, near)) found.push({ code: 'unit-slip', slip });
  }
  return found;
}

function implausible(implied: Checked['implied'], tdpW: number | null): Found[] {
  const found: Found[] = [];
  const { carbonIntensityGPerKwh: grams, wholePowerWPerChip: watts } = implied;
  if (grams !== null && (grams > HIGHEST_INTENSITY || grams < LOWEST_LIFECYCLE)) {
    found.push({
      code: 'intensity-implausible',
      gPerKwh: grams,
      low: LOWEST_LIFECYCLE,
      high: HIGHEST_INTENSITY,
    });
  }
  if (
    watts !== null &&
    tdpW !== null &&
    (watts > MOST_POWER * tdpW || watts < LEAST_POWER * tdpW)
  ) {
    found.push({ code: 'power-implausible', powerW: watts, tdpW });
  }
  return found;
}
