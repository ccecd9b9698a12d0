import type { Factor, IntensityFactor, OffsetFactor } from './factor.ts';
import type { MethodName } from './methods/names.ts';
import type { NamedFactor } from './named-factor.ts';
import type { EnergyScope, SiteKind } from './run.ts';
import type { Rungs } from './rungs.ts';
import type { Said } from './said.ts';

/** One kind of accelerator with the factors that a method reads of it. */
export interface ResolvedAccelerator {
  readonly id: string | null;
  readonly label: string;
  /** '' where it is the only kind, else `-1`, `-2`: the end of its names in the receipt. */
  readonly at: string;
  readonly count: NamedFactor;
  /** Mean power of one, W, as a product; null where the method's rungs give none. */
  readonly power: readonly NamedFactor[] | null;
  readonly powerRung: Exclude<Rungs['power'], 'metered-energy' | 'energy-per-use' | 'none'>;
  /** Power of one that is allocated and does nothing, W. */
  readonly idlePower: NamedFactor | null;
  /** Rated power, W, whatever the method reads; null where none is published. */
  readonly ratedPowerW: Factor | null;
}

/** Something in a host that draws power: a product of factors in W, or in kWh where it follows from metered energy. */
export interface HostLoad {
  /** What it is. */
  readonly said: Said;
  /** The start of its names in the receipt: `cpu`, `memory`, `base`. */
  readonly name: string;
  readonly isEnergy: boolean;
  readonly product: readonly NamedFactor[];
}

/** Something made that the run used: how many of it and what share of each, and kg CO2e of one. */
export interface EmbodiedPart {
  /** What it is. */
  readonly said: Said;
  /** The start of its names in the receipt: `chip`, `server`. */
  readonly name: string;
  readonly product: readonly NamedFactor[];
}

/** What a host is, where that is known: for descriptions. */
export interface HostParts {
  readonly cpu: { readonly name: string; readonly count: number } | null;
  readonly memoryGb: number | null;
}

/** Factors that stand once in a run, by name; null where not known, not counted or not read by the method. */
export interface SingleFactors {
  /** Wall-clock, h. */
  readonly hours: NamedFactor | null;
  /** How often the whole was run; null for once. */
  readonly repeats: NamedFactor | null;
  /** Allocated and idle, h. */
  readonly idleHours: NamedFactor | null;
  /** Metered, kWh. */
  readonly energy: NamedFactor | null;
  /** At the accelerators, by what a service answers, kWh. */
  readonly servedEnergy: NamedFactor | null;
  /** Tokens written in the run, and what a method's formula has for one of them: chips and server, kWh, and manufacture, kg. */
  readonly answeredTokens: NamedFactor | null;
  readonly chipsKwhPerToken: NamedFactor | null;
  readonly serverKwhPerToken: NamedFactor | null;
  readonly madeKgPerToken: NamedFactor | null;
  /** Energy of machines that a service holds idle / that of its accelerators at work. */
  readonly idleCapacity: NamedFactor | null;
  /** Power of an idle host / power under load. */
  readonly hostIdleShare: NamedFactor | null;
  /** IT energy / energy of the components; null where the figures hold it. */
  readonly overhead: NamedFactor | null;
  /** Facility energy / IT energy. */
  readonly pue: NamedFactor | null;
  readonly carbonIntensity: NamedFactor<IntensityFactor>;
  /** Of the power plants alone, and of the fuel's and the plants' life; null where not known. */
  readonly directIntensity: NamedFactor<IntensityFactor> | null;
  readonly lifecycleIntensity: NamedFactor<IntensityFactor> | null;
  /** What of the lifecycle figure the plants do not emit, 0..1. */
  readonly upstreamShare: NamedFactor | null;
  /** g CO2e/kWh of contractual instruments. */
  readonly marketIntensity: NamedFactor | null;
  /** Claimed share, 0..1. */
  readonly offset: NamedFactor | null;
  readonly serviceLife: NamedFactor | null;
  readonly averageUse: NamedFactor | null;
  /** Litres on site per kWh of IT energy. */
  readonly wue: NamedFactor | null;
  /** Litres at power plants per kWh. */
  readonly gridWater: NamedFactor | null;
}

/**
 * A run with every factor that one method needs: a plain value that can be stored, sent and hashed. All figures of the
 * run follow from it and the method's steps alone.
 */
export interface ResolvedRun extends SingleFactors {
  readonly method: MethodName;
  readonly accelerators: readonly ResolvedAccelerator[];
  readonly hostLoads: readonly HostLoad[];
  readonly embodiedParts: readonly EmbodiedPart[];
  /** What the meter saw; null where nothing was metered or the method reads no meter. */
  readonly energyScope: EnergyScope | null;
  readonly offsetClaim: OffsetFactor;
  readonly host: HostParts;
  readonly site: SiteKind | null;
  readonly provider: string | null;
  readonly rungs: Rungs;
}
