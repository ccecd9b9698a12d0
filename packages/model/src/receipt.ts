import type { Confidence, FactorKind } from './factor.ts';

/** One line of the account of a result, in the order in which it is computed. */
export interface ReceiptStep {
  readonly step: string;
  readonly value: number;
  readonly unit: string;
  /** The arithmetic with its numbers, or '' for a number that was looked up. */
  readonly formula: string;
  readonly kind: FactorKind;
  /** Names of the earlier steps that this one uses. */
  readonly from: readonly string[];
  readonly sourceId: string | null;
  readonly year: number | null;
  /** How sure a sourced number is; null for others. */
  readonly confidence: Confidence | null;
  readonly note: string;
  /** Geometric standard deviation of a factor; 1 = exact, null = not known, or a computed step. */
  readonly gsd: number | null;
}
