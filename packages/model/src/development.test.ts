import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runsOf, searchRuns, timesRun } from './development.ts';

/** The rungs one by one, each from where the last left its trials. */
function byRungs(trials: number, share: number, keep: number): number {
  const rungs = Math.round(Math.log(trials) / Math.log(keep));
  const lengthAt = (rung: number) => share * keep ** (rung - rungs);
  let all = trials * lengthAt(0);
  for (let rung = 1; rung <= rungs; rung += 1) {
    all += (trials / keep ** rung) * (lengthAt(rung) - lengthAt(rung - 1));
  }
  return all;
}

describe('a search', () => {
  test('takes each trial to its end, or is as long as its rungs', () => {
    expect(searchRuns(40, 0.1, 'grid')).toBe(4);
    expect(searchRuns(40, 0.1)).toBe(4);
    for (const [trials, keep] of [
      [81, 3],
      [16, 2],
      [4, 4],
    ] as const) {
      const found = searchRuns(trials, 0.5, 'successive-halving', keep);
      expect(found).toBeCloseTo(byRungs(trials, 0.5, keep), 12);
    }
    expect(searchRuns(1, 0.3, 'successive-halving')).toBeCloseTo(0.3, 12);
  });

  test('takes more for more trials, and never more by successive halving', () => {
    const trials = fc.double({ min: 1, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(trials, trials, fc.double({ min: 2, max: 10, noNaN: true }), (a, b, keep) => {
        const of = (some: number) => searchRuns(some, 1, 'successive-halving', keep);
        expect(of(Math.min(a, b))).toBeLessThanOrEqual(of(Math.max(a, b)));
        expect(of(a)).toBeLessThanOrEqual(searchRuns(a, 1, 'random') * (1 + 1e-12));
      }),
    );
  });
});

describe('a run with its development', () => {
  test('is counted as often as its parts together', () => {
    expect(timesRun({})).toBe(1);
    expect(timesRun({ repeats: 3 })).toBe(3);
    const development = { trials: 40, trialShare: 0.1, ablations: 0.5, failed: 0.25 };
    expect(runsOf({ repeats: 2, development })).toEqual({
      repeats: 2,
      search: 4,
      ablations: 0.5,
      failed: 0.25,
    });
    expect(timesRun({ repeats: 2, development })).toBe(6.75);
    expect(timesRun({ development: { trials: 5 } })).toBe(6);
  });

  test('has the range of what is not exact of it', () => {
    const failed = { value: 0.5, low: 0.1, high: 1 };
    expect(timesRun({ development: { failed } })).toEqual({ value: 1.5, low: 1.1, high: 2 });
    const trials = { value: 40, low: 30, high: 60 };
    const found = timesRun({ development: { trials, trialShare: 0.1, failed } });
    expect(found).toMatchObject({ value: 5.5 });
    const { low, high } = found as { low: number; high: number };
    expect(low).toBeCloseTo(5.5 - Math.hypot(1, 0.4), 12);
    expect(high).toBeCloseTo(5.5 + Math.hypot(2, 0.5), 12);
  });
});
