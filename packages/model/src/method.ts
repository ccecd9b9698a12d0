import type { ReasonCode, StepCode } from './plain-code.ts';
import type { SingleFactors } from './resolved-run.ts';
import type { EnergyScope } from './run.ts';
import type { Part } from './said.ts';

/** Where energy goes, before overhead and facility; `metered` was not told apart by the meter. */
export type EnergyPart = 'accelerators' | 'host' | 'idle' | 'metered';

/** The figures of a result that a step may be. */
export const FIGURES = [
  'componentsKwh',
  'itEnergyKwh',
  'energyKwh',
  'operationalKgCo2e',
  'embodiedKgCo2e',
  'totalKgCo2e',
  'marketKgCo2e',
  'offsetKgCo2e',
  'onSiteL',
  'offSiteL',
  'scope2KgCo2e',
  'scope3Category3KgCo2e',
] as const;
export type Figure = (typeof FIGURES)[number];

/** What of the difference between two methods a step belongs to, in the order in which it is told. */
export const ASPECTS = [
  'power',
  'host',
  'idle',
  'overhead',
  'pue',
  'intensity',
  'embodied',
] as const;
/** `beside`: it bears on no emissions that are counted. */
export type Aspect = (typeof ASPECTS)[number] | 'beside';

/** A single factor by its name; `?` at the end: left out of the product where it is not there. */
type SingleRef = keyof SingleFactors | `${keyof SingleFactors}?`;
/** A factor of the member of a group that the step is repeated for. */
type MemberRef = 'count' | 'power' | 'idlePower' | 'product';
export type FactorRef = SingleRef | MemberRef;

/**
 * One step of a method, as data: (sum of earlier steps) x product of factors / product of factors / a plain number.
 * A step whose factors are not all there is not taken, and neither is one that would sum nothing.
 */
export interface StepSpec {
  /** Its line in the receipt; `{}` is the member's own name. */
  readonly name: string;
  readonly unit: string;
  readonly aspect: Aspect;
  /** What it is, where it is of no member; else that is what the member is. */
  readonly said?: StepCode;
  /** Whether it is what its member does while idle. */
  readonly isIdle?: boolean;
  /** One step for each member of a group. */
  readonly each?: 'accelerators' | 'hostLoads' | 'embodiedParts';
  /** Of the members, only those whose figure is an energy (true) or a power (false). */
  readonly isEnergy?: boolean;
  /** Earlier steps that are summed: by name, or all of a family. */
  readonly of?: readonly string[];
  readonly ofFamily?: 'energy' | 'embodied';
  readonly times?: readonly FactorRef[];
  readonly over?: readonly FactorRef[];
  /** What the product is divided by to come to `unit`: 1000 from Wh to kWh; 1 by default. */
  readonly per?: number;
  /** A summand of the energy or of the embodied emissions. */
  readonly family?: 'energy' | 'embodied';
  readonly part?: EnergyPart;
  /** Only where the meter saw one of these; `none` = nothing was metered. */
  readonly meter?: readonly (EnergyScope | 'none')[];
  /** How the 2019 site rounds here; absent where nothing is rounded. */
  readonly rounding?: 'energy' | 'emissions' | 'figure';
  readonly figure?: Figure;
}

/** Rungs of the ladders that a method may stand on, best first; none: the method does not count it. */
export interface Ladders {
  readonly power: readonly ('measured' | 'utilisation' | 'typical' | 'tdp' | 'minimum-maximum')[];
  readonly host: 'described' | 'rated-parts' | 'codecarbon' | 'virtual-processors' | 'none';
  readonly overhead: boolean;
  readonly pue: readonly ('given' | 'published' | 'site' | 'own-computer' | 'of-method')[];
  readonly embodied: 'parts' | 'parts-over-lifespan' | 'server-formula' | 'none';
  readonly water: boolean;
  readonly market: boolean;
  /** Whether the grid's emissions are told apart by the scopes of the GHG Protocol. */
  readonly scopes: boolean;
  /** Whether metered energy is read at all. */
  readonly meter: boolean;
}

/** What a method cannot do without. */
export type Need =
  | 'hours'
  | 'rated-power'
  | 'some-accelerator'
  | 'some-load'
  | 'known-power'
  | 'measured-power'
  | 'own-figures'
  | 'answers'
  | 'accelerator-or-processor'
  | 'accelerator-or-virtual-processor';

/** What a method leaves out, and why; `when` names what the run must be like for that. */
export interface ExclusionSpec {
  readonly item: Part;
  readonly reason: ReasonCode;
  readonly when?:
    | 'no-host'
    | 'no-embodied'
    | 'no-water-on-site'
    | 'no-grid-water'
    | 'run-once'
    | 'no-processor'
    | 'no-virtual-processor'
    | 'no-memory'
    | 'no-pue';
}

/** A named way to combine factors: data only. */
export interface MethodSpec<Name extends string = string> {
  readonly name: Name;
  /** The paper or code that defines it: a row of `data/sources.csv`. */
  readonly source: string;
  /** Whether the method says how sure its numbers are. */
  readonly hasRange: boolean;
  readonly ladders: Ladders;
  readonly needs: readonly Need[];
  readonly steps: readonly StepSpec[];
  readonly excluded: readonly ExclusionSpec[];
}
