import type { EstimateResult } from '@ml-emissions/calculator';
import { calculator } from '../state/calculator.ts';

/**
 * The same run with something told otherwise; null where that makes no valid run.
 *
 * @param result of the run in hand
 * @param changes by the names of a run as written
 */
export function variantOf(
  { run }: EstimateResult,
  changes: Readonly<Record<string, unknown>>,
): EstimateResult | null {
  const parsed = calculator().parseRun({ ...run, ...changes });
  return parsed.ok ? calculator().estimate(parsed.run) : null;
}

/** A number as typed, in either language's way; null where it is none. */
export function typedNumber(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  const value = Number(plain);
  return plain === '' || !Number.isFinite(value) ? null : value;
}
