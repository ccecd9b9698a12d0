import { exp, expm1, ln, log1p, square } from '../elementary.ts';
import type { Apart } from '../factor.ts';
import { meanOfSides } from './lognormal.ts';
import { type Monomial, upsOf } from './monomial.ts';

/** One run's part of a sum. */
export interface Member {
  readonly sum: readonly Monomial[];
  /** Runs of one model have the same. */
  readonly model: string;
  /** Of its unknowns, those that are not the same in every run that has them. */
  readonly apart: ReadonlyMap<string, Apart>;
  /**
   * Where the sum is of several runs of one model: by unknown, the root of the sum of the squares of the values in which
   * it stands in each of them.
   */
  readonly roots?: ReadonlyMap<string, number>;
}

/** How much of a variance is left in a sum over runs, 0..1: 1 where one run is all, or where all run the same model. */
interface Left {
  readonly ofModels: number;
  readonly ofRuns: number;
}

/**
 * The sum of several runs, in which averages out what differs from run to run.
 *
 * The sum of values v_i, each times a lognormal of its own of variance s (of the logarithm), has the mean and variance of
 * one lognormal of variance
 *
 *     t = ln(1 + (e^s - 1) sum(v_i^2) / sum(v_i)^2)
 *
 * whose median is exp((s - t) / 2) times the sum of medians: less unsure, and a little more. So it goes with what runs of
 * one model share, where v_i is the sum over a model. What all runs share stays.
 *
 * Source: Fenton 1960; docs/method.md, section 6.
 *
 * @param members the runs; many of one model may stand as one member, with their `roots`
 * @returns one sum; that of a single run unchanged
 * Errors: none.
 */
export function pooled(members: readonly Member[]): readonly Monomial[] {
  const left = leftOf(members);
  return members.flatMap(({ sum, apart }) =>
    apart.size === 0 ? sum : sum.map((one) => averaged(one, apart, left)),
  );
}

function averaged(
  one: Monomial,
  apart: ReadonlyMap<string, Apart>,
  left: ReadonlyMap<string, Left>,
): Monomial {
  const { keys, logs } = one;
  const ups = upsOf(one);
  let raised = 0;
  const scales = keys.map((key, index) => {
    const own = apart.get(key);
    const rest = left.get(key);
    if (!own || !rest) return 1;
    const gone = own.byModel * (1 - rest.ofModels) + own.byRun * (1 - rest.ofRuns);
    const part = Math.sqrt(gone);
    const [down, up] = [logs[index] as number, ups[index] as number];
    raised += down === up ? square(part * down) / 2 : ln(meanOfSides(part * down, part * up));
    return Math.sqrt(1 - gone);
  });
  if (raised === 0) return one;
  const scaled = (some: readonly number[]) =>
    some.map((log, index) => log * (scales[index] as number));
  const even = { ...one, value: one.value * exp(raised), logs: scaled(logs) };
  return one.ups ? { ...even, ups: scaled(one.ups) } : even;
}

/** A deviation that has two sides counts by their mean. */
const middle = (logs: readonly number[], ups: readonly number[], index: number): number =>
  ((logs[index] as number) + (ups[index] as number)) / 2;

/** The values in which an unknown stands, by run and by model, and its variances. */
class Weights {
  readonly #byRun: number[] = [];
  readonly #byModel = new Map<string, number>();
  #total = 0;
  #ofModels = 0;
  #ofRuns = 0;

  add(model: string, value: number, root: number, ofModels: number, ofRuns: number): void {
    this.#byRun.push(root);
    this.#byModel.set(model, (this.#byModel.get(model) ?? 0) + value);
    this.#total += value;
    this.#ofModels += value * ofModels;
    this.#ofRuns += value * ofRuns;
  }

  left(): Left {
    const of = (values: Iterable<number>, weighted: number) => {
      const variance = weighted / this.#total;
      if (!(variance > 0)) return 1;
      let squares = 0;
      for (const value of values) squares += square(value / this.#total);
      return Math.min(1, log1p(expm1(variance) * squares) / variance);
    };
    return {
      ofModels: of(this.#byModel.values(), this.#ofModels),
      ofRuns: of(this.#byRun, this.#ofRuns),
    };
  }
}

function leftOf(members: readonly Member[]): ReadonlyMap<string, Left> {
  const all = new Map<string, Weights>();
  for (const { sum, model, apart, roots } of members) {
    for (const [key, { byModel, byRun }] of apart) {
      let value = 0;
      let variance = 0;
      for (const one of sum) {
        const index = one.keys.indexOf(key);
        if (index < 0) continue;
        value += one.value;
        variance = square(middle(one.logs, upsOf(one), index));
      }
      if (value === 0) continue;
      const weights = all.get(key) ?? new Weights();
      all.set(key, weights);
      weights.add(model, value, roots?.get(key) ?? value, byModel * variance, byRun * variance);
    }
  }
  return new Map([...all].map(([key, weights]) => [key, weights.left()]));
}
