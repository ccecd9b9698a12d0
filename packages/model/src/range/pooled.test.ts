import { describe, expect, test } from 'vitest';
import { summed } from '../summed.ts';
import { seeded } from '../testing.ts';
import { meanOfSides } from './lognormal.ts';
import { type Monomial, merged, nearlyMerged } from './monomial.ts';
import { type Member, pooled } from './pooled.ts';
import { spreadOf } from './spread.ts';

const SHARE = 'share';
const GRID = 'grid';
/** Of the share's variance: 0.2 is of all, 0.3 of the model, 0.5 of the run. */
const APART = { byModel: 0.3, byRun: 0.5 };
const LOG = Math.log(1.5);

const member = (value: number, model: string): Member => ({
  sum: [{ value, keys: [SHARE, GRID], logs: [LOG, 0.2] }],
  model,
  apart: new Map([[SHARE, APART]]),
});
const total = (sum: readonly Monomial[]) => sum.reduce((all, { value }) => all + value, 0);
const logOf = (sum: readonly Monomial[], key: string) => {
  const [first] = sum;
  return first?.logs[first.keys.indexOf(key)];
};

describe('what differs from run to run averages out', () => {
  test('one run is what it is, to the last bit', () => {
    const one = member(10, 'a');
    expect(pooled([one])).toEqual(one.sum);
  });

  test('without anything apart, runs stay as they are', () => {
    const runs = [1, 2].map((value) => ({ ...member(value, 'a'), apart: new Map() }));
    expect(pooled(runs)).toEqual(runs.flatMap(({ sum }) => sum));
  });

  test('two equal runs of one model, by hand', () => {
    const sum = merged(pooled([member(10, 'a'), member(10, 'a')]));
    // t = ln(1 + (e^s - 1) / 2) of what is of the run, s = 0.5 ln(1.5)^2
    const s = 0.5 * LOG ** 2;
    const t = Math.log(1 + Math.expm1(s) / 2);
    expect(sum).toHaveLength(1);
    expect(logOf(sum, SHARE)).toBeCloseTo(Math.sqrt(0.5 * LOG ** 2 + t), 12);
    expect(logOf(sum, GRID)).toBe(0.2);
    expect(total(sum)).toBeCloseTo(20 * Math.exp((s - t) / 2), 12);
  });

  test('many equal runs: of one model what is its own stays, of many only what all share', () => {
    const runs = (models: number) =>
      Array.from({ length: 10_000 }, (_, index) => member(1, `${index % models}`));
    expect(logOf(merged(pooled(runs(1))), SHARE)).toBeCloseTo(Math.sqrt(0.5) * LOG, 3);
    expect(logOf(merged(pooled(runs(10_000))), SHARE)).toBeCloseTo(Math.sqrt(0.2) * LOG, 3);
  });

  test('a run beside which the others are nothing is as unsure as alone', () => {
    const sum = pooled([member(1e6, 'a'), ...Array.from({ length: 50 }, () => member(1, 'b'))]);
    expect(logOf(sum, SHARE)).toBeCloseTo(LOG, 3);
  });

  test('a range is never wider than that of fewer of the same runs, nor narrower than what all share', () => {
    let before = Number.POSITIVE_INFINITY;
    for (const count of [1, 2, 3, 5, 10, 100, 1000]) {
      const runs = Array.from({ length: count }, (_, index) => member(1, `${index}`));
      const { low, high } = spreadOf(merged(pooled(runs)));
      expect(high / low).toBeLessThan(before);
      before = high / low;
    }
    expect(before).toBeGreaterThan(Math.exp(2 * 1.6448 * Math.hypot(Math.sqrt(0.2) * LOG, 0.2)));
  });

  test('the mean of a sum does not depend on what averages out', () => {
    const runs = [member(1, 'a'), member(2, 'a'), member(4, 'b')];
    const joined = runs.flatMap(({ sum }) => sum);
    expect(summed(7, pooled(runs)).mean).toBeCloseTo(summed(7, joined).mean ?? 0, 10);
    expect(summed(7, joined).mean).toBeCloseTo(7 * Math.exp((LOG ** 2 + 0.04) / 2), 10);
  });

  test('a sum of medians is about 9 % low where high is four times low', () => {
    const log = Math.log(4) / 2 / 1.6448536269514722;
    expect(summed(1, [{ value: 1, keys: ['a'], logs: [log] }]).mean).toBeCloseTo(1.093, 3);
  });

  test('two sides are each made smaller', () => {
    const runs = ['a', 'b'].map((model) => ({
      sum: [{ value: 1, keys: [SHARE], logs: [0.4], ups: [0.1] }],
      model,
      apart: new Map([[SHARE, APART]]),
    }));
    const [first] = pooled(runs);
    expect((first?.ups?.[0] ?? 0) / (first?.logs[0] ?? 1)).toBeCloseTo(0.25, 12);
    expect(first?.logs[0]).toBeLessThan(0.4);
  });

  test('against 200,000 draws of thirty runs of five models', () => {
    const next = seeded(7);
    const runs = Array.from({ length: 30 }, (_, index) => member(1 + 9 * next(), `${index % 5}`));
    const [mean, model, run] = [0.2, APART.byModel, APART.byRun].map((one) => Math.sqrt(one) * LOG);
    const sample = Array.from({ length: 200_000 }, () => {
      const [ofAll, ofGrid] = [normal(next), normal(next)];
      const ofModel = Array.from({ length: 5 }, () => normal(next));
      let sum = 0;
      for (const [index, { sum: own }] of runs.entries()) {
        const logs =
          (mean ?? 0) * ofAll +
          (model ?? 0) * (ofModel[index % 5] ?? 0) +
          (run ?? 0) * normal(next);
        sum += (own[0]?.value ?? 0) * Math.exp(logs + 0.2 * ofGrid);
      }
      return sum;
    }).sort((a, b) => a - b);
    const medians = total(runs.flatMap(({ sum }) => sum));
    const { low, high, mean: expected } = summed(medians, merged(pooled(runs)));
    expect((low ?? 0) / (sample[10_000] ?? 0)).toBeCloseTo(1, 2);
    expect((high ?? 0) / (sample[190_000] ?? 0)).toBeCloseTo(1, 2);
    const drawn = sample.reduce((sum, one) => sum + one, 0) / sample.length;
    expect((expected ?? 0) / drawn).toBeCloseTo(1, 2);
  });
});

test('runs of one model may stand as one member, with the roots of their squares', () => {
  const runs = [member(3, 'a'), member(4, 'a'), member(2, 'b')];
  const [both] = merged([...member(3, 'a').sum, ...member(4, 'a').sum]);
  if (!both) throw new Error('two runs');
  const roots = new Map([[SHARE, 5]]);
  const together = pooled([{ ...member(7, 'a'), sum: [both], roots }, member(2, 'b')]);
  const apart = merged(pooled(runs));
  expect(total(together)).toBeCloseTo(total(apart), 12);
  expect(logOf(together, SHARE)).toBeCloseTo(logOf(apart, SHARE) ?? 0, 12);
});

test('an unknown counts by all products of a run that hold it, and by none that do not', () => {
  const apart = new Map([[SHARE, { byModel: 0, byRun: 1 }]]);
  const run = (sum: readonly Monomial[], model: string) => ({ sum, model, apart });
  const held = (value: number) => ({ value, keys: [SHARE], logs: [LOG] });
  const free = { value: 100, keys: [GRID], logs: [0.2] };
  const [, first] = pooled([run([free, held(1), held(2)], 'a'), run([free, held(1)], 'b')]);
  // Values of 3 and 1: what is left of the variance s is ln(1 + (e^s - 1) (9 + 1) / 16).
  const s = LOG ** 2;
  expect(first?.logs[0]).toBeCloseTo(Math.sqrt(Math.log(1 + (Math.expm1(s) * 10) / 16)), 12);
});

test('a deviation of two sides averages out by its middle; its median moves to its own mean', () => {
  const apart = new Map([[SHARE, { byModel: 0, byRun: 1 }]]);
  const run = (model: string) => ({
    sum: [{ value: 1, keys: [SHARE], logs: [0.4], ups: [0.2] }],
    model,
    apart,
  });
  const [first] = pooled([run('a'), run('b')]);
  const s = 0.3 ** 2;
  const t = Math.log(1 + Math.expm1(s) / 2);
  expect(first?.logs[0]).toBeCloseTo(0.4 * Math.sqrt(t / s), 12);
  expect(first?.ups?.[0]).toBeCloseTo(0.2 * Math.sqrt(t / s), 12);
  const part = Math.sqrt(1 - t / s);
  expect(first?.value).toBeCloseTo(meanOfSides(0.4 * part, 0.2 * part), 12);
  expect(first?.value).toBeLessThan(1);
});

test('a range holds the sum of the middle values, also where all of it would lie above', () => {
  const runs = Array.from({ length: 5000 }, (_, index) => ({
    sum: [{ value: 1, keys: [SHARE], logs: [0.9] }],
    model: `${index}`,
    apart: new Map([[SHARE, { byModel: 0, byRun: 1 }]]),
  }));
  const { value, low, high, mean } = summed(5000, nearlyMerged(pooled(runs)));
  expect(low).toBe(value);
  expect(mean).toBeGreaterThan(7000);
  expect(high).toBeGreaterThan(mean ?? 0);
});

test('nothing at all is nothing', () => {
  expect(summed(0, pooled([member(0, 'a')]))).toEqual({ value: 0, low: 0, high: 0, mean: 0 });
});

test('products nearly alike are one, with their mean deviation', () => {
  const sum = [
    { value: 1, keys: ['a', 'b'], logs: [0.1001, 0.3] },
    { value: 3, keys: ['b', 'a'], logs: [0.3, 0.1005] },
    { value: 1, keys: ['a', 'b'], logs: [0.2, 0.3] },
  ];
  const [first, second, ...rest] = nearlyMerged(sum);
  expect(rest).toEqual([]);
  expect(first?.value).toBe(4);
  expect(first?.keys).toEqual(['a', 'b']);
  expect(first?.logs[0]).toBeCloseTo(0.1004, 12);
  expect(second).toEqual(sum[2]);
});

function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}
