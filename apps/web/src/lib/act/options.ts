import type {
  CompareOptions,
  Comparison,
  EstimateResult,
  Option,
  OptionGroup,
  Place,
  Region,
} from '@ml-emissions/calculator';
import { calculator } from '../state/calculator.ts';
import type { RunForm } from '../state/fields.ts';

/** A region beside the run in hand. */
export interface Elsewhere {
  readonly option: Option;
  readonly region: Region;
}

const cloud = (place: Place | undefined) => (place && 'region' in place ? place : null);

function comparisonOf({ run }: EstimateResult, options: CompareOptions): Comparison | null {
  const compared = calculator().compare(run, options);
  return compared.ok ? compared.comparison : null;
}

/** The region that a run names; null where it names none. */
export const regionOf = ({ run, edition }: EstimateResult): Region | null => {
  const place = cloud(run.place);
  return (
    calculator()
      .catalogue(edition.id)
      .regions.find(
        ({ provider, region }) => provider === place?.provider && region === place.region,
      ) ?? null
  );
};

/**
 * Every region that anybody may use, the least emitting first.
 *
 * @param result of the run in hand
 */
export function elsewhere(result: EstimateResult): Elsewhere[] {
  const { regions } = calculator().catalogue(result.edition.id);
  const byKey = new Map(regions.map((one) => [`${one.provider} ${one.region}`, one]));
  return (comparisonOf(result, { regions: true })?.options ?? []).flatMap((option) => {
    const place = cloud(option.run.place);
    const region = byKey.get(`${place?.provider} ${place?.region}`);
    return region ? [{ option, region }] : [];
  });
}

/** The regions of a country that are not told apart from the lowest of them; null where nothing is known. */
export const groupInCountry = (result: EstimateResult, country: string): OptionGroup | null =>
  comparisonOf(result, { regions: { countries: [country] } })?.groups[0] ?? null;

/** The run with other numbers of trials; null where a number is none. */
export function withTrials(result: EstimateResult, trials: number): Option | null {
  return trials > 0 ? (comparisonOf(result, { repeats: [trials] })?.options[0] ?? null) : null;
}

/** What to type to be in a region: what belonged to the old place goes. */
export const placeFields = ({ provider, region }: Region): Partial<RunForm> => ({
  provider,
  region,
  intensity: '',
  pue: '',
  wue: '',
  gridWater: '',
  site: '',
});
