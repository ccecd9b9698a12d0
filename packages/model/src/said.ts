import type { MethodName } from './methods/names.ts';
import type { PlainCode } from './plain-code.ts';
import type { PlanRung } from './result.ts';
import type {
  GridScope,
  Phase,
  Precision,
  Scenario,
  SearchStrategy,
  SiteKind,
  WorkKind,
} from './run.ts';
import type { ServiceDescription, ServiceUnit } from './service.ts';

/** A part of a run that is counted or left out. */
export type Part =
  | 'accelerators'
  | 'processors'
  | 'memory'
  | 'host'
  | 'idle'
  | 'overhead'
  | 'facility'
  | 'embodied'
  | 'water-on-site'
  | 'water-of-the-grid'
  | 'development'
  | 'network'
  | 'storage'
  | 'buildings'
  | 'precision'
  | 'offsets-and-contracts';

/** A machine that has no name of its own. */
export type MachineKind =
  | 'desktop'
  | 'laptop'
  | 'server'
  | 'server-without-accelerators'
  | 'machine';

/** One unit taken for another: tonnes for grams, a thousand too low or too high, grams for tonnes. */
type UnitSlip = 't-for-g' | 'too-low' | 'too-high' | 'g-for-t';

/** What is said with something that varies; numbers are in the unit that their name ends with. */
interface Parameters {
  /** A name or a note of a table, or a name of the user's: the same in every language. */
  quoted: { readonly text: string };
  part: { readonly part: Part };
  machine: { readonly machine: MachineKind };

  'of-chip': { readonly chip: string; readonly what: Said };
  'share-of-tdp': { readonly share: number; readonly tdpW: number };
  /** Null where the work is not told. */
  /** `scenario` of inference alone: null where nobody tells how its requests come. */
  'usual-for-work': { readonly work: WorkKind | null; readonly scenario?: Scenario | null };
  'less-on-nodes': {
    readonly usual: Said | null;
    readonly share: number;
    readonly nodes: number;
    readonly doubling: number;
  };
  /** `batch` is null where it is not told; `fitted` is there where the network is not among the sizes fitted. */
  'by-size-of-model': {
    readonly parameters: number;
    readonly batch: number | null;
    readonly fitted?: { readonly least: number; readonly most: number };
  };
  /** Arithmetic by parameters: those that a token passes through, and those that are trained where it is not all. */
  'flop-of-tokens': {
    readonly passed: number;
    readonly trained: number | null;
    readonly tokens: number;
  };
  'tokens-times': { readonly times: number };
  /** `memory` where the states of the model take more than all chips have. */
  'planned-anew': {
    readonly memory: { readonly neededGb: number; readonly chipsGb: number } | null;
  };
  /** `memory` where the weights of a copy take more than its chips have, or where what they have is not known. */
  'served-anew': {
    readonly memory: { readonly neededGb: number; readonly chipsGb: number | null } | null;
  };
  'flop-of-samples': { readonly forwardFlop: number; readonly samples: number };
  /** How the time of a run was found that has not been; what is not known is null. */
  planned: {
    readonly rung: PlanRung;
    readonly counted: Said | null;
    readonly tflops: number | null;
    readonly precision: Precision | null;
    readonly mfuPercent: number | null;
    readonly perSecond: number | null;
    readonly chips: number | null;
  };
  /** Energy at the chips by what a service answers: units in the run, J of one. */
  served: {
    readonly unit: ServiceUnit;
    readonly units: number;
    readonly joules: number;
    /** Null where nothing hangs on it. */
    readonly batch: number | null;
    readonly isBatchTold: boolean;
    readonly chips: number;
  };
  /** Hours that the energy of a service lasts, W of one chip. */
  'as-long-as-chips-draw': { readonly watts: number };
  /** Hours of a service by its speed. */
  'served-time': { readonly units: number; readonly perSecond: number };
  /** Tokens a second that no such chips can write, and what they can at most. */
  'speed-beyond-chips': { readonly perSecond: number; readonly most: number };
  /** A model whose size nobody publishes, in a class that its user guesses. */
  /** Whole runs: the run itself, and what led to it or went wrong beside it; `trials` is null where none were searched. */
  'run-with-development': {
    readonly runs: number;
    readonly search: number;
    readonly trials: number | null;
    readonly strategy: SearchStrategy;
    readonly ablations: number;
    readonly failed: number;
  };
  /** Weights of one copy of a model against the chips that hold it. */
  'copy-too-large': {
    readonly weightsGb: number;
    readonly precision: Precision;
    readonly isPrecisionTold: boolean;
    readonly chips: number;
    readonly chipsGb: number;
  };
  /** Hours in a year that chips would work for what they are to answer in it. */
  'chips-too-few': {
    /** For which the chips are held: more than they work where they are told to wait as well. */
    readonly hours: number;
    readonly isHeld: boolean;
    readonly chips: number;
    readonly neededChips: number;
  };
  'answers-beyond-chips': { readonly perSecond: number; readonly most: number };
  'answers-beyond-energy': { readonly joules: number; readonly least: number };
  'answers-too-cheap': {
    readonly unit: ServiceUnit;
    readonly joules: number;
    readonly least: number;
  };
  'size-guessed': { readonly sizeClass: NonNullable<ServiceDescription['sizeClass']> };
  'cut-by-limit': {
    readonly usual: Said | null;
    readonly share: number;
    readonly powerLimitW: number;
  };
  'raised-to-idle': { readonly usual: Said | null; readonly share: number; readonly idleW: number };
  default: { readonly id: string };
  'made-of-chip': { readonly chip: string };
  'made-of-machine': { readonly machine: MachineKind };
  'losses-of': { readonly machine: MachineKind };
  'usual-machine': { readonly machine: MachineKind };
  'rest-of': { readonly machine: MachineKind };
  'usual-for-site': { readonly site: SiteKind };
  'mean-of-sites': { readonly sites: number; readonly low: number; readonly high: number };
  /** `period` is a word of the table, as `calendar-year`. */
  'published-for': { readonly place: Said | null; readonly period: string };
  'published-for-site': { readonly site: string };
  'pue-of-provider': { readonly provider: string };
  'between-rest-and-full': {
    readonly chip: string;
    readonly minW: number;
    readonly maxW: number;
    readonly use: number;
  };
  'at-use': { readonly use: number };
  'memory-of-size': { readonly gb: number };
  'memory-of-instance': { readonly instance: string };
  'memory-for-cores': { readonly gbEach: number; readonly cores: number };
  'share-at-load': { readonly percent: number };
  'memory-power-at': { readonly gb: number };
  'over-usual-power': { readonly watts: number };
  'between-tdp-and-turbo': { readonly tdpW: number; readonly turboW: number };
  'cores-of': { readonly cores: number; readonly all: number };
  'tdp-over-threads': {
    readonly cpu: string;
    readonly tdpW: number;
    readonly threads: number;
  };
  /** W of one virtual processor. */
  'one-of-processors': {
    readonly cpus: readonly string[];
    readonly lowW: number;
    readonly highW: number;
  };
  'idle-time-of': { readonly what: Said };

  grid: {
    readonly place: Said | null;
    readonly scope: Said | null;
    readonly basis: 'production' | 'consumption' | null;
  };
  'to-lifecycle': { readonly gPerKwh: number; readonly factor: number };
  'to-direct': { readonly gPerKwh: number; readonly factor: number };
  /** Of a grid's lifecycle figure, what its plants do not emit. */
  'upstream-of': { readonly directGPerKwh: number; readonly lifecycleGPerKwh: number };
  'water-of-plants-in': { readonly zone: string };
  /** `scope` where it is another than that of the figure that was taken. */
  'other-source': {
    readonly gPerKwh: number;
    readonly sourceId: string;
    readonly scope?: GridScope;
  };
  'years-between': { readonly years: number };
  'several-areas': { readonly zone: string };
  'state-production': { readonly zone: string };
  /** Two sources for the country that a finer place lies in. */
  'country-sources': {
    readonly zone: string;
    readonly gPerKwh: number;
    readonly otherGPerKwh: number;
    readonly sourceId: string;
  };
  /** Other grid areas that a place may draw from, and how far their figures reach. */
  'perhaps-on': {
    readonly zones: readonly string[];
    readonly lowGPerKwh: number;
    readonly highGPerKwh: number;
  };
  'hourly-data': { readonly year: number };

  'lacks-tdp': { readonly chip: string };
  'lacks-power': { readonly chip: string };
  'lacks-measured-power': { readonly chip: string };
  'lacks-figures': { readonly chip: string };

  /** A default that was taken. */
  assumed: {
    readonly step: string;
    readonly value: number;
    /** Geometric standard deviation; null where it is exact or not known. */
    readonly gsd: number | null;
    /** Of the upper side, where it is another. */
    readonly gsdUp?: number;
    readonly ofExcess: boolean;
    readonly what: Said | null;
  };

  /** A text of which not all was used: a town within a zone, a cloud beside a chip. */
  'read-in-part': {
    readonly text: string;
    readonly name: string;
    readonly dropped: readonly string[];
  };
  'read-as-processor': { readonly text: string; readonly processor: string };
  'read-as-chips': { readonly text: string; readonly chip: string; readonly count: number };
  /** A text that was read as a number: the number as text, three of them where it has a range; '' for no unit. */
  'read-as': { readonly text: string; readonly taken: string; readonly unit: string };
  'ambiguous-accelerator': { readonly text: string; readonly names: readonly string[] };
  'ambiguous-cpu': { readonly text: string; readonly names: readonly string[] };
  'instance-ambiguous': { readonly instance: string; readonly names: readonly string[] };
  'power-not-used': { readonly method: MethodName };
  'tdp-varies': {
    readonly chip: string;
    readonly tdpW: number;
    readonly lowW: number;
    readonly highW: number;
  };
  'tdp-unsure': { readonly chip: string; readonly confidence: 'derived' | 'memory' };
  /** Watts of one chip that can hardly be meant, and what was meant where that can be told. */
  'power-unlikely': {
    readonly chip: string;
    readonly powerW: number;
    readonly tdpW: number;
    readonly slip: 'kilowatts' | 'all-chips' | null;
    readonly meantW: number | null;
  };
  /** A mean power far below what a chip draws with nothing to do. */
  'power-below-rest': { readonly chip: string; readonly powerW: number; readonly restW: number };
  /** A limit that no chip can keep; what was meant where that can be told. */
  'limit-below-rest': {
    readonly chip: string;
    readonly powerLimitW: number;
    readonly restW: number;
    readonly meantW: number | null;
  };
  'limit-above-rating': {
    readonly chip: string;
    readonly powerLimitW: number;
    readonly highestW: number;
    readonly meantW: number | null;
  };
  /** A mean power that was told, above the limit that was told. */
  'limit-exceeded': {
    readonly chip: string;
    readonly meanW: number;
    readonly powerLimitW: number;
  };
  'work-against-phase': { readonly phase: Phase; readonly work: WorkKind };
  'energy-against-power': { readonly energyKwh: number; readonly chipsKwh: number };
  /** Of the chips' peak that the arithmetic of the model takes in the time. */
  'mfu-unlikely': {
    readonly percent: number;
    readonly tflops: number;
    readonly precision: Precision;
  };
  /** What a chip is taken to calculate in that has no unit for what was told. */
  'precision-not-had': {
    readonly chip: string;
    readonly precision: Precision;
    readonly instead: Precision;
  };
  'memory-too-small': { readonly neededGb: number; readonly chipsGb: number };
  'energy-unlikely': {
    readonly energyKwh: number;
    readonly mostKwh: number;
    readonly meantKwh: number | null;
    readonly meantUnit: 'Wh' | 'MJ' | 'kJ' | 'J' | null;
  };
  'energy-below-rest': {
    readonly energyKwh: number;
    readonly restKwh: number;
    readonly meantKwh: number | null;
    readonly meantUnit: 'MWh' | 'GWh' | null;
  };
  'intensity-unlikely': { readonly gPerKwh: number; readonly meantGPerKwh: number | null };
  'nodes-exceed-chips': {
    readonly nodes: number;
    readonly chips: number;
    readonly meantChips: number;
  };
  'year-before-chip': { readonly chip: string; readonly year: number; readonly chipYear: number };
  'hours-disagree': { readonly hours: number; readonly betweenHours: number };
  'memory-not-used': { readonly gb: number };
  'cores-of-several': {
    readonly cpu: string;
    readonly cores: number;
    readonly each: number;
    readonly threads: number | null;
  };
  /** The method that counts no host; null where its power lacks hours. */
  'host-not-used': { readonly method: MethodName | null };
  'range-lopsided': { readonly path: string };
  'region-not-open': { readonly region: string; readonly status: string };
  /** A place that people name whose machines may stand anywhere. */
  'place-not-known': { readonly site: string };
  'intensity-converted': { readonly what: Said | null };
  /** The scope that was asked for; whether the intensity is of it, nobody says. */
  'scope-not-known': { readonly scope: GridScope };
  'intensity-later': { readonly year: number };
  'intensity-old': { readonly year: number };

  /** The 90 % range of the estimate; null where its method gives none. */
  'methods-mixed': { readonly methods: readonly MethodName[] };
  /** A figure of a project that some of its runs do not have. */
  'known-for-some': {
    readonly figure: 'embodied' | 'ghg-protocol' | 'water-on-site' | 'water-of-the-grid';
    readonly known: number;
    readonly runs: number;
  };
  'within-range': { readonly lowKg: number | null; readonly highKg: number | null };
  /** A claim that counts something else: emissions of the grid's other scope, or manufacture with them. */
  'fits-boundary': {
    readonly boundary: 'direct' | 'lifecycle' | 'with-manufacture';
    readonly lowKg: number;
    readonly highKg: number;
  };
  /** What the digits of a claim stand for, where the digits alone do not hold. */
  'claim-rounded': { readonly lowKg: number; readonly highKg: number };
  'repeats-a-method': { readonly method: MethodName };
  'count-forgotten': { readonly chips: number };
  'unit-slip': { readonly slip: UnitSlip };
  /** Several slips that explain a claim only together; each null where it is none of them. */
  'slips-together': {
    readonly chips: number | null;
    readonly slip: UnitSlip | null;
    /** Whose figure it then is; null where it then lies in the range. */
    readonly method: MethodName | null;
    /** The rated power that the 2019 site has for the chip. */
    readonly sitePowerW: number | null;
  };
  'intensity-implausible': {
    readonly gPerKwh: number;
    readonly low: number;
    readonly high: number;
  };
  'power-implausible': { readonly powerW: number; readonly tdpW: number };
  'count-implausible': { readonly count: number; readonly chips: number };
  /** What was taken, and what a claim takes instead, where nothing speaks against either. */
  'inputs-differ': {
    readonly gPerKwh: number;
    readonly takenGPerKwh: number;
    readonly energyKwh: number;
    readonly takenEnergyKwh: number;
  };
  /** Null where the estimate is 0. */
  'out-of-range': { readonly ratio: number | null };

  'scaled-by-peak': {
    readonly precision: string;
    /** Another where the other chip has not the same: fp16 is never called bf16. */
    readonly therePrecision: string;
    readonly hereTflops: number;
    readonly thereTflops: number;
    readonly scale: number;
    /** Null where the other chip has as much memory, or either is not known. */
    readonly lessMemory: { readonly thereGb: number; readonly hereGb: number } | null;
  };
  /** Who lists machines with the chips of a run, and whose machines are not in the tables. */
  'offered-by': { readonly providers: readonly string[]; readonly notKnown: readonly string[] };
  'percent-of-tdp': { readonly percent: number };
  'times-run': { readonly times: number };
}

/** Every code. */
export type SaidCode = PlainCode | keyof Parameters;

/** A code with its parameters. */
export type SaidOf<Code extends SaidCode> = Code extends keyof Parameters
  ? { readonly code: Code } & Parameters[Code]
  : { readonly code: Code };

/**
 * Something to tell a person, as a code with plain parameters: stored and sent as it is, and worded by
 * `packages/words` in the language of whoever reads it.
 *
 * @example { code: 'usual-for-work', work: 'llm-training' }
 */
export type Said = SaidOf<SaidCode>;

/** What a person should know about a result that is nevertheless an answer. Documented for users in docs/problems.md. */
export const WARNING_CODES = [
  'read-in-part',
  'read-as-chips',
  'read-as-processor',
  'read-as',
  'ambiguous-accelerator',
  'ambiguous-cpu',
  'instance-ambiguous',
  'power-unlikely',
  'power-below-rest',
  'limit-below-rest',
  'limit-above-rating',
  'limit-exceeded',
  'energy-unlikely',
  'energy-below-rest',
  'energy-against-power',
  'mfu-unlikely',
  'size-guessed',
  'copy-too-large',
  'chips-too-few',
  'answers-beyond-chips',
  'answers-beyond-energy',
  'answers-too-cheap',
  'precision-not-had',
  'memory-too-small',
  'intensity-unlikely',
  'nodes-exceed-chips',
  'year-before-chip',
  'work-against-phase',
  'hours-disagree',
  'memory-not-used',
  'cores-of-several',
  'power-not-used',
  'tdp-varies',
  'tdp-unsure',
  'host-not-used',
  'load-not-told',
  'range-lopsided',
  'region-not-open',
  'intensity-doubtful',
  'intensity-converted',
  'scope-not-known',
  'intensity-coarse',
  'place-not-known',
  'intensity-later',
  'intensity-old',
  'pue-doubtful',
  'development-not-counted',
  'methods-mixed',
  'known-for-some',
] as const satisfies readonly SaidCode[];
export type WarningCode = (typeof WARNING_CODES)[number];

/** What may be found about a claim. */
export type FindingCode =
  | 'within-range'
  | 'no-input-explains'
  | 'fits-boundary'
  | 'claim-rounded'
  | 'repeats-a-method'
  | 'count-forgotten'
  | 'unit-slip'
  | 'slips-together'
  | 'intensity-implausible'
  | 'power-implausible'
  | 'count-implausible'
  | 'inputs-differ'
  | 'out-of-range';

/** A text of a table or of the user's. */
export const quoted = (text: string): SaidOf<'quoted'> => ({ code: 'quoted', text });
