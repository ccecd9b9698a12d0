import type { EstimateResult } from '@ml-emissions/calculator';
import { calculator } from '../state/calculator.ts';
import { providerLabel } from '../text/providers.ts';

/** What people call a provider. */
export const providerName = (id: string): string =>
  providerLabel(
    id,
    calculator()
      .catalogue()
      .providers.find((row) => row.id === id)?.name ?? id,
  );

/** A region as people say it: `Google Cloud, europe-north2 (Stockholm)`. */
export const regionName = (provider: string, region: string, city: string): string =>
  `${providerName(provider)}, ${region}${city ? ` (${city})` : ''}`;

/** The sources of the factors that bear on some parts of a result. */
export const factorSources = (
  result: EstimateResult | null,
  parts: readonly EstimateResult['factors'][number]['part'][],
): string[] =>
  (result?.factors ?? []).flatMap(({ part, sourceId }) =>
    sourceId !== null && parts.includes(part) ? [sourceId] : [],
  );
