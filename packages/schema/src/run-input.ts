import type {
  Amount,
  EnergyScope,
  MethodName,
  Phase,
  SiteKind,
  WorkKind,
} from '@ml-emissions/model';

/** An accelerator that no table lists. */
interface AcceleratorInput {
  readonly name: string;
  /** Rated board or chip power, W. */
  readonly tdpW: Amount;
  /** GB */
  readonly memoryGb?: number;
  /** Dense peak at the precision used, TFLOP/s. */
  readonly peakTflops?: number;
  /** Manufacture of one, kg CO2e. */
  readonly embodiedKgCo2e?: Amount;
}

/** One kind of accelerator. */
interface HardwareInput {
  /** An id, a name or an alias; or a description of one that no table lists. */
  readonly accelerator: string | AcceleratorInput;
  /** Chips; a fraction is a share of one. 1 by default. */
  readonly count?: Amount;
  /** Measured mean power of one chip, W; at most one of this and `utilisation`. */
  readonly powerW?: Amount;
  /** Measured mean power / TDP, above 0 and at most 1. */
  readonly utilisation?: Amount;
}

/** The machine but its accelerators: its whole power, or its parts. */
interface HostInput {
  /** All of the machine but its accelerators, W; alone. */
  readonly powerW?: Amount;
  /** A processor by id, name or alias. */
  readonly cpu?: string;
  /** Processors; 1 by default. */
  readonly cpuCount?: number;
  /** Cores in use, instead of whole processors. */
  readonly cores?: number;
  /** Mean load of the processors, 0..1. */
  readonly utilisation?: Amount;
  /** GB */
  readonly memoryGb?: Amount;
}

/** Where the electricity comes from: a provider's region, a grid zone or a country. */
interface PlaceInput {
  /** Such as gcp, aws, azure. */
  readonly provider?: string;
  /** Such as us-central1. */
  readonly region?: string;
  /** Such as FR or US-CAL-CISO. */
  readonly zone?: string;
  /** ISO 3166 code or name. */
  readonly country?: string;
}

/**
 * `2d4h`, `90m`, `1:30:00`
 * @pattern ^\s*(\d+(\.\d+)?|(\d+(\.\d+)?[dD])?\s*(\d+(\.\d+)?[hH])?\s*(\d+(\.\d+)?[mM](in)?)?\s*(\d+(\.\d+)?[sS])?|\d+:\d\d(:\d\d(\.\d+)?)?)\s*$
 */
type DurationText = string;

/** Hours as a number, or as text. */
type HoursInput = Amount | DurationText;

/** One piece of computation as a user writes it. An empty value (null) says nothing. */
export interface RunInput {
  readonly schemaVersion?: 1;
  readonly name?: string;
  /** What the run is for. */
  readonly phase?: Phase;
  /** The model that it makes or uses; for reports. */
  readonly model?: {
    readonly name?: string;
    readonly parameters?: number;
    readonly activeParameters?: number;
    readonly flop?: number;
    readonly tokens?: number;
    readonly baseModel?: string;
    readonly uri?: string;
  };
  /** What it does: picks the usual power of its accelerators. */
  readonly work?: WorkKind;
  /** Servers that the chips are in. */
  readonly nodes?: number;
  /** One of hardware, instance and slice; none for a run on processors, or where energy is given. */
  readonly hardware?: readonly HardwareInput[];
  /** A cloud machine such as p4d.24xlarge. */
  readonly instance?: string;
  /** How many of it; 1 by default. */
  readonly instanceCount?: number;
  /** A TPU slice such as v3-256. */
  readonly slice?: string;
  /** Wall-clock hours. */
  readonly hours?: HoursInput;
  /** Chip-hours over all chips, instead of hours. */
  readonly deviceHours?: Amount;
  /** Metered energy, kWh. */
  readonly energyKwh?: Amount;
  /** What the meter saw; the machine at the wall by default. */
  readonly energyScope?: EnergyScope;
  readonly host?: HostInput;
  /** IT energy / energy of the components, at least 1. */
  readonly overheadFactor?: Amount;
  /** The kind of place that the machine stands in. */
  readonly site?: SiteKind;
  /** Facility energy / IT energy, at least 1. */
  readonly pue?: Amount;
  /** Water on site, litres per kWh of IT energy. */
  readonly wueLPerKwh?: Amount;
  /** How often the whole was run: restarts, seeds, trials. 1 by default. */
  readonly repeats?: Amount;
  /** Allocated and idle. */
  readonly idle?: {
    readonly hours: HoursInput;
    /** Of one idle chip, W. */
    readonly powerW?: Amount;
  };
  /** Manufacture of the hardware. */
  readonly embodied?: {
    readonly serviceLifeYears?: Amount;
    /** Share of its life in use, above 0 and at most 1. */
    readonly averageUse?: Amount;
    readonly kgCo2ePerChip?: Amount;
  };
  /** Needed unless carbonIntensityGPerKwh is given. */
  readonly place?: PlaceInput;
  /** Your own figure, g CO2e/kWh; wins over the place. 0 is legal. */
  readonly carbonIntensityGPerKwh?: Amount;
  /** g CO2e/kWh of a contract; stands beside. */
  readonly marketBasedIntensityGPerKwh?: Amount;
  /** What your own infrastructure offsets, 0..1; stands beside. */
  readonly offsetFraction?: number;
  /** Calendar year of the run. */
  readonly year?: number;
  /** ISO 8601 date or instant. */
  readonly start?: string;
  /** ISO 8601 date or instant. */
  readonly end?: string;
  /** What to give a score per. */
  readonly functionalUnit?: {
    readonly name: string;
    readonly count: number;
    readonly basis?: 'gross' | 'effective';
    readonly rationale?: string;
  };
  /** How power or energy was measured; for reports. */
  readonly measurement?: {
    readonly method?: string;
    readonly tool?: string;
    readonly version?: string;
  };
  /** full by default. */
  readonly method?: MethodName;
  /** Edition of the data; the current one by default. */
  readonly edition?: string;
}

/** Several runs that belong together. */
export interface ProjectInput {
  readonly schemaVersion?: 1;
  readonly name?: string;
  /** What all runs share; a run may say otherwise. */
  readonly defaults?: RunInput;
  /** At least one. */
  readonly runs: readonly RunInput[];
  /** Whether every run of the work is in the list. */
  readonly complete?: boolean;
  /** What is not, in words. */
  readonly notCounted?: string;
}
