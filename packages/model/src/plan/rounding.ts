import type { Factor } from '../factor.ts';

/** Two decimals, as the 2019 site rounds: toFixed takes the number that the double really is, 21.645 gives 21.64. */
export const toHundredths = (value: number): number => Number(value.toFixed(2));

/**
 * An intensity in kg/kWh as the 2019 site uses it: a region's is cut to whole grams, then its kg rounded; that of
 * private machines is as typed.
 *
 * Source: the site's own code at mlco2/impact (source `mlco2-impact-head`).
 *
 * @param factor g CO2e/kWh
 * @param gPerKg 1000
 */
export function roundedIntensity({ value, kind }: Factor, gPerKg: number): number {
  return kind === 'given' ? value / gPerKg : toHundredths(Math.trunc(value) / gPerKg);
}
