import type { MethodSpec } from '../method.ts';
import { EXCLUDED_BY_FULL, full } from './full.ts';

/**
 * Software Carbon Intensity: the same energy and location-based intensity as `full`, manufacture by time reserved over
 * lifespan, per functional unit.
 *
 *     SCI = (E x I + M) / R          M = TE x TiR / EL x RR / ToR
 *
 * Source: ISO/IEC 21031:2024; lifespan of four years as in the Impact Framework.
 */
export const sci = {
  ...full,
  name: 'sci',
  source: 'iso-21031',
  ladders: { ...full.ladders, embodied: 'parts-over-lifespan', market: false },
  excluded: [...EXCLUDED_BY_FULL, { item: 'offsets-and-contracts', reason: 'neither-allowed' }],
} as const satisfies MethodSpec;
