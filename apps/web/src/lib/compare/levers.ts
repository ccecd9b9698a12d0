import type { CompareOptions, EstimateResult, Option } from '@ml-emissions/calculator';
import { regionName } from '../parts/names.ts';
import { calculator } from '../state/calculator.ts';
import { footprintAt } from '../state/footprint.ts';
import { holdsModel } from './fits.ts';

/** The levers of the paper, in the order in which they are pulled. */
export const LEVERS = ['region', 'provider', 'hardware', 'search', 'tuning'] as const;
export type Lever = (typeof LEVERS)[number];

/** Whether a model answers in it: nothing is searched or trained. */
export const isInUse = ({ run }: Pick<EstimateResult, 'run'>): boolean =>
  run.service !== undefined || run.phase === 'inference';

/** Of them, those that a run has. */
export const leversOf = (result: Pick<EstimateResult, 'run'>): readonly Lever[] =>
  isInUse(result) ? ['region', 'provider', 'hardware'] : LEVERS;

/** What the user says of the levers that only the user can know. */
export interface Told {
  readonly isOn: Readonly<Record<Lever, boolean>>;
  /** Trials of a search now and instead. */
  readonly trialsNow: number;
  readonly trialsThen: number;
  /** Compute of fine-tuning / compute of training from scratch, 0..1. */
  readonly tuningShare: number;
}

/** One lever pulled: what was left before and after it, of electricity and the making of the hardware together. */
export interface Step {
  readonly lever: Lever;
  /** What was chosen: a region, a chip. */
  readonly choice: string;
  readonly fromKg: number;
  readonly toKg: number;
  /** What this lever saves of electricity, with its range, where the library gives one. */
  readonly saving: Option['savingKgCo2e'] | null;
  /** Whether that is all it changes: the making stays the same. */
  readonly isElectricityAlone: boolean;
  /** The choice of the least electricity, where another one is least in all; '' where it is the same. */
  readonly byElectricity: string;
  readonly isLikely: boolean | null;
  /** How many other choices are not told apart from this one. */
  readonly others: number;
}

/** So many of the least emitting are worked out whole. */
const MOST_TRIED = 12;
/** A share of the whole below which nothing is said to change. */
const SAME = 1e-6;

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
  let kg = result.total.kgCo2e.value;
  let madeKg = result.embodied.kgCo2e?.value ?? 0;
  const steps: Step[] = [];
  /** What is not known of the making of other hardware is taken for that of the hardware before. */
  const wholeOf = (option: Option) => {
    const { operational, embodied } = footprintAt(option.run);
    const made = embodied ?? madeKg;
    return { madeKg: made, kg: operational + made };
  };
  const take = (lever: Lever, options: readonly Option[]): void => {
    const fitting = options.filter(holdsModel);
    // The lowest electricity comes first; what is made anew for it may weigh more.
    const found = fitting
      .slice(0, MOST_TRIED)
      .map((option) => ({ option, there: wholeOf(option) }))
      .toSorted((a, b) => a.there.kg - b.there.kg);
    const [best] = found;
    if (!best || !(best.there.kg < kg)) return;
    const { option, there } = best;
    const isMadeAlike = Math.abs(there.madeKg - madeKg) <= SAME * kg;
    const toKg = there.kg;
    steps.push({
      lever,
      choice: option.region
        ? regionName(option.region.provider, option.region.region, option.note)
        : option.name,
      fromKg: kg,
      toKg,
      saving: option.savingKgCo2e,
      isElectricityAlone: isMadeAlike,
      byElectricity: fitting[0] && fitting[0].name !== option.name ? fitting[0].name : '',
      isLikely: option.isLikelyLower,
      others: fitting.filter((one) => one !== option && one.isToldApart === false).length,
    });
    run = option.run;
    kg = toKg;
    madeKg = there.madeKg;
  };
  const choices = (options: CompareOptions): readonly Option[] => {
    const compared = calculator().compare(run, options);
    return compared.ok ? compared.comparison.options : [];
  };
  const isOn = (lever: Lever) => told.isOn[lever] && leversOf(result).includes(lever);
  if (isOn('region') && run.place && 'provider' in run.place) {
    take('region', choices({ regions: { provider: run.place.provider } }));
  }
  if (isOn('provider') && run.place) take('provider', choices({ regions: true }));
  if (isOn('hardware')) take('hardware', choices({ accelerators: true }));
  const scale = (lever: Lever, factor: number): void => {
    if (!isShare(factor) || factor === 1) return;
    steps.push({
      lever,
      choice: '',
      fromKg: kg,
      toKg: kg * factor,
      saving: null,
      isElectricityAlone: true,
      byElectricity: '',
      isLikely: null,
      others: 0,
    });
    kg *= factor;
  };
  if (isOn('search')) scale('search', told.trialsThen / told.trialsNow);
  if (isOn('tuning')) scale('tuning', told.tuningShare);
  return steps;
}
