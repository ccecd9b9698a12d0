import type { Account } from '../account.ts';
import type { MethodName } from '../run.ts';
import type { Work } from '../work.ts';

/** What a method leaves out, and why. */
export interface Exclusion {
  readonly item: string;
  readonly reason: string;
}

/** A named way to combine factors. */
export interface Method {
  readonly name: MethodName;
  /** The paper or code that defines it: a row of `data/sources.csv`. */
  readonly source: string;
  /** Whether the method says how sure its numbers are. */
  readonly hasRange: boolean;
  /** Which measurements of power it reads. */
  readonly reads: {
    readonly measuredPower: boolean;
    readonly utilisation: boolean;
    readonly host: boolean;
    readonly pue: boolean;
  };
  /** Why the method cannot answer for a piece of work; null where it can. */
  readonly lacks: (work: Work) => string | null;
  /** What it counts. */
  readonly account: (work: Work) => Account;
  /** What it leaves out of that work, and why. */
  readonly excluded: (work: Work) => readonly Exclusion[];
}
