import type { EstimateResult, Option, OptionGroup } from '@ml-emissions/calculator';
import { calculator } from './calculator.ts';
import type { RunForm } from './fields.ts';
import { formOf } from './form.ts';

/** The least emitting chips for the work in hand: of all makers, and of the same one. */
export interface OtherChips {
  readonly any: Option | null;
  readonly same: Option | null;
  /** Those of each that are not told apart from the least emitting. */
  readonly anyGroup: OptionGroup | null;
  readonly sameGroup: OptionGroup | null;
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
  const fitting = compared.comparison.options.filter((option) => {
    const chip = chipOf(option.run);
    const isSlower = option.hours !== null && now !== undefined && option.hours > now;
    const hasLessMemory = (chip?.memoryGb ?? 0) < (own?.memoryGb ?? 0);
    return chip && option.savingKgCo2e.value > 0 && !isSlower && !hasLessMemory;
  });
  const ofMaker = fitting.filter(({ run }) => chipOf(run)?.vendor === own?.vendor);
  /** Of chips that fit alone: what is told apart from a chip that does not fit says nothing. */
  const groupOf = (some: readonly Option[]): OptionGroup | null => {
    const accelerators = some.flatMap(({ run }) => chipOf(run)?.id ?? []);
    const among = calculator().compare({ ...result.run }, { accelerators });
    return among.ok ? (among.comparison.groups[0] ?? null) : null;
  };
  return {
    any: fitting[0] ?? null,
    same: ofMaker[0] ?? null,
    anyGroup: groupOf(fitting),
    sameGroup: groupOf(ofMaker),
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
