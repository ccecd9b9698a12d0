import {
  type Account,
  embodiedKgCo2e,
  METHODS,
  type MethodName,
  methods,
  operationalKgCo2e,
  type Quantity,
  type Run,
} from '@ml-emissions/model';
import { ranged, spreadsOf } from './figures.ts';
import { prepare } from './prepare.ts';

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
  readonly step: (typeof STEPS)[number];
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

const STEPS = [
  'rounding removed',
  'power of the accelerators',
  'host',
  'idle time',
  'supply losses and fans',
  'PUE',
  'carbon intensity',
  'embodied',
  'rounding',
] as const;

/**
 * What each method says of a run, and what makes each differ from the run's own method.
 *
 * @param run from `parseRun`
 * Errors: none for a run from `parseRun`.
 */
export function explain(run: Run): Explanation {
  const { work, method } = prepare(run);
  const accounts = new Map<MethodName, Account>();
  const answers = METHODS.map((name): MethodAnswer => {
    const { lacks, account: accountOf, source: sourceId } = methods[name];
    const reason = lacks(work);
    if (reason !== null) {
      return {
        method: name,
        sourceId,
        operationalKgCo2e: null,
        embodiedKgCo2e: null,
        lacks: reason,
      };
    }
    const account = accountOf(work);
    accounts.set(name, account);
    const spread = spreadsOf({ account, method: methods[name] })?.of('operationalKgCo2e');
    return {
      method: name,
      sourceId,
      operationalKgCo2e: ranged(operationalKgCo2e(account), spread),
      embodiedKgCo2e: embodiedKgCo2e(account),
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
      ? others.map(([name, account]) =>
          difference({ name, account }, { name: method.name, account: own }),
        )
      : [],
  };
}

interface Answering {
  readonly name: MethodName;
  readonly account: Account;
}

/** Operational and embodied together, kg CO2e. */
const totalOf = (account: Account) => operationalKgCo2e(account) + (embodiedKgCo2e(account) ?? 0);

/**
 * The difference between two accounts of one run, one part taken from the other at a time, in a fixed order.
 *
 * @param from where to start
 * @param to where to arrive
 * @returns one step a part that changes anything; they sum to the difference
 */
function difference(from: Answering, to: Answering): Difference {
  const { account: a } = from;
  const { account: b } = to;
  const energyOf = (account: Account, parts: readonly string[]) =>
    account.energy.filter(({ part }) => parts.includes(part));
  const changes: ((now: Account) => Account)[] = [
    (now) => ({ ...now, rounding: null }),
    (now) => ({
      ...now,
      energy: [...energyOf(b, ['accelerators', 'metered']), ...energyOf(now, ['host', 'idle'])],
      pueInEnergy: b.pueInEnergy,
    }),
    (now) => ({
      ...now,
      energy: [...energyOf(now, ['accelerators', 'metered', 'idle']), ...energyOf(b, ['host'])],
    }),
    (now) => ({
      ...now,
      energy: [...energyOf(now, ['accelerators', 'metered', 'host']), ...energyOf(b, ['idle'])],
    }),
    (now) => ({ ...now, overhead: b.overhead }),
    (now) => ({ ...now, pue: b.pue }),
    (now) => ({ ...now, intensity: b.intensity }),
    (now) => ({ ...now, embodied: b.embodied }),
    (now) => ({ ...now, rounding: b.rounding }),
  ];
  const steps: DifferenceStep[] = [];
  let now = a;
  for (const [index, change] of changes.entries()) {
    const next = change(now);
    const kgCo2e = totalOf(next) - totalOf(now);
    const step = STEPS[index];
    if (step && kgCo2e !== 0) steps.push({ step, kgCo2e });
    now = next;
  }
  return { from: from.name, to: to.name, fromKgCo2e: totalOf(a), toKgCo2e: totalOf(b), steps };
}
