import type { FactorKind } from './factor.ts';
import type { EnergyPart } from './method.ts';
import type { Rungs } from './rungs.ts';
import type { Said } from './said.ts';

/** A factor as the method used it, with its 90 % range; the range is absent where the method gives none. */
export interface UsedValue {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  /** A row of `data/sources.csv`; null where the number was given. */
  readonly sourceId: string | null;
}

/** Facility energy / IT energy as the method used it. */
export interface UsedPue extends UsedValue {
  /** The year that it describes; null where it has none. */
  readonly year: number | null;
  /** How it was found; `metered` where the meter saw the facility, `method` where the method brings its own. */
  readonly rung: Exclude<Rungs['pue'], 'none'>;
  /** Whether the energy was metered with it, so that nothing was multiplied by it. */
  readonly isInEnergy: boolean;
}

/** One kind of accelerator with the power that the method took for it. */
export interface UsedChip {
  readonly id: string | null;
  readonly name: string;
  /** Chips; a fraction is a share of one. */
  /** Null where only chip-hours are told. */
  readonly count: number | null;
  /** Rated power of one chip, W; null where none is published. */
  readonly tdpW: number | null;
  /** Memory of one chip, GB; null where it is not listed. */
  readonly memoryGb: number | null;
  /** Mean power of one chip, W; null where energy was metered or the power is not known. */
  readonly powerW: number | null;
  /** `powerW` / `tdpW`; null where either is not known. */
  readonly utilisation: number | null;
  /** How `powerW` was found: metered, a given share of rated power, a usual one, or rated power; null where it is null. */
  readonly power: 'measured' | 'utilisation' | 'typical' | 'tdp' | null;
  /** Manufacture of one chip, kg CO2e; null where it is not counted or not known. */
  readonly embodiedKgCo2e: number | null;
}

/** One number that the method took from the tables, a meter or the user. */
export interface UsedFactor {
  /** The name of its line in the receipt. */
  readonly name: string;
  /** What it bears on first. */
  readonly part:
    | EnergyPart
    | 'overhead'
    | 'facility'
    | 'grid'
    | 'scopes'
    | 'market'
    | 'embodied'
    | 'water';
  readonly value: number;
  readonly unit: string;
  readonly kind: FactorKind;
  readonly sourceId: string | null;
  readonly note: string;
  /** The note as a code; null where it is ''. */
  readonly said: Said | null;
}
