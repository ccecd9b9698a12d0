import type {
  Doubt,
  IntensityBasis,
  IntensityScope,
  OtherFigure,
  Rungs,
  Spatial,
} from './factor.ts';
import type { Warning } from './problem.ts';
import type { ReceiptStep } from './receipt.ts';
import type { MethodName, Run } from './run.ts';

/** A number with its 90 % range; the range is absent where the method gives none. */
export interface Quantity {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
}

/** A frozen version of the data: its name and the hash of its files. */
export interface EditionRef {
  readonly id: string;
  readonly hash: string;
}

/** Energy by where it goes, kWh; the parts sum to the total. A part that the method does not count is 0. */
export interface EnergyParts {
  readonly accelerators: number;
  readonly host: number;
  readonly overhead: number;
  readonly facility: number;
  readonly idle: number;
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

/** The least emitting place for the same work. */
export interface Alternative {
  readonly provider: string;
  readonly region: string;
  readonly name: string;
  readonly carbonIntensityGPerKwh: number;
  readonly kgCo2e: Quantity;
}

/** What a run emits, how that came about and what stands beside it. Shape: docs/result.md. */
export interface EstimateResult {
  readonly schemaVersion: 1;
  readonly method: MethodName;
  readonly edition: EditionRef;
  readonly run: Run;
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
    readonly doubts: readonly Doubt[];
    /** What else is published for the place. */
    readonly beside: readonly OtherFigure[];
  };
  /** Location-based: the headline. */
  readonly operational: { readonly kgCo2e: Quantity };
  /** null = not known. */
  readonly marketBased: { readonly kgCo2e: Quantity | null };
  /** Beside, never subtracted. */
  readonly offset: {
    readonly fraction: number | null;
    readonly kgCo2e: number | null;
    readonly sourceId: string | null;
    readonly year: number | null;
  };
  readonly embodied: { readonly kgCo2e: Quantity | null };
  readonly water: { readonly onSiteL: Quantity | null; readonly offSiteL: Quantity | null };
  /** Operational + embodied, where embodied is known. */
  readonly total: { readonly kgCo2e: Quantity };
  readonly boundary: {
    readonly stages: readonly string[];
    readonly included: readonly string[];
    readonly excluded: readonly { readonly item: string; readonly reason: string }[];
  };
  readonly equivalences: readonly EquivalenceResult[];
  readonly alternatives: {
    readonly sameProvider: Alternative | null;
    readonly anywhere: Alternative | null;
  };
  readonly rungs: Rungs;
  readonly warnings: readonly Warning[];
  readonly receipt: readonly ReceiptStep[];
  /** Every source that the receipt and the equivalences name, in their order. */
  readonly sources: readonly SourceRef[];
}
