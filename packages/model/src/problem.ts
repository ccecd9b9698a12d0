import type { SaidOf, WarningCode } from './said.ts';

/** What can be wrong with an input. Documented for users in docs/problems.md. */
export const PROBLEM_CODES = [
  'missing',
  'wrong-type',
  'out-of-range',
  'too-long',
  'control-character',
  'malformed',
  'conflict',
  'unknown-field',
  'unknown-value',
  'unknown-accelerator',
  'ambiguous-accelerator',
  'unknown-instance',
  'ambiguous-instance',
  'unknown-slice',
  'unknown-cpu',
  'ambiguous-cpu',
  'unknown-provider',
  'unknown-region',
  'ambiguous-region',
  'unknown-site',
  'unknown-zone',
  'unknown-country',
  'unknown-edition',
  'ambiguous-zone',
  'no-intensity',
  'no-tdp',
  'not-in-method',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** One thing wrong with one input. `field` is a JSON Pointer (RFC 6901): `/hardware/0/count`. */
export interface Problem {
  readonly code: ProblemCode;
  readonly field: string;
  readonly value: unknown;
  readonly message: string;
  readonly expected: string;
  readonly suggestions: readonly string[];
}

/** A value, or every problem at once; never neither. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };

/** Something a person should know about a result that is nevertheless an answer. */
export interface Warning {
  readonly code: WarningCode;
  readonly field: string;
  readonly message: string;
  /** The same as a code. */
  readonly said: SaidOf<WarningCode>;
}

/** A warning before it is worded. */
export type Notice = Pick<Warning, 'field' | 'said'>;
