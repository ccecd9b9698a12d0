import type { CompareOptions, EstimateResult, Option } from '@ml-emissions/calculator';
import { regionName } from '../parts/names.ts';
import { calculator } from '../state/calculator.ts';

/** The levers of the paper, in the order in which they are pulled. */
export const LEVERS = ['region', 'provider', 'hardware', 'search', 'tuning'] as const;
export type Lever = (typeof LEVERS)[number];

/** What the user says of the levers that only the user can know. */
export interface Told {
  readonly isOn: Readonly<Record<Lever, boolean>>;
  /** Trials of a search now and instead. */
  readonly trialsNow: number;
  readonly trialsThen: number;
  /** Compute of fine-tuning / compute of training from scratch, 0..1. */
  readonly tuningShare: number;
}

/** One lever pulled: what was left before and after it. */
export interface Step {
  readonly lever: Lever;
  /** What was chosen: a region, a chip. */
  readonly choice: string;
  readonly fromKg: number;
  readonly toKg: number;
  /** Saving of this lever with its range, where the library gives one. */
  readonly saving: Option['savingKgCo2e'] | null;
  readonly isLikely: boolean | null;
  /** How many other choices are not told apart from this one. */
  readonly others: number;
}

const isShare = (value: number) => Number.isFinite(value) && value > 0 && value <= 1;

/**
 * The levers pulled one after another on a run, each on what the one before has left.
 *
 * @param result of the run in hand
 * @param told which levers, and the user's own numbers
 * @returns the steps that change something, in order
 */
export function pulled(result: EstimateResult, told: Told): readonly Step[] {
  let { run } = result;
  let kg = result.operational.kgCo2e.value;
  const steps: Step[] = [];
  const take = (lever: Lever, options: readonly Option[]): void => {
    const [best] = options;
    if (!best || !(best.kgCo2e.value < kg)) return;
    steps.push({
      lever,
      choice: best.region
        ? regionName(best.region.provider, best.region.region, best.note)
        : best.name,
      fromKg: kg,
      toKg: best.kgCo2e.value,
      saving: best.savingKgCo2e,
      isLikely: best.isLikelyLower,
      others: options.filter((one) => one !== best && one.isToldApart === false).length,
    });
    run = best.run;
    kg = best.kgCo2e.value;
  };
  const choices = (options: CompareOptions): readonly Option[] => {
    const compared = calculator().compare(run, options);
    return compared.ok ? compared.comparison.options : [];
  };
  if (told.isOn.region && run.place && 'provider' in run.place) {
    take('region', choices({ regions: { provider: run.place.provider } }));
  }
  if (told.isOn.provider && run.place) take('provider', choices({ regions: true }));
  if (told.isOn.hardware) take('hardware', choices({ accelerators: true }));
  const scale = (lever: Lever, factor: number): void => {
    if (!isShare(factor) || factor === 1) return;
    steps.push({
      lever,
      choice: '',
      fromKg: kg,
      toKg: kg * factor,
      saving: null,
      isLikely: null,
      others: 0,
    });
    kg *= factor;
  };
  if (told.isOn.search) scale('search', told.trialsThen / told.trialsNow);
  if (told.isOn.tuning) scale('tuning', told.tuningShare);
  return steps;
}
