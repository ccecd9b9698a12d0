import type { EstimateResult, GridScope, Quantity } from '@ml-emissions/model';
import { mass, withRange } from './figure.ts';
import { type Report, wordsOf } from './report.ts';
import { english } from './wording/index.ts';

/** The scope of the headline; null where an intensity was given, or runs differ. */
export function scopeOf(runs: readonly EstimateResult[]): GridScope | null {
  const scopes = new Set(runs.map(({ carbonIntensityGPerKwh: { scope } }) => scope));
  const [only = null] = scopes;
  return scopes.size === 1 ? only : null;
}

/**
 * What the headline is: `location-based, lifecycle grid`.
 *
 * @param report its runs
 * @returns without the scope where that is not known
 */
export function basisWords(
  { runs }: { readonly runs: readonly EstimateResult[] },
  words = english,
): string {
  return words.basis(scopeOf(runs));
}

/** What of the electricity's emissions the GHG Protocol files where. */
export function ghgProtocolWords(report: Report): string {
  const { scope2, scope3Category3 } = report;
  const words = wordsOf(report);
  if (!scope2 && !scope3Category3) return words.scopesUnknown;
  const told = (one: Quantity | null) => one && withRange(mass(one), 'CO2e', words);
  return words.scopes(told(scope2), told(scope3Category3));
}
