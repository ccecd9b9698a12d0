import type { RankedPlace } from '@ml-emissions/calculator/as-needed';

/** Where a kWh of computing emits least now, worked out when the package is built (ranked.ts beside); null where it is not. */
export const RANKED: readonly RankedPlace[] | null = null;
