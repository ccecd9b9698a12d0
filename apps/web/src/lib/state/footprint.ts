import type { EstimateResult, Run } from '@ml-emissions/calculator';
import { calculator } from './calculator.ts';

/** What a run emits in all: its electricity, and its share of the making of the hardware, kg CO2e. */
export interface Footprint {
  readonly operational: number;
  /** Null where it is not known. */
  readonly embodied: number | null;
}

export const footprintOf = ({
  operational,
  embodied,
}: Pick<EstimateResult, 'operational' | 'embodied'>): Footprint => ({
  operational: operational.kgCo2e.value,
  embodied: embodied.kgCo2e?.value ?? null,
});

/** Of a run that might be, such as an option of a comparison. */
export const footprintAt = (run: Run): Footprint =>
  footprintOf(calculator().estimate(run, { receipt: false, alternatives: false }));

/** Both together; the electricity alone where the making is not known. */
export const inAll = ({ operational, embodied }: Footprint): number =>
  operational + (embodied ?? 0);

/** Fit to be compared: whole where every one of them knows its making, else each by its electricity alone. */
export const comparable = (some: readonly Footprint[]): readonly Footprint[] =>
  some.every(({ embodied }) => embodied !== null)
    ? some
    : some.map(({ operational }) => ({ operational, embodied: null }));

/** Whether one is less than another, by as much as is known of both. */
export function isLess(one: Footprint, other: Footprint): boolean {
  const [first = one, second = other] = comparable([one, other]);
  return inAll(first) < inAll(second);
}

export const sumOf = (some: readonly Footprint[]): Footprint =>
  comparable(some).reduce<Footprint>(
    (sum, { operational, embodied }) => ({
      operational: sum.operational + operational,
      embodied: embodied === null || sum.embodied === null ? null : sum.embodied + embodied,
    }),
    { operational: 0, embodied: 0 },
  );
