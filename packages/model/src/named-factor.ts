import { type Factor, isExact } from './factor.ts';

/** What of a run only the user knows, and what a resolved run is linear in. */
export interface QuantityRef {
  /** JSON Pointer to the number in the run: `/hours`, `/hardware/0/count`; or a sum of counts, `cards`, `modules`. */
  readonly of: string;
  /** The factor's value / the quantity's. */
  readonly per: number;
}

/** A factor under the name that the receipt gives it. */
export interface NamedFactor<F extends Factor = Factor> {
  readonly name: string;
  readonly unit: string;
  readonly factor: F;
  /** An exact number of the user's: it stands in the formula and has no line of its own. */
  readonly inline: boolean;
  /** JSON Pointer to the input that would settle it; '' where there is none. */
  readonly field: string;
  /** Set where the factor is a quantity of the user's times a plain number; null for a rate. */
  readonly quantity: QuantityRef | null;
  /** One of something whose number nobody knows: it stands in no formula. */
  readonly isSilent?: true;
}

interface About {
  readonly field?: string;
  readonly quantity?: QuantityRef | null;
}

/** A factor under its name; an exact number of the user's stands in the formula only. */
export function named<F extends Factor>(
  name: string,
  unit: string,
  factor: F,
  { field = '', quantity = null }: About = {},
): NamedFactor<F> {
  const inline = factor.kind === 'given' && isExact(factor);
  return { name, unit, factor, inline, field, quantity };
}

/** The same, but with a line of its own whoever gave it. */
export function listed<F extends Factor>(
  name: string,
  unit: string,
  factor: F,
  { field = '', quantity = null }: About = {},
): NamedFactor<F> {
  return { name, unit, factor, inline: false, field, quantity };
}
