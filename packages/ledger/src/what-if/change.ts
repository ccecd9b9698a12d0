import type { Calculator } from '@ml-emissions/calculator';
import { ln, type Place, type Run, Z_90 } from '@ml-emissions/model';
import { movedRun, type Slower, timeUnderLimit } from '@ml-emissions/rates';
import { LedgerFault } from '../engine/duckdb.ts';
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
  return { run: inPlace(now, change), slower, reason: reasons.join('; ') || null };
}

const unchanged = (run: Run, reason: string | null = null): Changed => ({
  run,
  slower: [],
  reason,
});

/** On other chips, as `compare` tells it. */
function onChips(calculator: Calculator, run: Run, { accelerator }: Change): Changed {
  if (accelerator === undefined) return unchanged(run);
  const compared = calculator.compare(run, { accelerators: [accelerator] });
  if (!compared.ok) {
    const [{ message, expected }] = compared.problems;
    throw new LedgerFault(message, expected);
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
function underLimit(calculator: Calculator, run: Run, { powerLimitW }: Change): Changed {
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
  const slower = timeUnderLimit(before.edition, beforeW, underW);
  return slower
    ? { run: there, slower: [slower], reason: null }
    : unchanged(run, 'its edition does not know how long work takes under a limit');
}

/** Somewhere else, and in a building whose PUE is told. */
function inPlace(run: Run, { place, pue }: Change): Run {
  const moved = place ? movedRun(run, place) : run;
  return pue === undefined ? moved : { ...moved, pue };
}
