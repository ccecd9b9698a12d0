import type { Factor, IntensityFactor } from './factor.ts';

/** A factor under the name that the receipt gives it. */
export interface Named<F extends Factor = Factor> {
  readonly step: string;
  readonly unit: string;
  readonly factor: F;
  /** An exact number of the user's: it stands in the formula and has no line of its own. */
  readonly inline: boolean;
  /** JSON Pointer to the input that would settle it; '' where there is none. */
  readonly field: string;
}

/** Where energy goes, before overhead and facility; `metered` was not told apart by the meter. */
export type EnergyPart = 'accelerators' | 'host' | 'idle' | 'metered';

/** One summand: a product of factors over others. */
export interface Term<Part extends string = string> {
  readonly part: Part;
  /** The name of its line in the receipt. */
  readonly step: string;
  /** What it is, for people. */
  readonly label: string;
  readonly unit: string;
  readonly times: readonly Named[];
  readonly over: readonly Named[];
  /** What the product is divided by to come to `unit`: 1000 from Wh to kWh. */
  readonly per: number;
  /** The product itself, in `unit`. */
  readonly value: number;
}

/** How a method rounds on its way; absent where it does not. */
export interface Rounding {
  readonly energyKwh: (kwh: number) => number;
  /** g/kWh -> kg/kWh as the method uses it. */
  readonly kgPerKwh: (gPerKwh: number) => number;
  readonly kgCo2e: (kg: number) => number;
}

/** All that a method counts for one run: what the receipt lists and the range rests on. */
export interface Account {
  /** kWh; at the level of components, or of what was metered. */
  readonly energy: readonly Term<EnergyPart>[];
  /** IT energy / energy of the components; null where it is in the energy already or not counted. */
  readonly overhead: Named | null;
  /** Facility energy / IT energy; null where it is in the energy already or not counted. */
  readonly pue: Named | null;
  /** PUE that metered facility energy holds; IT energy is the energy over it. */
  readonly pueInEnergy: Named | null;
  readonly intensity: Named<IntensityFactor>;
  /** kg CO2e for manufacture; null where the method does not count it or nothing is known. */
  readonly embodied: readonly Term<string>[] | null;
  /** Litres per kWh of IT energy; null = not known. */
  readonly wue: Named | null;
  /** Litres per kWh of grid electricity; null = not known. */
  readonly gridWater: Named | null;
  /** g CO2e/kWh of contractual instruments; null = not known. */
  readonly market: Named | null;
  readonly rounding: Rounding | null;
}

/**
 * A summand from its factors.
 *
 * @param parts names, factors multiplied (`times`) and divided by (`over`), and the unit's divisor (`per`, 1 by default)
 * @returns the same with its value
 * Errors: none.
 */
export function term<Part extends string>(
  parts: Omit<Term<Part>, 'value' | 'over' | 'per'> & {
    readonly over?: readonly Named[];
    readonly per?: number;
  },
): Term<Part> {
  const { part, step, label, unit, times, over = NOTHING, per = 1 } = parts;
  let value = 1;
  for (const { factor } of times) value *= factor.value;
  for (const { factor } of over) value /= factor.value;
  // A literal: spreading an object costs many times as much, and every run has a dozen terms.
  return { part, step, label, unit, times, over, per, value: value / per };
}

const NOTHING: readonly Named[] = [];
