import type { Calculator } from '@ml-emissions/calculator';
import { ln, type Place, type Run, type SaidCode, Z_90 } from '@ml-emissions/model';
import { movedRun, type Slower, timeUnderLimit } from '@ml-emissions/rates';
import { LedgerFault } from '../engine/duckdb.ts';
import { mending } from '../mending.ts';
import { usualChipPower } from '../price/chip-power.ts';

/** What is asked to be otherwise. */
export interface Change {
  /** Where the jobs run. */
  readonly place?: Place | undefined;
  /** Which chips do the work, as many as did it. */
  readonly accelerator?: string | undefined;
  /** A limit set on each chip, W. */
  readonly powerLimitW?: number | undefined;
  /** Of the building. */
  readonly pue?: number | undefined;
  /** When on their day they begin. */
  readonly start?: StartHour | undefined;
}

/** An hour of the day to begin at. */
export interface StartHour {
  /** Hours since 00:00 by the clock of the time zone; `best`: the whole hour that is least for each job on its grid. */
  readonly hour: number | 'best';
  /** IANA name: whose days count. */
  readonly timeZone: string;
}

/** A run as it would be, or why it stays as it is. */
export interface Changed {
  readonly run: Run;
  /** How much longer than it took. */
  readonly slower: readonly Slower[];
  /** Why part of the change does not bear on it. */
  readonly reason: string | null;
  /** What a reader should know of the change that does. */
  readonly note: string | null;
}

const PEAK_RATIO = 'speed.peak-ratio';

/**
 * A run under a change: its chips first, then their limit, then its place and building.
 *
 * @param run of a shape, its quantities all one
 * Errors: throws `LedgerFault` where the accelerator is unknown.
 */
export function changedRun(calculator: Calculator, run: Run, change: Change): Changed {
  const reasons: string[] = [];
  const slower: Slower[] = [];
  let now = run;
  for (const step of [onChips, underLimit]) {
    const next = step(calculator, now, change);
    now = next.run;
    slower.push(...next.slower);
    if (next.reason !== null) reasons.push(next.reason);
  }
  const moved = inPlace(now, change);
  if (moved.reason !== null) reasons.push(moved.reason);
  return { ...moved, slower, reason: reasons.join('; ') || null };
}

/** A run after one step of a change. */
type Step = Omit<Changed, 'note'>;

const unchanged = (run: Run, reason: string | null = null): Step => ({
  run,
  slower: [],
  reason,
});

/** On other chips, as `compare` tells it. */
function onChips(calculator: Calculator, run: Run, { accelerator }: Change): Step {
  if (accelerator === undefined) return unchanged(run);
  const compared = calculator.compare(run, { accelerators: [accelerator] });
  if (!compared.ok) {
    const { wrong, remedy } = mending(compared.problems[0]);
    throw new LedgerFault(wrong, remedy);
  }
  const { options, skipped } = compared.comparison;
  const [option] = options;
  if (!option) return unchanged(run, skipped[0]?.reason ?? 'it is on these chips');
  const { hours = 1, ...rest } = option.run;
  const { value, high = value } = typeof hours === 'number' ? { value: hours } : hours;
  const log = ln(high / value) / Z_90;
  return {
    run: { ...rest, hours: 1 },
    slower: [{ scale: value, key: PEAK_RATIO, log }],
    reason: null,
  };
}

/** Under a limit, by what is usual for such work without it and under it. */
function underLimit(calculator: Calculator, run: Run, { powerLimitW }: Change): Step {
  if (powerLimitW === undefined) return unchanged(run);
  if (run.hardware.length !== 1) return unchanged(run, 'it has not one kind of chips');
  if (run.energyKwh !== undefined || run.hardware.some(({ powerW }) => powerW !== undefined))
    return unchanged(
      run,
      'what it drew was measured, and what it would draw under a limit was not',
    );
  const limited = run.hardware.map((one) => ({ ...one, powerLimitW }));
  const there: Run = { ...run, hardware: limited };
  const before = calculator.prepare(run);
  const [beforeW, underW] = [usualChipPower(before), usualChipPower(calculator.prepare(there))];
  if (beforeW === null || underW === null)
    return unchanged(run, 'what its chips usually draw is not known');
  const { warnings } = calculator.estimate(there, { alternatives: false });
  const unlikely = warnings.find(({ code }) => LIMITS.includes(code));
  if (unlikely) return unchanged(run, unlikely.message);
  if (underW >= beforeW)
    return unchanged(run, `a limit of ${powerLimitW} W is not below what its chips are rated for`);
  const slower = timeUnderLimit(before.edition, beforeW, underW);
  return slower
    ? { run: there, slower: [slower], reason: null }
    : unchanged(run, 'its edition does not know how long work takes under a limit');
}

/** Limits that no chip keeps, or none needs. */
const LIMITS: readonly string[] = ['limit-below-rest', 'limit-above-rating'] satisfies SaidCode[];

/** What was told of one place is not so of another; named as people know it. */
const OF_PLACE = {
  pue: 'PUE',
  carbonIntensityGPerKwh: 'carbon intensity',
  wueLPerKwh: 'WUE',
} as const;

/** Somewhere else, and in a building whose PUE is told. */
function inPlace(run: Run, { place, pue }: Change): Pick<Changed, 'run' | 'reason' | 'note'> {
  const isThere = place !== undefined && run.place !== undefined && isSame(place, run.place);
  const moved = place && !isThere ? movedRun(run, place) : run;
  const left = (Object.keys(OF_PLACE) as (keyof typeof OF_PLACE)[])
    .filter((field) => run[field] !== undefined && moved[field] === undefined)
    .filter((field) => field !== 'pue' || pue === undefined)
    .map((field) => OF_PLACE[field]);
  return {
    run: pue === undefined ? moved : { ...moved, pue },
    reason: isThere && pue === undefined ? 'it runs there already' : null,
    note:
      left.length === 0
        ? null
        : `the ${left.join(' and ')} that was told of where it ran is left; what is usual there counts${left.includes('PUE') ? ' (--pue tells another)' : ''}`,
  };
}

const isSame = (one: object, other: object): boolean => textOf(one) === textOf(other);
const textOf = (place: object): string => JSON.stringify(Object.entries(place).sort());
