import type { EstimateResult, Option, OptionGroup } from '@ml-emissions/calculator';
import { holdsModel } from '../compare/fits.ts';
import { calculator } from './calculator.ts';
import type { RunForm } from './fields.ts';
import { type Footprint, footprintAt, footprintOf, inAll, isLess } from './footprint.ts';
import { formOf } from './form.ts';

/** Chips that would do the work in hand with less. */
export interface OtherChip {
  readonly option: Option;
  readonly there: Footprint;
  /** Those whose electricity is not told apart from the lowest. */
  readonly group: OptionGroup | null;
}

/** The least emitting chips for the work in hand, null where there are none: of all makers, and of the same one. */
export interface OtherChips {
  readonly any: OtherChip | null;
  readonly same: OtherChip | null;
}

/**
 * The least emitting chips, the making of the hardware counted in, that are not slower, have no less memory and take no
 * more electricity: of all makers and of the same maker.
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
  const here = footprintOf(result);
  const fitting = compared.comparison.options
    .filter((option) => {
      const chip = chipOf(option.run);
      const isSlower = option.hours !== null && now !== undefined && option.hours > now;
      const hasLessMemory = (chip?.memoryGb ?? 0) < (own?.memoryGb ?? 0);
      const isLower = option.kgCo2e.value < here.operational;
      return chip && isLower && holdsModel(option) && !isSlower && !hasLessMemory;
    })
    // What saves electricity may cost more in the making.
    .map((option) => ({ option, there: footprintAt(option.run) }))
    .filter(({ there }) => isLess(there, here))
    .toSorted((a, b) => inAll(a.there) - inAll(b.there));

  const lowestOf = (some: typeof fitting): OtherChip | null => {
    const [lowest] = some;
    if (!lowest) return null;
    // Of chips that fit alone: what is told apart from a chip that does not fit says nothing.
    const accelerators = some.flatMap(({ option }) => chipOf(option.run)?.id ?? []);
    const among = calculator().compare({ ...result.run }, { accelerators });
    return { ...lowest, group: among.ok ? (among.comparison.groups[0] ?? null) : null };
  };
  return {
    any: lowestOf(fitting),
    same: lowestOf(fitting.filter(({ option }) => chipOf(option.run)?.vendor === own?.vendor)),
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
