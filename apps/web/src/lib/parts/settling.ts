import type { EstimateResult } from '@ml-emissions/calculator';
import { byField } from './by-field.ts';
import { measuredAt, takenPowerW } from './measured.ts';

/** What would make a result surer most, and the range that would be left, kg CO2e. */
export interface Settling {
  readonly factor: string;
  /** Where the run would say it: a JSON pointer. */
  readonly field: string;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The input that would settle most, and the range that would be left.
 *
 * A mean power is taken as metered at its middle, with a meter's error. Of anything else the doubt goes whole: shares are
 * of the variance of the logarithm, so the width of the logarithm shrinks by sqrt(1 - share).
 *
 * @param result with its range and shares
 * @returns null where there is no range
 */
export function settling(result: EstimateResult): Settling | null {
  const [first] = byField(result.sensitivity);
  const { value, low, high } = result.operational.kgCo2e;
  if (!first || low === undefined || high === undefined || !(low > 0 && low < high)) return null;
  const { factor, field, share } = first;
  const powerW = field === '/hardware/0/powerW' ? takenPowerW(result) : null;
  const metered = powerW === null ? undefined : measuredAt(result, powerW)?.operational.kgCo2e;
  if (metered?.low !== undefined && metered.high !== undefined)
    return { factor, field, share, low: metered.low, high: metered.high };
  const left = Math.sqrt(Math.max(0, 1 - share));
  const shrunk = (end: number) => value * (end / value) ** left;
  return { factor, field, share, low: shrunk(low), high: shrunk(high) };
}
