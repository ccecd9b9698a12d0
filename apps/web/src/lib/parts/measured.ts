import type { EstimateResult } from '@ml-emissions/calculator';
import { variantOf } from './variant.ts';

/** The mean power that is taken for the chips of a run, W; null where there are several kinds, or it was measured. */
export function takenPowerW({ run, machine }: EstimateResult): number | null {
  const [chip] = machine.accelerators;
  if (run.hardware.length !== 1 || chip?.power === 'measured') return null;
  return chip?.powerW ?? null;
}

/**
 * The same run with the mean power of its chips metered; null where that makes no valid run.
 *
 * @param powerW of one chip
 */
export function measuredAt(result: EstimateResult, powerW: number): EstimateResult | null {
  const [hardware] = result.run.hardware;
  if (!hardware) return null;
  const { utilisation: _, ...rest } = hardware;
  return variantOf(result, { hardware: [{ ...rest, powerW }] });
}
