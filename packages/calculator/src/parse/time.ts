import {
  type Amount,
  amountOf,
  type Hardware,
  isPlanned,
  isServedByUses,
  type Problem,
  type Run,
} from '@ml-emissions/model';
import { problem } from '@ml-emissions/schema';

/** Figures that people round: two ways of saying a time may differ by this much. */
const AGREES = 0.01;

/** A run with its time, or what is wrong with the time. */
export interface Timed {
  readonly run: Run;
  readonly problems: readonly Problem[];
}

/**
 * Wall-clock hours and the number of chips. A count that is not said is 1, but where chip-hours are told: beside the
 * hours it follows from both, and without them nobody knows it, so that neither count nor hours are there; a plan is of
 * chip-hours, too.
 *
 * @param run as written, its names resolved; its counts may be missing
 * @param chipsOf how many chips a run has, whatever they are told by
 */
export function resolveTime(run: Run, chipsOf: (run: Run) => number): Timed {
  const { hours, deviceHours, hardware } = run;
  const uncounted = hardware.findIndex(({ count }) => count === undefined);
  if (uncounted >= 0 && (isPlanned(run) || isServedByUses(run))) {
    // A plan is of chip-hours: how many chips share them is another question.
    const why = needsCount(run);
    return { run, problems: why === null ? [] : [missingCount(uncounted, why)] };
  }
  if (deviceHours === undefined)
    return { run: { ...run, hardware: hardware.map(one) }, problems: [] };
  const told = amountOf(deviceHours);
  if (uncounted >= 0 && hardware.length === 1 && hours !== undefined) {
    const count = rounded(told / amountOf(hours));
    return {
      run: { ...run, hardware: hardware.map((kind) => ({ ...kind, count })) },
      problems: [],
    };
  }
  if (uncounted >= 0 && hours === undefined) {
    const why = needsCount(run);
    return { run, problems: why === null ? [] : [missingCount(uncounted, why)] };
  }
  const counted: Run = { ...run, hardware: hardware.map(one) };
  const chips = chipsOf(counted);
  const refuse = (message: string, expected: string): Timed => ({
    run: counted,
    problems: [problem('conflict', '/deviceHours', told, { message, expected })],
  });
  if (chips <= 0) {
    return refuse(
      'deviceHours are of chips, and the run names none',
      'hours, or hardware with its count',
    );
  }
  if (hours === undefined) {
    return { run: { ...counted, hours: divided(deviceHours, chips) }, problems: [] };
  }
  const wall = amountOf(hours);
  if (Math.abs(wall * chips - told) <= AGREES * told) return { run: counted, problems: [] };
  return refuse(
    `deviceHours cannot be ${told}: ${wall} h on ${chips} ${chips === 1 ? 'chip' : 'chips'} are ${wall * chips} chip-hours`,
    'hours or deviceHours alone, or two that agree within 1 %',
  );
}

const one = (kind: Hardware): Hardware => (kind.count === undefined ? { ...kind, count: 1 } : kind);

/** 528 / 66 is 8, whatever the last bit says. */
const rounded = (value: number): number => Number(value.toPrecision(12));

/** What cannot be counted without knowing the wall-clock time; null where nothing is in the way. */
function needsCount({ hardware, host, nodes, idle }: Run): string | null {
  if (hardware.length > 1)
    return 'deviceHours of several kinds of chip are shared out by their counts';
  if (host !== undefined)
    return 'the host draws its power by wall-clock time, which deviceHours alone do not say';
  if (nodes !== undefined)
    return 'nodes draw power by wall-clock time, which deviceHours alone do not say';
  if (idle !== undefined) return 'idle power is of each chip, and their number is not told';
  return null;
}

function missingCount(index: number, why: string): Problem {
  return problem('missing', `/hardware/${index}/count`, null, {
    message: `count is missing: ${why}`,
    expected: 'the number of chips, or hours beside deviceHours',
  });
}

function divided(amount: Amount, by: number): Amount {
  if (typeof amount === 'number') return amount / by;
  return { value: amount.value / by, low: amount.low / by, high: amount.high / by };
}
