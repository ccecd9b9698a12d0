import type { Doubt, IntensityBasis, IntensityScope, OtherFigure, Spatial } from './factor.ts';
import type { MethodName } from './methods/names.ts';
import type { HintCode } from './plain-code.ts';
import type { Warning } from './problem.ts';
import type { ReceiptStep } from './receipt.ts';
import type { EnergyScope, Precision, Run } from './run.ts';
import type { Rungs } from './rungs.ts';
import type { Part, Said, SaidOf } from './said.ts';
import type { ServiceUnit } from './service.ts';
import type { UsedChip, UsedFactor, UsedPue, UsedValue } from './used.ts';

/** A number with its 90 % range; the range is absent where the method gives none. */
export interface Quantity {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  /**
   * The expected value, of figures that are sums over runs: `value` is the sum of the runs' middle values, and what many
   * unsure runs come to together is more than that, or less where they reach further down than up.
   */
  readonly mean?: number;
}

/** A frozen version of the data: its name and the hash of its files. */
export interface EditionRef {
  readonly id: string;
  readonly hash: string;
}

/** One reason why a number is not sure, with its words. */
export interface NotedDoubt extends Doubt {
  /** `said` in English. */
  readonly note: string;
}

/** A figure that stands beside the one that was taken, with its words. */
export interface NotedFigure extends OtherFigure {
  /** `said` in English. */
  readonly note: string;
}

/** Energy by where it goes, kWh; the parts sum to the total. A part that the method does not count is 0. */
export interface EnergyParts {
  readonly accelerators: number;
  readonly host: number;
  /** Supply losses and fans. */
  readonly overhead: number;
  /** PUE. */
  readonly facility: number;
  readonly idle: number;
  /** Metered as a whole and not told apart. */
  readonly metered: number;
}

/** What of the variance one factor causes, and what would settle it. */
export interface Sensitivity {
  /** The receipt's name of the factor. */
  readonly factor: string;
  /** Share of the variance of the logarithm, 0..1. */
  readonly share: number;
  /** JSON Pointer to the input that would settle it; '' where there is none. */
  readonly field: string;
  readonly hint: string;
  /** The hint as a code. */
  readonly said: SaidOf<HintCode>;
}

/** What the time of a planned run rests on, the best first: a trial run, model FLOP utilisation as told, or as usual. */
export type PlanRung = 'speed-seen' | 'mfu-given' | 'mfu-usual';

/** How long a run will take that has not been, and how that was found. */
export interface Plan {
  readonly rung: PlanRung;
  /** Model FLOP of the run once; null where only a speed is told. */
  readonly flop: number | null;
  /** Share of the chips' peak, 0..1; null where it is neither told nor follows. */
  readonly mfu: Quantity | null;
  /** Dense peak of one chip at `precision`; null where none is known. */
  readonly peakTflops: number | null;
  readonly precision: Precision | null;
  /** Over all chips, of the run once. */
  readonly deviceHours: Quantity;
  /** By the clock, of the run once; null where the chips are not counted. */
  readonly hours: Quantity | null;
  /** Tokens at which a model of that size is the best for its arithmetic; null where size or tokens are not told. */
  readonly computeOptimal: { readonly tokens: number; readonly tokensPerParameter: number } | null;
  /** What the model's states take, and what the chips have, GB; null where not known. */
  readonly memory: { readonly neededGb: number; readonly chipsGb: number } | null;
}

/**
 * What the energy of a service rests on, the best first: a meter, hours as told, tokens a second at a measured or at the
 * usual power, or the sizes of model, chips and requests.
 */
export type ServiceRung =
  | 'metered-energy'
  | 'time-told'
  | 'speed-and-measured-power'
  | 'speed-and-usual-power'
  | 'energy-by-size';

/** A model in use: how much it answers, and what one answer takes. */
export interface Service {
  readonly rung: ServiceRung;
  /** Energy of one unit within `boundary`: idle machines, host and facility are outside of the accelerators. */
  readonly joulesPerUnit: Quantity & {
    readonly unit: ServiceUnit;
    readonly boundary: EnergyScope;
  };
  /** What one use is. */
  readonly use: ServiceUnit;
  /** Uses in the run: of a year, or in all. */
  readonly uses: number;
  readonly period: 'year' | 'total';
  /** Units of `joulesPerUnit` in one use: tokens that are written for a request. */
  readonly unitsPerUse: number;
  /** Requests in one copy of the model at a time that were counted on; null where nothing hangs on them. */
  readonly concurrency: number | null;
  /** Chips of one copy that were counted on; null likewise. */
  readonly acceleratorsPerModel: number | null;
  /** Whether the size of the model is a class that its user guesses. */
  readonly isSizeGuessed: boolean;
  /** Electricity of the whole service for one use. */
  readonly energyKwhPerUse: Quantity;
  /** Operational and embodied, where that is known. */
  readonly kgCo2ePerUse: Quantity;
  /** Of the training runs of the project, for one use; null where there are none, or the run stands alone. */
  readonly trainingShareKgCo2ePerUse: Quantity | null;
  /** After so many uses they have emitted more than the training; null likewise. */
  readonly breakEvenUses: Quantity | null;
}

/** A figure per unit of what the run makes or does. */
export interface PerUnit {
  readonly unit: string;
  readonly count: number;
  readonly kgCo2e: Quantity;
  readonly energyKwh: Quantity;
  /** On site and off site; null where either is not known. */
  readonly waterL: Quantity | null;
}

/** Software Carbon Intensity, ISO/IEC 21031 and SCI for AI: (E x I + M) / R, in g. */
export interface SciScore {
  readonly persona: 'provider' | 'consumer';
  /** Operational, g per unit. */
  readonly o: number;
  /** Embodied, g per unit; null where not known, and then the score is of `o` alone. */
  readonly m: number | null;
  readonly r: string;
  readonly basis: 'gross' | 'effective' | null;
  readonly value: number;
  readonly unit: 'gCO2eq';
}

/** Development that the run does not hold, and factors that others found; never applied. */
export interface DevelopmentFactor {
  readonly value: number;
  readonly sourceId: string;
  readonly note: string;
}

export interface EquivalenceResult {
  readonly id: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly sourceId: string;
}

/** Where a number of a result comes from, as it must be credited. */
export interface SourceRef {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly year: number | null;
  readonly url: string;
  readonly licence: string;
}

/** Several places or chips, told together. */
export interface GroupSummary {
  /** By name, the lowest figure first. */
  readonly names: readonly string[];
  /** Cities of places, each once; [] of chips. */
  readonly cities: readonly string[];
  /** How many providers the places have; 0 of chips. */
  readonly providers: number;
  /** The lowest and the highest of the middle figures. */
  readonly kgCo2e: { readonly low: number; readonly high: number };
}

/** Places whose figures are not told apart: their difference lies inside of what is unsure between them. */
export interface PlaceGroup {
  /** The lowest figure first; the lowest of all is among them. */
  readonly places: readonly {
    readonly provider: string;
    readonly region: string;
    readonly name: string;
    readonly city: string;
    /** The middle figure there. */
    readonly kgCo2e: number;
  }[];
  /** Their cities, each once. */
  readonly cities: readonly string[];
  /** How many providers they have. */
  readonly providers: number;
  /** The lowest and the highest of the middle figures. */
  readonly kgCo2e: { readonly low: number; readonly high: number };
  /**
   * Those of them that may be called lower than here: their middle figure is, and on the grid of the run their range too;
   * null where none is.
   */
  readonly lower: GroupSummary | null;
}

/** The least emitting place for the same work. */
export interface Alternative {
  readonly provider: string;
  readonly region: string;
  readonly name: string;
  readonly carbonIntensityGPerKwh: number;
  /** Water there, on site and at power plants; null where it is not counted or not known. */
  readonly water: { readonly onSiteL: Quantity | null; readonly offSiteL: Quantity | null };
  readonly kgCo2e: Quantity;
  /** Emissions there / here, what both share cancelled; null where here is 0. */
  readonly ratio: Quantity | null;
  /** Whether the whole 90 % range of the ratio is below 1, and by more than a PUE that is not the region's own. */
  readonly isLikelyLower: boolean;
  /** Those that it is not told apart from, itself among them; null where the method gives no range. */
  readonly notToldApart: PlaceGroup | null;
  /** Whether both places draw from one grid, so that only their PUEs tell them apart. */
  readonly isSameGrid: boolean;
}

/** Of the electricity of a run or a project; null = not known. */
export interface GhgProtocol {
  /** Generation: Scope 2, location-based. */
  readonly scope2: { readonly kgCo2e: Quantity | null };
  /** Fuel before the plants, and the plants themselves: Scope 3, category 3, without losses of the lines. */
  readonly scope3Category3: { readonly kgCo2e: Quantity | null };
}

/** What a run emits, how that came about and what stands beside it. Shape: docs/result.md. */
export interface EstimateResult {
  readonly schemaVersion: 1;
  readonly method: MethodName;
  readonly edition: EditionRef;
  readonly run: Run;
  /** Of a run that has no time yet and is planned by its model; else null. */
  readonly plan: Plan | null;
  /** Of a model in use that tells what it answers; else null. */
  readonly service: Service | null;
  /** What ran, by the names that people know. */
  readonly machine: {
    readonly accelerators: readonly UsedChip[];
    readonly cpu: { readonly name: string; readonly count: number } | null;
    readonly memoryGb: number | null;
    readonly instance: string | null;
  };
  /** Where it ran, by the names that people know; null where it was not told. */
  readonly location: {
    /** The named site, such as Jean Zay. */
    readonly site: string | null;
    readonly provider: string | null;
    readonly region: string | null;
    readonly city: string | null;
    readonly zone: string | null;
    /** ISO 3166 alpha-2. */
    readonly country: string | null;
    /** The country's name. */
    readonly name: string | null;
  };
  readonly energyKwh: Quantity & { readonly parts: EnergyParts };
  readonly carbonIntensityGPerKwh: Quantity & {
    readonly zone: string | null;
    readonly spatial: Spatial;
    readonly year: number | null;
    readonly step: 'year' | null;
    readonly type: 'average' | null;
    readonly scope: IntensityScope;
    readonly basis: IntensityBasis;
    readonly sourceId: string | null;
    /** Why it is not sure, the largest reason first. */
    readonly doubts: readonly NotedDoubt[];
    /** What else is published for the place. */
    readonly beside: readonly NotedFigure[];
  };
  /** IT energy / energy of the components; null where it counts for nothing or the energy holds it. */
  readonly overheadFactor: UsedValue | null;
  /** Facility energy / IT energy; null where the method counts none. */
  readonly pue: UsedPue | null;
  /** Water on site, L per kWh of IT energy; null where it is not counted or not known. */
  readonly wueLPerKwh: UsedValue | null;
  /** Water of power plants, L per kWh of electricity; null where it is not counted or not known. */
  readonly gridWaterLPerKwh: UsedValue | null;
  /** Years over which manufacture is spread; null where the method does not spread it over years. */
  readonly serviceLifeYears: UsedValue | null;
  /** Share of its service life in which hardware is in use, 0..1; null as above. */
  readonly averageUse: UsedValue | null;
  /** Location-based: the headline. */
  readonly operational: { readonly kgCo2e: Quantity };
  /**
   * The grid's emissions as the GHG Protocol files them for whoever buys the electricity, location-based, whatever the
   * run's scope: generation, and what comes before it. For a cloud's customer both are Scope 3. null = not known.
   */
  readonly ghgProtocol: GhgProtocol;
  /** null = not known. */
  readonly marketBased: { readonly kgCo2e: Quantity | null };
  /** Beside, never subtracted. */
  readonly offset: {
    readonly fraction: number | null;
    readonly kgCo2e: number | null;
    readonly sourceId: string | null;
    readonly year: number | null;
  };
  readonly embodied: {
    readonly kgCo2e: Quantity | null;
    readonly parts: readonly {
      readonly part: string;
      readonly kgCo2e: number;
      /** The part as a code. */
      readonly said: Said | null;
    }[];
    readonly sensitivity: readonly Sensitivity[];
  };
  readonly water: { readonly onSiteL: Quantity | null; readonly offSiteL: Quantity | null };
  /** Operational + embodied, where embodied is known. */
  readonly total: { readonly kgCo2e: Quantity };
  readonly development: readonly DevelopmentFactor[];
  readonly boundary: {
    readonly stages: readonly string[];
    readonly included: readonly string[];
    /** The same as codes. */
    readonly includedParts: readonly Part[];
    readonly excluded: readonly {
      readonly item: string;
      readonly reason: string;
      /** Both as codes. */
      readonly said: { readonly item: SaidOf<'part'>; readonly reason: Said };
    }[];
  };
  readonly perUnit: readonly PerUnit[];
  /** null where no functional unit is named. */
  readonly sci: SciScore | null;
  readonly interval: {
    readonly level: 0.9;
    readonly distribution: 'lognormal';
    readonly approach: 'ipcc-2006-1';
  } | null;
  /** What makes the operational figure unsure, the largest share first. */
  readonly sensitivity: readonly Sensitivity[];
  /** What was assumed where nothing was said, in words. */
  readonly assumptions: readonly string[];
  /** The same as codes, in the same order. */
  readonly assumed: readonly Said[];
  readonly equivalences: readonly EquivalenceResult[];
  readonly alternatives: {
    readonly sameProvider: Alternative | null;
    readonly anywhere: Alternative | null;
  };
  readonly rungs: Rungs;
  readonly warnings: readonly Warning[];
  /** Every number that the method took, in the order of its use; what the receipt lists before any arithmetic. */
  readonly factors: readonly UsedFactor[];
  /** How the figures came about, line by line; empty where it was not asked for. */
  readonly receipt: readonly ReceiptStep[];
  /** Every source that the receipt and the equivalences name, in their order. */
  readonly sources: readonly SourceRef[];
}
