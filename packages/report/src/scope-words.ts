import type { EstimateResult, GridScope } from '@ml-emissions/model';
import { mass, withRange } from './figure.ts';
import type { Report } from './report.ts';

/** The scope of the headline; null where an intensity was given, or runs differ. */
function scopeOf(runs: readonly EstimateResult[]): GridScope | null {
  const scopes = new Set(runs.map(({ carbonIntensityGPerKwh: { scope } }) => scope));
  const [only = null] = scopes;
  return scopes.size === 1 ? only : null;
}

const GRIDS = { lifecycle: ', lifecycle grid', direct: ', direct grid' } as const;

/**
 * What the headline is: `location-based, lifecycle grid`.
 *
 * @param report its runs
 * @returns without the scope where that is not known
 */
export function basisWords({ runs }: { readonly runs: readonly EstimateResult[] }): string {
  const scope = scopeOf(runs);
  return `location-based${scope === null ? '' : GRIDS[scope]}`;
}

/** What of the electricity's emissions the GHG Protocol files where. */
export function ghgProtocolWords({ scope2, scope3Category3 }: Report): string {
  if (!scope2 && !scope3Category3) {
    return 'What of this is Scope 2 and what Scope 3 of the GHG Protocol is not known.';
  }
  const direct = scope2 ? withRange(mass(scope2), 'CO2e') : 'not known';
  const before = scope3Category3 ? withRange(mass(scope3Category3), 'CO2e') : 'not known';
  return `By the GHG Protocol, for whoever buys the electricity: Scope 2, location-based: ${direct}; Scope 3, category 3 (fuel and plants, without losses of the lines): ${before}. For a customer of a cloud both are Scope 3.`;
}
