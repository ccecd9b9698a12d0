import { type Amount, amountOf, type Problem } from '@ml-emissions/model';
import { problem } from '@ml-emissions/schema';

/** Figures that people round: two ways of saying a time may differ by this much. */
const AGREES = 0.01;

interface Written {
  readonly hours?: Amount | undefined;
  readonly deviceHours?: Amount | undefined;
}

/** Wall-clock hours: as given, or chip-hours over all chips; where both are given they must agree. */
export function resolveHours(
  { hours, deviceHours }: Written,
  counted: () => number,
): { readonly hours: Amount | undefined; readonly problems: readonly Problem[] } {
  if (deviceHours === undefined) return { hours, problems: [] };
  const chips = counted();
  const told = amountOf(deviceHours);
  const refuse = (message: string, expected: string) => ({
    hours,
    problems: [problem('conflict', '/deviceHours', told, { message, expected })],
  });
  if (chips <= 0) {
    return refuse(
      'deviceHours are of chips, and the run names none',
      'hours, or hardware with its count',
    );
  }
  if (hours === undefined) return { hours: divided(deviceHours, chips), problems: [] };
  const wall = amountOf(hours);
  if (Math.abs(wall * chips - told) <= AGREES * told) return { hours, problems: [] };
  return refuse(
    `deviceHours cannot be ${told}: ${wall} h on ${chips} chips are ${wall * chips} chip-hours`,
    'hours or deviceHours alone, or two that agree within 1 %',
  );
}

function divided(amount: Amount, by: number): Amount {
  if (typeof amount === 'number') return amount / by;
  return { value: amount.value / by, low: amount.low / by, high: amount.high / by };
}
