import type { EstimateResult, RunInput } from '@ml-emissions/calculator';
import { calculator } from '../state/calculator.ts';

/**
 * Another run where the run in hand is.
 *
 * @param result of the run in hand
 * @param told of the other run: all but its place
 * @returns null where the calculator does not answer it
 */
export function estimateHere(result: EstimateResult, told: RunInput): EstimateResult | null {
  const { parseRun, estimate } = calculator();
  const { place, carbonIntensityGPerKwh } = result.run;
  const parsed = parseRun({
    ...told,
    ...(place === undefined ? {} : { place }),
    ...(carbonIntensityGPerKwh === undefined ? {} : { carbonIntensityGPerKwh }),
  });
  return parsed.ok ? estimate(parsed.run, { receipt: false, alternatives: false }) : null;
}
