import { type Member, nearLog, nearlyMerged, pooled, summed } from '@ml-emissions/model';
import { describe, expect, test } from 'vitest';
import { type AlikeSums, figureOfGroups, productOf, type RunSums } from './grouped.ts';
import { gridDeviationOf } from './priced.ts';
import type { IntensitySpread, RateRow, RateTerm } from './rate-row.ts';

const GRID = 'intensity:FR:2024';
const intensity: IntensitySpread = {
  key: GRID,
  logs: [0.2],
  variation: { hour: 1.3, day: 1.2, week: 1.1 },
  isSmooth: false,
};
const term = (
  coefficient: number,
  quantities: readonly string[],
  unknowns: Readonly<Record<string, number>>,
): RateTerm => ({
  coefficient,
  quantities: ['/hours', '/repeats', ...quantities],
  keys: Object.keys(unknowns),
  logs: Object.values(unknowns),
});
const row: RateRow = {
  shape: '{}',
  method: 'full',
  edition: { id: '2026.0-test', hash: '' },
  intensity,
  hasTwoSides: true,
  meters: {},
  apart: { share: { byModel: 0.3, byRun: 0.5 } },
  figures: {
    operationalKgCo2e: {
      hasRange: true,
      terms: [
        term(0.4, ['/hardware/0/count'], { share: 0.3, pue: 0.1, [GRID]: 1 }),
        term(0.1, [], { host: 0.2, pue: 0.1, [GRID]: 1 }),
      ],
    },
    embodiedKgCo2e: { hasRange: false, terms: [term(0.02, ['/hardware/0/count'], {})] },
  },
};

interface Ran {
  readonly hours: number;
  readonly count: number;
}

/** As lengths of runs differ between an hour and months: numbers without a pattern. */
const runs = Array.from(
  { length: 200 },
  (_, at): Ran => ({ hours: 1 + ((at * at * 37) % 4001), count: 1 + ((at * 7) % 13) }),
);
const logAt = gridDeviationOf(intensity);
const partsOf = ({ hours, count }: Ran) => [hours * count, hours];

function memberOf(run: Ran, model: string): Member {
  const parts = partsOf(run);
  const sum = (row.figures.operationalKgCo2e?.terms ?? []).map((one, place) => ({
    value: one.coefficient * (parts[place] ?? 0),
    keys: one.keys,
    logs: one.logs.map((log, at) =>
      one.keys[at] === GRID ? log * (logAt(run.hours)?.[0] ?? 0) : log,
    ),
  }));
  return { sum, model, apart: new Map(Object.entries(row.apart)) };
}

/** Runs as sums, those in one whose grid is as unsure to the step that the model takes for one. */
function sumsOf(some: readonly Ran[], model: string): RunSums {
  const bins = new Map<number, { sums: number[]; down: number[] }>();
  const squares = [0, 0, 0, 0];
  for (const run of some) {
    const log = logAt(run.hours)?.[0] ?? 0;
    const bin = bins.get(nearLog(log)) ?? { sums: [0, 0], down: [0, 0] };
    bins.set(nearLog(log), bin);
    const parts = partsOf(run);
    for (const [place, part] of parts.entries()) {
      bin.sums[place] = (bin.sums[place] ?? 0) + part;
      bin.down[place] = (bin.down[place] ?? 0) + part * log;
      for (const [other, times] of parts.entries())
        squares[place * 2 + other] = (squares[place * 2 + other] ?? 0) + part * times;
    }
  }
  const alike = [...bins.values()].map(({ sums, down }): AlikeSums => ({ sums, down, up: down }));
  return { row, model, products: ['/hours /hardware/0/count', '/hours'], alike, squares };
}

describe('a figure of many runs from sums over them', () => {
  test('is that of the runs one by one, with what averages out by run and by model', () => {
    const halves = [runs.slice(0, 150), runs.slice(150)] as const;
    const members = halves.flatMap((half, at) => half.map((run) => memberOf(run, `model ${at}`)));
    const value = members.flatMap(({ sum }) => sum).reduce((all, one) => all + one.value, 0);
    const wanted = summed(value, nearlyMerged(pooled(members)));
    const found = figureOfGroups(
      halves.map((half, at) => sumsOf(half, `model ${at}`)),
      'operationalKgCo2e',
    );
    for (const name of ['value', 'low', 'high', 'mean'] as const)
      expect((found?.[name] ?? 0) / (wanted[name] ?? 1), name).toBeCloseTo(1, 12);
    // Runs that were taken for one run each would average out nothing.
    expect((wanted.high ?? 0) / wanted.value).toBeLessThan(
      (figureOfGroups([sumsOf([{ hours: 2000, count: 7 }], '')], 'operationalKgCo2e')?.high ?? 0) /
        (0.4 * 14_000 + 0.1 * 2000),
    );
  });

  test('has no range where that of some runs is not known', () => {
    expect(figureOfGroups([sumsOf(runs, '')], 'embodiedKgCo2e')).toEqual({
      value: expect.closeTo(0.02 * runs.reduce((sum, run) => sum + run.hours * run.count, 0), 6),
    });
    const [one] = sumsOf(runs, '').alike as [AlikeSums];
    const unknown = { ...sumsOf(runs, ''), alike: [{ ...one, down: null, up: null }] };
    expect(Object.keys(figureOfGroups([unknown], 'operationalKgCo2e') ?? {})).toEqual(['value']);
  });

  test('is null where no run has it, and asks for the sums that it needs', () => {
    expect(figureOfGroups([sumsOf(runs, '')], 'onSiteL')).toBeNull();
    expect(() =>
      figureOfGroups([{ ...sumsOf(runs, ''), products: ['/hours'] }], 'operationalKgCo2e'),
    ).toThrow('no sums of /hours /hardware/0/count');
  });

  test('a product of quantities is named without how often', () => {
    expect(productOf({ quantities: ['/energyKwh', '/repeats'] })).toBe('/energyKwh');
  });
});
