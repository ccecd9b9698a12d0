import { catalogue, type EstimateResult, type SourceRow } from '@ml-emissions/calculator';
import { language } from '../text/format.ts';

const COUNTRY = /^[A-Z]{2}$/;

/**
 * A grid's name in the language of the page where it is a country; otherwise as the table writes it.
 *
 * @param id the zone
 * @param written its name in `data/zones.csv`
 */
export function placeName(id: string, written: string): string {
  if (!COUNTRY.test(id)) return written || id;
  try {
    return (
      new Intl.DisplayNames([language()], { type: 'region', fallback: 'none' }).of(id) ?? written
    );
  } catch {
    return written || id;
  }
}

/** What people call a provider. */
export const providerName = (id: string): string =>
  catalogue().providers.find((row) => row.id === id)?.name ?? id;

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
