import type { EstimateResult } from '@ml-emissions/calculator';
import { litres as told } from '../text/format.ts';

/** Litres on site and at power plants together; null where neither is known. */
export function litres({ onSiteL, offSiteL }: EstimateResult['water']): string | null {
  const known = [onSiteL, offSiteL].flatMap((one) => one?.value ?? []);
  return known.length === 0 ? null : told(known.reduce((sum, one) => sum + one, 0));
}
