import { describe, expect, test } from 'vitest';
import { errorFittedWithout } from './leave-out.ts';
import type { PowerCase } from './power-case.ts';

/** A run of a machine that was predicted to draw 1 and drew `measured`. */
const run = (machine: string, measured: number, more: Partial<PowerCase> = {}): PowerCase => ({
  id: `${machine} ${measured}`,
  kind: 'server',
  load: '',
  machine,
  card: 'card',
  network: machine,
  ask: 'class',
  told: 'work',
  inputs: '',
  hours: 1,
  prediction: { measured, value: 1, low: 1, high: 1, hours: 1, others: {} },
  ...more,
});

describe('a constant fitted anew', () => {
  test('on all runs is the geometric mean of measured / predicted', () => {
    const runs = [run('a', 1), run('b', 4)];
    // Both predicted 2: |2 / 1 - 1| and |2 / 4 - 1|.
    expect(errorFittedWithout(runs, runs, 'none')).toBeCloseTo((1 + 0.5) / 2, 12);
  });

  test('without a machine knows only the others', () => {
    const runs = [run('a', 1), run('b', 2), run('b', 2)];
    // a predicted 2, b predicted 1.
    expect(errorFittedWithout(runs, runs, 'machine')).toBeCloseTo((1 + 0.5 + 0.5) / 3, 12);
    expect(errorFittedWithout(runs, runs.slice(1), 'machine')).toBeCloseTo(0.5, 12);
  });

  test('reads its own class alone', () => {
    const runs = [run('a', 1), run('b', 1), run('c', 9, { ask: 'other' })];
    expect(errorFittedWithout(runs, runs.slice(0, 2), 'machine')).toBeCloseTo(0, 12);
  });

  test('is unknown where nothing else is left', () => {
    const runs = [run('a', 1), run('b', 2)];
    expect(errorFittedWithout(runs, runs, 'card')).toBe(null);
  });
});
