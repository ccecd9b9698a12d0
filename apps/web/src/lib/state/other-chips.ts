import type { EstimateResult, Option, OptionGroup } from '@ml-emissions/calculator';
import { holdsModel } from '../compare/fits.ts';
import { calculator } from './calculator.ts';
import type { RunForm } from './fields.ts';
import { formOf } from './form.ts';

/** What a run would emit in all: electricity and the making of the hardware, kg CO2e. */
export interface Footprint {
  readonly operational: number;
  /** Null where it is not known. */
  readonly embodied: number | null;
}

const footprintOf = ({ operational, embodied }: EstimateResult): Footprint => ({
  operational: operational.kgCo2e.value,
  embodied: embodied.kgCo2e?.value ?? null,
});

/** Of the whole, where both know their manufacture; else of the electricity alone. */
const isLess = (there: Footprint, here: Footprint): boolean =>
  there.operational < here.operational &&
  (there.embodied === null ||
    here.embodied === null ||
    there.operational + there.embodied < here.operational + here.embodied);

/** The least emitting chips for the work in hand: of all makers, and of the same one. */
export interface OtherChips {
  readonly any: Option | null;
  readonly same: Option | null;
  /** Those of each that are not told apart from the least emitting. */
  readonly anyGroup: OptionGroup | null;
  readonly sameGroup: OptionGroup | null;
  /** In all, on the least emitting of the same maker; null where there is none. */
  readonly sameFootprint: Footprint | null;
}

/**
 * The least emitting chips that are not slower and have no less memory, of all makers and of the same maker.
 * Peak speeds come with the larger tables: without them nothing is found.
 *
 * @param result of the run in hand
 * @returns null where no chips can be computed for it
 */
export function otherChips(result: EstimateResult): OtherChips | null {
  const choices = calculator().catalogue(result.edition.id);
  const chipOf = ({ hardware: [first] }: Option['run']) =>
    typeof first?.accelerator === 'string' ? choices.accelerator(first.accelerator) : undefined;
  const own = chipOf(result.run);
  // A copy is prepared anew: the run itself may have been before the larger tables came.
  const compared = calculator().compare({ ...result.run }, { accelerators: true });
  if (!compared.ok || compared.comparison.options.length === 0) return null;
  // A planned run has its hours in its plan.
  const hours = result.plan?.hours ?? result.run.hours;
  const now = typeof hours === 'object' ? hours.value : hours;
  // What saves electricity may cost more in the making.
  const here = footprintOf(result);
  const there = ({ run }: Option) => footprintOf(calculator().estimate(run));
  const fitting = compared.comparison.options.filter((option) => {
    const chip = chipOf(option.run);
    const isSlower = option.hours !== null && now !== undefined && option.hours > now;
    const hasLessMemory = (chip?.memoryGb ?? 0) < (own?.memoryGb ?? 0);
    const isFit = chip && holdsModel(option) && !isSlower && !hasLessMemory;
    return isFit && isLess(there(option), here);
  });

  const ofMaker = fitting.filter(({ run }) => chipOf(run)?.vendor === own?.vendor);
  /** Of chips that fit alone: what is told apart from a chip that does not fit says nothing. */
  const groupOf = (some: readonly Option[]): OptionGroup | null => {
    const accelerators = some.flatMap(({ run }) => chipOf(run)?.id ?? []);
    const among = calculator().compare({ ...result.run }, { accelerators });
    return among.ok ? (among.comparison.groups[0] ?? null) : null;
  };
  const same = ofMaker[0] ?? null;
  return {
    any: fitting[0] ?? null,
    same,
    anyGroup: groupOf(fitting),
    sameGroup: groupOf(ofMaker),
    sameFootprint: same && there(same),
  };
}

/** What to type to have other chips, with the hours that they would take: no more digits than so rough a scaling has. */
export function chipFields({ run, name }: Option): Partial<RunForm> {
  const { hours } = run;
  const short = (value: number) => Number(value.toPrecision(3));
  const told =
    typeof hours === 'object'
      ? { hours: { value: short(hours.value), low: short(hours.low), high: short(hours.high) } }
      : {};
  return { ...formOf({ ...run, ...told }), accelerator: name };
}
