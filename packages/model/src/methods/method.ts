import type { Work } from '../factor.ts';
import type { ReceiptStep } from '../receipt.ts';
import type { EnergyParts } from '../result.ts';
import type { MethodName } from '../run.ts';

/** What a method says about a piece of work; energies in kWh, emissions in kg CO2e. */
export interface Footprint {
  readonly energyKwh: number;
  readonly parts: EnergyParts;
  readonly operationalKgCo2e: number;
}

/** A named way to combine factors. */
export interface Method {
  readonly name: MethodName;
  /** The paper or code that defines it: a row of `data/sources.csv`. */
  readonly source: string;
  readonly included: readonly string[];
  readonly excluded: readonly { readonly item: string; readonly reason: string }[];
  /** PUE plays no part in a method that does not count the facility. */
  readonly usesPue: boolean;
  /** Whether measured power and utilisation count, or only the rated power. */
  readonly usesMeasuredPower: boolean;
  /** Whether the method says how sure its numbers are. */
  readonly hasRange: boolean;
  /** How the method rounds an amount of emissions; `unrounded` but for methods of others. */
  readonly rounded: (value: number) => number;
  /** Operational emissions alone, kg CO2e: nothing is built around the number. */
  readonly kgCo2e: (work: Work) => number;
  readonly footprint: (work: Work) => Footprint;
  readonly receipt: (work: Work) => ReceiptStep[];
}
