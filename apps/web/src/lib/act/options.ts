import {
  type Accelerator,
  type Comparison,
  catalogue,
  compare,
  type EstimateResult,
  type Option,
  type Place,
  type Region,
} from '@ml-emissions/calculator';
import type { RunForm } from '../state/fields.ts';
import { formOf } from '../state/form.ts';

/** A region beside the run in hand. */
export interface Elsewhere {
  readonly option: Option;
  readonly region: Region;
}

const cloud = (place: Place | undefined) => (place && 'provider' in place ? place : null);

function comparisonOf(
  { run }: EstimateResult,
  options: Parameters<typeof compare>[1],
): Comparison | null {
  const compared = compare(run, options);
  return compared.ok ? compared.comparison : null;
}

/** The region that a run names; null where it names none. */
export const regionOf = ({ run, edition }: EstimateResult): Region | null => {
  const place = cloud(run.place);
  return (
    catalogue(edition.id).regions.find(
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
  const { regions } = catalogue(result.edition.id);
  const byKey = new Map(regions.map((one) => [`${one.provider} ${one.region}`, one]));
  return (comparisonOf(result, { regions: true })?.options ?? []).flatMap((option) => {
    const place = cloud(option.run.place);
    const region = byKey.get(`${place?.provider} ${place?.region}`);
    return region ? [{ option, region }] : [];
  });
}

/** Chips beside those of the run in hand. */
export interface OtherChips {
  readonly option: Option;
  readonly chip: Accelerator;
}

/**
 * The least emitting chips of all makers, and of the same maker, that are not slower and have no less memory.
 * Peak speeds come with the larger tables: without them nothing is found.
 *
 * @param result of the run in hand
 * @returns null where no chips can be computed for it
 */
export function otherChips(
  result: EstimateResult,
): { any: OtherChips | null; same: OtherChips | null } | null {
  const choices = catalogue(result.edition.id);
  const accelerator = result.run.hardware[0]?.accelerator;
  const own = typeof accelerator === 'string' ? choices.accelerator(accelerator) : undefined;
  // A copy is prepared anew: the run itself may have been before the larger tables came.
  const comparison = comparisonOf({ ...result, run: { ...result.run } }, { accelerators: true });
  if (!comparison || comparison.options.length === 0) return null;
  const { hours } = result.run;
  const now = typeof hours === 'object' ? hours.value : hours;
  const fitting = comparison.options.flatMap((option): OtherChips[] => {
    const id = option.run.hardware[0]?.accelerator;
    const chip = typeof id === 'string' ? choices.accelerator(id) : undefined;
    if (!chip || option.savingKgCo2e.value <= 0) return [];
    const isSlower = option.hours !== null && now !== undefined && option.hours > now;
    const hasLessMemory = (chip.memoryGb ?? 0) < (own?.memoryGb ?? 0);
    return isSlower || hasLessMemory ? [] : [{ option, chip }];
  });
  return {
    any: fitting[0] ?? null,
    same: fitting.find(({ chip }) => chip.vendor === own?.vendor) ?? null,
  };
}

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
  site: '',
});

/** What to type to have other chips, with the hours that they would take. */
export const chipFields = ({ option, chip }: OtherChips): Partial<RunForm> => ({
  ...formOf({ ...option.run }),
  accelerator: chip.name,
});
