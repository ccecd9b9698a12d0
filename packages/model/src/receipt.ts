import type { Confidence, FactorKind } from './factor.ts';
import type { Said } from './said.ts';

/** One number of a line's arithmetic. */
export interface Operand {
  /** How it joins what stands before it. */
  readonly by: 'plus' | 'times' | 'over';
  readonly value: number;
  /** '1' for a plain number. */
  readonly unit: string;
  /** The step that it is, where the line is a sum of steps. */
  readonly of: string | null;
}

/** One line of the account of a result, in the order in which it is computed. */
export interface ReceiptStep {
  readonly step: string;
  readonly value: number;
  readonly unit: string;
  /** The arithmetic with its numbers, or '' for a number that was looked up. */
  readonly formula: string;
  /** The same as data; empty for a number that was looked up, and where the formula is in words. */
  readonly operands: readonly Operand[];
  /** How it was rounded, where the formula says only that; else null. */
  readonly rounded: Said | null;
  readonly kind: FactorKind;
  /** Names of the earlier steps that this one uses. */
  readonly from: readonly string[];
  readonly sourceId: string | null;
  readonly year: number | null;
  /** How sure a sourced number is; null for others. */
  readonly confidence: Confidence | null;
  readonly note: string;
  /** The note as a code; null where it is ''. */
  readonly said: Said | null;
  /** Geometric standard deviation of a factor; 1 = exact, null = not known, or a computed step. */
  readonly gsd: number | null;
  /** That of its upper side, where it is another; `gsd` is then the lower one. */
  readonly gsdUp?: number;
}

/** A line before it is worded: its formula is '' where it is in words. */
export type ReceiptLine = Omit<ReceiptStep, 'note'>;
