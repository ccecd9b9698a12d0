import { catalogue, type EstimateResult, type SourceRow } from '@ml-emissions/calculator';
import { providerLabel } from '../text/providers.ts';

/** What people call a provider. */
export const providerName = (id: string): string =>
  providerLabel(id, catalogue().providers.find((row) => row.id === id)?.name ?? id);

/** The rows of the sources table, those that there are. */
export const sourcesBy = (ids: readonly string[]): SourceRow[] =>
  [...new Set(ids)].flatMap((id) => catalogue().source(id) ?? []);

/** The sources of some steps of a receipt. */
export const stepSources = (result: EstimateResult | null, steps: readonly string[]): string[] =>
  (result?.receipt ?? []).flatMap(({ step, sourceId }) =>
    sourceId !== null && steps.some((one) => step === one || step.startsWith(`${one}-`))
      ? [sourceId]
      : [],
  );
