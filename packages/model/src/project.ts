import type { Warning } from './problem.ts';
import type {
  DevelopmentFactor,
  EditionRef,
  EquivalenceResult,
  EstimateResult,
  GhgProtocol,
  Quantity,
  Sensitivity,
} from './result.ts';
import type { Phase, Place, Run } from './run.ts';

/** Several runs that belong together; each may differ in everything. */
export interface Project {
  readonly schemaVersion: 1;
  readonly name?: string;
  readonly runs: readonly [Run, ...Run[]];
  /** Whether every run of the work is in the list; absent = not told. */
  readonly complete?: boolean;
  /** What is not, in words. */
  readonly notCounted?: string;
  /** Fields that every run took from the defaults. */
  readonly shared: readonly string[];
}

/** The figures of some runs of a project together. */
export interface GroupResult<Shared = Phase | Place | string> {
  /** The phase, place or hardware that they share. */
  readonly name: string;
  /** The same as a value; null where it is not told, or an intensity is given instead of a place. */
  readonly of: Shared | null;
  readonly runs: number;
  readonly energyKwh: Quantity;
  readonly operational: { readonly kgCo2e: Quantity };
  readonly embodied: { readonly kgCo2e: Quantity | null };
  readonly total: { readonly kgCo2e: Quantity };
}

/** What a project emits. Runs that share a factor rise and fall together, and the ranges carry that. */
export interface ProjectResult {
  readonly schemaVersion: 1;
  readonly name: string | null;
  readonly complete: boolean | null;
  readonly notCounted: string | null;
  /** Fields that every run took from the defaults: one unknown each. */
  readonly shared: readonly string[];
  /** The edition of the runs; null where they differ. */
  readonly edition: EditionRef | null;
  readonly energyKwh: Quantity;
  /** Location-based: the headline. */
  readonly operational: { readonly kgCo2e: Quantity };
  /** As for a run; null = not known for every run. */
  readonly ghgProtocol: GhgProtocol;
  /** null = not known for every run. */
  readonly marketBased: { readonly kgCo2e: Quantity | null };
  /** Beside, never subtracted; null where no run has a claim. */
  readonly offset: { readonly kgCo2e: number | null };
  /** Of the runs whose manufacture is known; null where none is. */
  readonly embodied: { readonly kgCo2e: Quantity | null };
  readonly water: { readonly onSiteL: Quantity | null; readonly offSiteL: Quantity | null };
  readonly total: { readonly kgCo2e: Quantity };
  readonly byPhase: readonly GroupResult<Phase>[];
  readonly byPlace: readonly GroupResult<Place>[];
  readonly byHardware: readonly GroupResult<string>[];
  readonly interval: EstimateResult['interval'];
  readonly sensitivity: readonly Sensitivity[];
  readonly development: readonly DevelopmentFactor[];
  readonly equivalences: readonly EquivalenceResult[];
  readonly warnings: readonly Warning[];
  readonly runs: readonly EstimateResult[];
}
