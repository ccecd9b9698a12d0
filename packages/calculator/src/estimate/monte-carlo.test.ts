import { editions } from '@ml-emissions/data/full';
import {
  changeOf,
  joined,
  type Monomial,
  merged,
  spreadOf,
  upsOf,
  WORK_KINDS,
} from '@ml-emissions/model';
import { describe, expect, test } from 'vitest';
import { seeded } from '../../../model/src/testing.ts';
import { calculator } from '../full.ts';
import type { RunInput } from '../index.ts';
import { projectKeys } from '../parse/project.ts';
import { prepare as prepareWith } from '../prepare.ts';

const { parseProject, parseRun, prepare } = calculator;

// The closed form against Approach 2 of IPCC 2006 vol. 1 ch. 3: a million draws of every factor, where there is time.
const DRAWS = process.env.TEST_DEPTH === 'deep' ? 1_000_000 : 30_000;
/** So much of an end may be the luck of the draws. */
const LUCK = 3 / Math.sqrt(DRAWS);
const RUNS = 100;

const next = seeded(2026);
const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
const between = (low: number, high: number) => low + (high - low) * next();
const maybe = <T extends object>(chance: number, some: () => T): T | Record<string, never> =>
  next() < chance ? some() : {};

/** Standard normal draws, one array a factor; kept, as all runs may share them. */
const normals: Float64Array[] = [];
function draws(index: number): Float64Array {
  while (normals.length <= index) {
    const array = new Float64Array(DRAWS);
    for (let at = 0; at < DRAWS; at += 2) {
      const radius = Math.sqrt(-2 * Math.log(1 - next()));
      const angle = 2 * Math.PI * next();
      array[at] = radius * Math.cos(angle);
      array[at + 1] = radius * Math.sin(angle);
    }
    normals.push(array);
  }
  return normals[index] as Float64Array;
}

/** The sum of products in every draw, each side of a factor by its own deviation. */
function sampled(sum: readonly Monomial[], keys: readonly string[]): Float64Array {
  const powers = new Map<string, Float64Array>();
  const powerOf = (key: string, log: number, up: number) => {
    const name = `${key} ${log} ${up}`;
    let power = powers.get(name);
    if (!power) {
      power = draws(keys.indexOf(key)).map((z) => Math.exp((z < 0 ? log : up) * z));
      powers.set(name, power);
    }
    return power;
  };
  const total = new Float64Array(DRAWS);
  for (const one of merged(sum)) {
    const { value, keys: own, logs } = one;
    const ups = upsOf(one);
    const product = new Float64Array(DRAWS).fill(value);
    for (const [index, key] of own.entries()) {
      const power = powerOf(key, logs[index] as number, ups[index] as number);
      for (let at = 0; at < DRAWS; at++)
        product[at] = (product[at] as number) * (power[at] as number);
    }
    for (let at = 0; at < DRAWS; at++) total[at] = (total[at] as number) + (product[at] as number);
  }
  return total;
}

const keysOf = (sums: readonly (readonly Monomial[])[]) => [
  ...new Set(sums.flat().flatMap(({ keys }) => keys)),
];
const medians = (sum: readonly Monomial[]) => sum.reduce((all, { value }) => all + value, 0);

/** The value that `rank` values are below, by partition (Hoare's quickselect); the sample is left in disorder. */
function ranked(sample: Float64Array, rank: number): number {
  let [left, right] = [0, sample.length - 1];
  while (left < right) {
    const pivot = sample[(left + right) >> 1] as number;
    let [up, down] = [left, right];
    while (up <= down) {
      while ((sample[up] as number) < pivot) up++;
      while ((sample[down] as number) > pivot) down--;
      if (up > down) break;
      const kept = sample[up] as number;
      sample[up] = sample[down] as number;
      sample[down] = kept;
      up++;
      down--;
    }
    if (rank <= down) right = down;
    else if (rank >= up) left = up;
    else break;
  }
  return sample[rank] as number;
}

/** The 5 % and 95 % points. */
function points(sample: Float64Array): readonly [number, number] {
  return [ranked(sample, DRAWS * 0.05), ranked(sample, DRAWS * 0.95)];
}

const commons = editions.get(editions.current);
if (!commons) throw new Error('no current edition');
const chips = commons.accelerators.filter(
  ({ tdpW, embodiedScope }) => tdpW !== null && embodiedScope !== 'not-known',
);
const regions = commons.regions.filter(({ status }) => status === 'open');

/** A run that somebody might have: chips, place, what was measured and what was not, at random. */
function randomRun(): RunInput {
  const { provider, region } = pick(regions);
  const hours = between(1, 2000);
  const ranged = (value: number, ratio: number) => ({
    value,
    low: value / ratio,
    high: value * ratio,
  });
  return {
    hardware: [
      {
        accelerator: pick(chips).id,
        count: Math.ceil(between(0, 64)),
        ...maybe(0.2, () => ({ powerW: ranged(between(50, 600), 1.15) })),
      },
      ...(next() < 0.2 ? [{ accelerator: pick(chips).id, count: 4 }] : []),
    ],
    hours: next() < 0.2 ? ranged(hours, between(1.05, 1.5)) : hours,
    work: pick(WORK_KINDS),
    place: { provider, region },
    ...maybe(0.2, () => ({ nodes: Math.ceil(between(0, 16)) })),
    ...maybe(0.2, () => ({ idle: { hours: between(1, 500) } })),
    ...maybe(0.2, () => ({ pue: { value: 1.3, low: 1.1, high: 1.6 } })),
    ...maybe(0.2, () => ({ repeats: ranged(4, 1.5) })),
    ...maybe(0.2, () => ({ carbonIntensityGPerKwh: { value: 300, low: 150, high: 330 } })),
  };
}

function prepared(input: Record<string, unknown>) {
  const parsed = parseRun(input);
  // A place without a figure, or a chip without a power, is no run: the next one is.
  return parsed.ok ? prepare(parsed.run) : null;
}

function randomPrepared() {
  for (;;) {
    const found = prepared(randomRun());
    if (found) return found;
  }
}

/** Relative errors of both ends, over many sums. */
class Errors {
  private readonly low: number[] = [];
  private readonly high: number[] = [];

  add(sum: readonly Monomial[], sample: Float64Array): void {
    const [low, high] = points(sample);
    const spread = spreadOf(sum);
    this.low.push(Math.abs((medians(sum) * spread.low) / low - 1));
    this.high.push(Math.abs((medians(sum) * spread.high) / high - 1));
  }

  addRatio(change: { readonly low: number; readonly high: number }, sample: Float64Array): void {
    const [low, high] = points(sample);
    this.low.push(Math.abs(change.low / low - 1));
    this.high.push(Math.abs(change.high / high - 1));
  }

  check(): void {
    const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
    expect(mean(this.high), '95 % point, mean').toBeLessThan(0.03);
    expect(mean(this.low), '5 % point, mean').toBeLessThan(0.03);
    expect(Math.max(...this.high), '95 % point, worst').toBeLessThan(0.12 + LUCK);
    expect(Math.max(...this.low), '5 % point, worst').toBeLessThan(0.12 + LUCK);
  }
}

describe(`the closed form against ${DRAWS} draws`, () => {
  test(`${RUNS} random runs: operational, embodied and both together`, { timeout: 600_000 }, () => {
    const errors = { operational: new Errors(), embodied: new Errors(), total: new Errors() };
    for (let run = 0; run < RUNS; run++) {
      const sums = randomPrepared().sums;
      const operationalKgCo2e = sums?.of('operationalKgCo2e');
      const embodiedKgCo2e = sums?.of('embodiedKgCo2e');
      if (!operationalKgCo2e || !embodiedKgCo2e) throw new Error('a run without a range');
      const keys = keysOf([operationalKgCo2e, embodiedKgCo2e]);
      const operational = sampled(operationalKgCo2e, keys);
      const embodied = sampled(embodiedKgCo2e, keys);
      const total = operational.map((one, at) => one + (embodied[at] as number));
      errors.operational.add(operationalKgCo2e, operational);
      errors.embodied.add(embodiedKgCo2e, embodied);
      errors.total.add([...operationalKgCo2e, ...embodiedKgCo2e], total);
    }
    for (const one of Object.values(errors)) one.check();
  });

  test('20 random projects whose runs share grid, PUE and defaults', { timeout: 600_000 }, () => {
    const errors = new Errors();
    for (let index = 0; index < 20; index++) {
      const parsed = parseProject({
        defaults: randomRun(),
        runs: Array.from({ length: 2 + Math.floor(next() * 4) }, () => ({
          hours: between(1, 1000),
          ...maybe(0.4, () => ({ place: randomRun().place })),
          ...maybe(0.4, () => ({ work: pick(WORK_KINDS) })),
        })),
      });
      if (!parsed.ok) continue;
      const sums = parsed.project.runs.map(
        (run, at) =>
          prepareWith(editions, run, projectKeys(at, run)).sums?.of('operationalKgCo2e') ?? null,
      );
      const sum = joined(sums);
      if (!sum) throw new Error('a project without a range');
      errors.add(sum, sampled(sum, keysOf([sum])));
    }
    errors.check();
  });

  test('30 random comparisons: another region or another chip', { timeout: 600_000 }, () => {
    const errors = new Errors();
    for (let index = 0; index < 30; index++) {
      const here = randomPrepared();
      const { provider, region } = pick(regions);
      const other = prepared(
        next() < 0.5
          ? { ...here.run, pue: undefined, place: { provider, region } }
          : { ...here.run, hardware: [{ accelerator: pick(chips).id, count: 8 }] },
      );
      const [below, above] = [here, other].map((one) => one?.sums?.of('operationalKgCo2e'));
      if (!below || !above) continue;
      const keys = keysOf([below, above]);
      const under = sampled(below, keys);
      const ratio = sampled(above, keys).map((one, at) => one / (under[at] as number));
      errors.addRatio(changeOf(above, below), ratio);
    }
    errors.check();
  });
});
