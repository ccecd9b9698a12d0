import type { Edition } from '@ml-emissions/data';
import {
  type Amount,
  amountOf,
  type EnergyScope,
  type Factor,
  ln,
  pow,
  productGsd,
  revised,
  type Said,
  square,
  Z_90,
} from '@ml-emissions/model';
import { knownCoefficient } from './coefficient.ts';
import type { Question } from './question.ts';

/** What a number was read from: a sensor inside of the machine, as NVML reads it, or a meter at the plug or feed. */
export type Meter = 'inside' | 'wall';

interface About {
  readonly said?: Said;
  /** Whether the range is of what the value exceeds 1 by. */
  readonly isExcess?: boolean;
  readonly meter?: Meter;
}

/**
 * A number of the user's as a factor; each side of its range is kept:
 *
 *     gsd = (value / low)^(1 / 1.645)     gsdUp = (high / value)^(1 / 1.645)
 *
 * Editions from before a range had two sides take the wider one on both.
 *
 * Source: 90 % range of a lognormal, IPCC 2006 Guidelines, vol. 1 ch. 3.
 *
 * @param asked the edition, and which fields are one unknown
 * @param amount exact, or with its 90 % range
 * @param field JSON Pointer of the number in the run: what makes it the same unknown elsewhere
 * @param about what metered it, what the range is of, what a reader should know
 * @returns the factor in the amount's unit
 * Errors: none.
 * @example amountFactor(question, { value: 320, low: 250, high: 410 }, '/energyKwh').gsd // 1.16
 */
export function amountFactor(
  { edition, keyOf }: Pick<Question, 'edition' | 'keyOf'>,
  amount: Amount,
  field: string,
  about: About = {},
): Factor {
  const { said = null, isExcess = false, meter } = about;
  const bare = {
    value: amountOf(amount),
    kind: meter ? 'measured' : 'given',
    sourceId: null,
    year: null,
    confidence: null,
    said,
    gsd: 1,
    spreadOf: 'value',
    key: keyOf(field),
  } as const;
  if (typeof amount === 'number') return meter ? asRead(edition, bare, meter) : bare;
  const { value, low, high } = amount;
  const less = isExcess && low > 1 ? 1 : 0;
  if (value === less) return bare;
  const down = (value - less) / (low - less);
  const up = (high - less) / (value - less);
  return { ...bare, ...deviationsOf(edition, down, up), spreadOf: less === 1 ? 'excess' : 'value' };
}

/**
 * A reading without a range is as sure as its meter. One kind of meter is one unknown, in whichever run it was read:
 * what a sensor errs by stays.
 *
 * Source: `data/defaults.csv`, `meter.*`.
 */
function asRead(edition: Edition, bare: Factor, meter: Meter): Factor {
  const id = `meter.${meter}`;
  const gsd = edition.defaultById.get(id)?.gsd;
  return gsd && bare.value > 0 ? { ...bare, gsd, key: id } : bare;
}

/** Which meter saw energy of that scope. */
export const meterOf = (scope: EnergyScope = 'it'): Meter =>
  scope === 'accelerators' || scope === 'components' ? 'inside' : 'wall';

/** Whether an edition tells the two sides of a range apart. */
export const hasTwoSides = (edition: Edition): boolean =>
  knownCoefficient(edition, 'range.sides') === 2;

/** A deviation on both sides, or one on each. */
export interface Sides {
  readonly gsd: number;
  readonly gsdUp?: number;
}

/**
 * The deviations of a 90 % range, by how far its ends are from the value.
 *
 * @param down value / low
 * @param up high / value
 */
export function deviationsOf(edition: Edition, down: number, up: number): Sides {
  const isOne = !hasTwoSides(edition) || Math.abs(down / up - 1) < SAME;
  if (isOne) return { gsd: pow(Math.max(down, up), 1 / Z_90) };
  return { gsd: pow(down, 1 / Z_90), gsdUp: pow(up, 1 / Z_90) };
}

/**
 * A factor that is less sure for one more reason, on each of its sides. The reason is the same for all runs: what averages
 * out of the factor stays as it was.
 */
export function widened(factor: Factor, by: Sides): Factor {
  const { gsd, apart } = factor;
  const up = factor.gsdUp ?? by.gsdUp;
  if (gsd === null || (by.gsd === 1 && (by.gsdUp ?? 1) === 1)) return factor;
  const wider = revised(factor, {
    gsd: productGsd([gsd, by.gsd]),
    gsdUp: up === undefined ? undefined : productGsd([factor.gsdUp ?? gsd, by.gsdUp ?? by.gsd]),
  });
  if (!apart) return wider;
  const part = square(bothSides(factor) / bothSides(wider));
  return { ...wider, apart: { byModel: apart.byModel * part, byRun: apart.byRun * part } };
}

/** The logs of both sides together. */
const bothSides = ({ gsd, gsdUp }: Factor): number => ln(gsd ?? 1) + ln(gsdUp ?? gsd ?? 1);

/** An even range whose ends were rounded on the way. */
const SAME = 1e-9;
