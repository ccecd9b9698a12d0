import type { Editions } from '@ml-emissions/data';
import {
  type Account,
  type DifferencePart,
  differenceOf,
  figureOf,
  METHODS,
  type MethodName,
  methods,
  type Quantity,
  type Run,
  totalOf,
} from '@ml-emissions/model';
import { knownQuantity } from './estimate/figures.ts';
import { prepare, prepareVariant } from './prepare.ts';

/** What one method says of a run, or why it cannot. */
export interface MethodAnswer {
  readonly method: MethodName;
  readonly sourceId: string;
  /** Operational emissions; null where the method cannot answer. */
  readonly operationalKgCo2e: Quantity | null;
  /** null where the method does not count them. */
  readonly embodiedKgCo2e: number | null;
  /** Why it cannot answer; null where it can. */
  readonly lacks: string | null;
}

/** One named part of the difference between two methods, kg CO2e. */
export interface DifferenceStep {
  readonly step: (typeof STEPS)[keyof typeof STEPS];
  readonly kgCo2e: number;
}

/** How one method comes from another, step by step; the steps sum to the difference. */
export interface Difference {
  readonly from: MethodName;
  readonly to: MethodName;
  readonly fromKgCo2e: number;
  readonly toKgCo2e: number;
  readonly steps: readonly DifferenceStep[];
}

/** All methods on one run. */
export interface Explanation {
  readonly schemaVersion: 1;
  readonly run: Run;
  readonly methods: readonly MethodAnswer[];
  /** From each other method that answers to the run's own. */
  readonly differences: readonly Difference[];
}

const STEPS = {
  'rounding-removed': 'rounding removed',
  power: 'power of the accelerators',
  host: 'host',
  idle: 'idle time',
  overhead: 'supply losses and fans',
  pue: 'PUE',
  intensity: 'carbon intensity',
  embodied: 'embodied',
  rounding: 'rounding',
} as const satisfies Readonly<Record<DifferencePart['aspect'], string>>;

/**
 * What each method says of a run, and what makes each differ from the run's own method.
 *
 * @param editions those at hand
 * @param run from `parseRun`
 * Errors: none for a run from `parseRun`.
 */
export function explain(editions: Editions, run: Run): Explanation {
  const { edition, method } = prepare(editions, run);
  const accounts = new Map<MethodName, Account>();
  const answers = METHODS.map((name): MethodAnswer => {
    const { source: sourceId } = methods[name];
    const prepared = prepareVariant(edition, run, undefined, methods[name]);
    if (typeof prepared === 'string') {
      return {
        method: name,
        sourceId,
        operationalKgCo2e: null,
        embodiedKgCo2e: null,
        lacks: prepared,
      };
    }
    const { account } = prepared;
    accounts.set(name, account);
    return {
      method: name,
      sourceId,
      operationalKgCo2e: knownQuantity(prepared, 'operationalKgCo2e'),
      embodiedKgCo2e: figureOf(account, 'embodiedKgCo2e'),
      lacks: null,
    };
  });
  const own = accounts.get(method.name);
  const others = [...accounts].filter(([name]) => name !== method.name);
  return {
    schemaVersion: 1,
    run,
    methods: answers,
    differences: own
      ? others.map(
          ([name, account]): Difference => ({
            from: name,
            to: method.name,
            fromKgCo2e: totalOf(account),
            toKgCo2e: totalOf(own),
            steps: differenceOf(account, own).map(({ aspect, kgCo2e }) => ({
              step: STEPS[aspect],
              kgCo2e,
            })),
          }),
        )
      : [],
  };
}
