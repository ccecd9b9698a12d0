import type { MethodName } from './methods/names.ts';
import type { ServiceDescription } from './service.ts';

/** What a piece of work is for; the stage names of CONTRACT and of the reports. */
export const PHASES = [
  'data',
  'pre-training',
  'training',
  'fine-tuning',
  'distillation',
  'search',
  'ablation',
  'validation',
  'evaluation',
  'failed',
  'deployment',
  'inference',
  'other',
] as const;
export type Phase = (typeof PHASES)[number];

/** Phases that train a model: nobody is answered in them. */
export const TRAINING_PHASES: ReadonlySet<Phase | undefined> = new Set([
  'pre-training',
  'training',
  'fine-tuning',
  'distillation',
  'search',
  'ablation',
  'failed',
] as const);

/** Phases whose run is the last of many: what led to it may be counted with it. */
export const FINAL_PHASES: ReadonlySet<Phase | undefined> = new Set([
  undefined,
  'pre-training',
  'training',
  'fine-tuning',
  'distillation',
] as const);

/** What a run does: picks the usual power of its accelerators. */
export const WORK_KINDS = [
  'llm-training',
  'llm-fine-tuning',
  'vision-training',
  'recommender-training',
  'llm-inference',
  'vision-inference',
  'inference',
  'hpc',
  'other',
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** Kinds of work that answer requests. */
export const INFERENCE_WORK: ReadonlySet<WorkKind | undefined> = new Set([
  'llm-inference',
  'vision-inference',
  'inference',
] as const);

/**
 * How requests come to an inference run, in the terms of MLPerf's load generator: one at a time, a few at a time, or so
 * many that the chips always have a batch.
 */
export const SCENARIOS = ['single-stream', 'multi-stream', 'server', 'offline'] as const;
export type Scenario = (typeof SCENARIOS)[number];

/** What kind of place the machine stands in. */
export const SITES = [
  'hyperscale',
  'cloud',
  'colocation',
  'own-cluster',
  'desktop',
  'laptop',
] as const;
export type SiteKind = (typeof SITES)[number];

/** What a meter saw: chips only (NVML), chips with processor and memory, the machine, or the facility with its PUE. */
export const ENERGY_SCOPES = ['accelerators', 'components', 'it', 'facility'] as const;
export type EnergyScope = (typeof ENERGY_SCOPES)[number];

/**
 * What of the electricity's emissions the operational figure counts: those of the power plants alone, which are Scope 2
 * of the GHG Protocol, or the fuel's and the plants' life as well. Lifecycle where it is not said.
 */
export const GRID_SCOPES = ['lifecycle', 'direct'] as const;
export type GridScope = (typeof GRID_SCOPES)[number];

/** A number whose 90 % range the user knows. */
export interface Ranged {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}
/** A number of the user's, exact or with its range. */
export type Amount = number | Ranged;

/** The number itself. */
export const amountOf = (amount: Amount): number =>
  typeof amount === 'number' ? amount : amount.value;

/** Hardware that no table lists, described by the person who has it. */
export interface CustomAccelerator {
  readonly name: string;
  /** Rated board or chip power, W. */
  readonly tdpW: Amount;
  readonly memoryGb?: number;
  /** Dense peak at the precision used, TFLOP/s. */
  readonly peakTflops?: number;
  readonly embodiedKgCo2e?: Amount;
}

/** One kind of accelerator in a run. */
export interface Hardware {
  /** The id of a row of the edition's accelerators, or a description. */
  readonly accelerator: string | CustomAccelerator;
  /** Chips; a fraction is a share of one; absent where only chip-hours are told, so that nobody knows. */
  readonly count?: Amount;
  /** Measured mean power of one chip, W; at most one of this and `utilisation`. */
  readonly powerW?: Amount;
  /** Measured mean power / TDP, 0..1. */
  readonly utilisation?: Amount;
  /** The limit that was set on the chip, W. */
  readonly powerLimitW?: Amount;
}

/** The machine but its accelerators: its whole power, or its parts. */
export interface HostDescription {
  /** All of the machine but its accelerators, metered or known, W. */
  readonly powerW?: Amount;
  /** The id of a row of the edition's processors. */
  readonly cpu?: string;
  /** Processors; 1 by default. */
  readonly cpuCount?: number;
  /** Cores in use; instead of whole processors. */
  readonly cores?: number;
  /** Mean load of the processors, 0..1. */
  readonly utilisation?: Amount;
  readonly memoryGb?: Amount;
}

/** Where a run draws its electricity. */
export type Place =
  | { readonly provider: string; readonly region: string }
  /** A provider whose region is not known, on the grid of a country. */
  | { readonly provider: string; readonly country: string }
  /** The id of a row of the edition's named sites. */
  | { readonly site: string }
  | { readonly zone: string }
  | { readonly country: string };

/** What the score is per. */
export interface FunctionalUnit {
  readonly name: string;
  readonly count: number;
  readonly basis?: 'gross' | 'effective';
  readonly rationale?: string;
}

/** How tokens pass through a model: through all of its parameters, through one half of them, or through some experts. */
export const ARCHITECTURES = [
  'decoder',
  'encoder',
  'encoder-decoder',
  'mixture-of-experts',
] as const;

/** Number formats that chips are rated in. */
export const PRECISIONS = ['fp32', 'tf32', 'bf16', 'fp16', 'fp8', 'fp4', 'int8'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** The model that the run makes or uses: training that has no hours yet is planned by it. */
export interface ModelDescription {
  readonly name?: string;
  readonly parameters?: Amount;
  /** In use for one token. */
  readonly activeParameters?: Amount;
  /** That the training changes, where it is not all. */
  readonly trainedParameters?: Amount;
  readonly architecture?: (typeof ARCHITECTURES)[number];
  /** Seen in training, over all epochs. */
  readonly tokens?: Amount;
  readonly samples?: Amount;
  /** Of one sample forward through the model, FLOP. */
  readonly forwardFlopPerSample?: Amount;
  /** Of the whole run. */
  readonly flop?: Amount;
  readonly baseModel?: string;
  readonly uri?: string;
}

/** How power or energy was measured: for reports. */
export interface Measurement {
  readonly method?: string;
  readonly tool?: string;
  readonly version?: string;
}

/** How a name in a run was read, where more than one thing has it. */
export interface Reading {
  /** JSON Pointer to the name. */
  readonly field: string;
  /** As it was written. */
  readonly said: string;
  /** The id that it was taken for. */
  readonly taken: string;
  /** Chips that it was counted as, where its name is a slice, a machine or a part of a chip. */
  readonly count?: number;
  /** What of the text was not used: a town within the place, an intensity or a cloud beside. */
  readonly dropped?: readonly string[];
  /** Ids that it may be as well; they give the same figure. */
  readonly others?: readonly string[];
}

/** How a search spends its trials. */
export const SEARCH_STRATEGIES = ['grid', 'random', 'successive-halving'] as const;
export type SearchStrategy = (typeof SEARCH_STRATEGIES)[number];

/** What led to a run, or went wrong beside it, counted in whole runs of its kind. */
interface Development {
  /** Settings that a search tried. */
  readonly trials?: Amount;
  /** Of a whole run, what one trial took that went to its end; a whole one where it is not told. */
  readonly trialShare?: Amount;
  /** Every trial to its end where it is not told. */
  readonly strategy?: SearchStrategy;
  /** Of successive halving: one in so many goes on, for so many times as long. */
  readonly reductionFactor?: number;
  /** Whole runs' worth of ablations, and of runs that failed. */
  readonly ablations?: Amount;
  readonly failed?: Amount;
}

/** One piece of computation that needs no further checks: every id resolves in its edition. */
export interface Run {
  readonly schemaVersion: 1;
  readonly name?: string;
  readonly phase?: Phase;
  readonly model?: ModelDescription;
  readonly precision?: Precision;
  /** Model FLOP utilisation, 0..1: arithmetic that the model needs / what the chips could do in the time. */
  readonly mfu?: Amount;
  /** What one chip trains on in a second, seen in a trial run. */
  readonly tokensPerSecondPerAccelerator?: Amount;
  readonly samplesPerSecondPerAccelerator?: Amount;
  /** A model in use, by what it answers; instead of hours and energy, or beside them. */
  readonly service?: ServiceDescription;
  readonly work?: WorkKind;
  /** Of inference: how its requests come. */
  readonly scenario?: Scenario;
  /** Samples or sequences that a chip has at a time; in training, of a step. */
  readonly batchSize?: Amount;
  /** Servers that the chips are in. */
  readonly nodes?: number;
  /** Empty for a run on processors only, and where only energy is given. */
  readonly hardware: readonly Hardware[];
  /** The id of a row of the edition's instances; `hardware` and `host` follow from it. */
  readonly instance?: string;
  readonly instanceCount?: number;
  /** The name of a TPU slice; `hardware` follows from it. */
  readonly slice?: string;
  /**
   * Wall-clock hours; where chip-hours were given, these over all chips; absent where only energy is given, and where
   * the number of chips is not told beside their hours.
   */
  readonly hours?: Amount;
  /** Chip-hours over all chips, where they were given. */
  readonly deviceHours?: Amount;
  /** Metered energy of the run, kWh. */
  readonly energyKwh?: Amount;
  readonly energyScope?: EnergyScope;
  readonly host?: HostDescription;
  /** IT energy / energy of the components. */
  readonly overheadFactor?: Amount;
  readonly site?: SiteKind;
  /** Given by the user: facility energy / IT energy. */
  readonly pue?: Amount;
  /** Litres per kWh of IT energy, on site. */
  readonly wueLPerKwh?: Amount;
  /** Restarts, seeds, trials: how often the whole was run; 1 by default. */
  readonly repeats?: Amount;
  /** What led to the run or went wrong beside it, counted with it. */
  readonly development?: Development;
  /** Allocated and idle: hours, and W of one chip. */
  readonly idle?: { readonly hours: Amount; readonly powerW?: Amount };
  readonly embodied?: {
    readonly serviceLifeYears?: Amount;
    readonly averageUse?: Amount;
    readonly kgCo2ePerChip?: Amount;
  };
  /** Absent only where `carbonIntensityGPerKwh` is given. */
  readonly place?: Place;
  /** What of the grid's emissions counts; lifecycle by default. */
  readonly scope?: GridScope;
  /** Litres that power plants consume for a kWh; wins over those of `place`. */
  readonly gridWaterLPerKwh?: Amount;
  /** Given by the user, g CO2e/kWh; wins over `place`. 0 is legal. */
  readonly carbonIntensityGPerKwh?: Amount;
  /** g CO2e/kWh by contractual instruments. */
  readonly marketBasedIntensityGPerKwh?: Amount;
  /** Given by the user: what their own infrastructure offsets, 0..1. */
  readonly offsetFraction?: number;
  /** The calendar year in which the run took or takes place. */
  readonly year?: number;
  /** ISO 8601; the year follows from it. */
  readonly start?: string;
  readonly end?: string;
  readonly functionalUnit?: FunctionalUnit;
  readonly measurement?: Measurement;
  /** Top-level fields whose numbers are the same unknown in every run of the project that lists them. */
  readonly shared?: readonly string[];
  readonly readings?: readonly Reading[];
  readonly method: MethodName;
  readonly edition: string;
}
