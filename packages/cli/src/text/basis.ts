import type { EstimateResult } from '@ml-emissions/calculator';
import { massRange, volumeRange } from '../format.ts';

type Scope = EstimateResult['carbonIntensityGPerKwh']['scope'];

const GRIDS = { lifecycle: ', lifecycle grid', direct: ', direct grid' } as const;

/**
 * What the headline is: `operational, location-based, lifecycle grid`.
 *
 * @param scopes of the grids behind it; it is not told where that is not known, or they differ
 */
export function basisText(scopes: readonly Scope[]): string {
  const [only = null, ...others] = new Set(scopes);
  const grid = only === null || others.length > 0 ? '' : GRIDS[only];
  return `operational, location-based${grid}`;
}

/** What of the electricity's emissions the GHG Protocol files where. */
export function ghgProtocolText({
  scope2,
  scope3Category3,
}: EstimateResult['ghgProtocol']): string {
  if (!scope2.kgCo2e || !scope3Category3.kgCo2e) return 'GHG Protocol, Scope 2 and 3: not known';
  return `GHG Protocol, of whoever buys the electricity: Scope 2: ${massRange(scope2.kgCo2e)}; Scope 3, category 3: ${massRange(scope3Category3.kgCo2e)}`;
}

/** Water on site and at power plants; only what is known. */
export function waterText({ onSiteL, offSiteL }: EstimateResult['water']): string {
  const litres = [onSiteL, offSiteL].flatMap((one) => one?.value ?? []);
  if (litres.length === 0) return '';
  return `; water ${volumeRange({ value: litres.reduce((sum, one) => sum + one, 0) })}`;
}
