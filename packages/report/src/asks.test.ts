import { expect, test } from 'vitest';
import { askedOf } from './asks.ts';
import { FORMATS } from './formats.ts';
import { METERED, PLAN, reportWith, resultOf } from './testing.ts';

const statesOf = (report: Parameters<typeof askedOf>[0], form: keyof typeof FORMATS) =>
  Object.fromEntries(askedOf(report, FORMATS[form].asks).map(({ ask, state }) => [ask, state]));

test('what nobody told is missing, what is usual is taken, what has no field stands apart', () => {
  expect(statesOf(reportWith([resultOf()]), 'cvpr')).toEqual({
    cpu: 'told',
    hardware: 'told',
    memory: 'told',
    storage: 'apart',
    owner: 'told',
    hours: 'told',
    dates: 'missing',
    phase: 'missing',
    otherRuns: 'missing',
  });
  expect(statesOf(reportWith([resultOf()]), 'latex').energy).toBe('taken');
  expect(statesOf(reportWith([resultOf(METERED)]), 'latex').energy).toBe('told');
  expect(statesOf(reportWith([resultOf({ plan: PLAN })]), 'latex').hours).toBe('taken');
});

test('what is missing comes first, and names its field and the runs that lack it', () => {
  const told = resultOf({ run: { phase: 'training', start: '2026-01-02' } });
  const [first, ...rest] = askedOf(reportWith([told, resultOf(), told]), FORMATS.cvpr.asks);
  expect(first).toEqual({ ask: 'dates', field: '/start', state: 'missing', runs: [1] });
  const states = rest.map(({ state }) => state);
  expect(states.lastIndexOf('missing')).toBeLessThan(states.indexOf('told'));
});

test('a list of runs that has failed ones, or is said to be whole, tells of the other runs', () => {
  const failed = resultOf({ run: { phase: 'failed' } });
  expect(statesOf(reportWith([resultOf(), failed]), 'neurips').otherRuns).toBe('told');
  expect(statesOf(reportWith([resultOf()], { complete: false }), 'neurips').otherRuns).toBe('told');
});

test('a model and a unit are told by the run or the service', () => {
  const run = {
    model: { name: 'BLOOM', parameters: 176e9, flop: 1e23 },
    functionalUnit: {
      name: 'image',
      count: 10,
      basis: 'gross' as const,
      rationale: 'what is sold',
    },
  };
  expect(statesOf(reportWith([resultOf({ run })]), 'eu-ai')).toMatchObject({
    flop: 'told',
    parameters: 'told',
  });
  expect(statesOf(reportWith([resultOf({ run })]), 'sci')).toMatchObject({
    unit: 'told',
    whyUnit: 'told',
  });
  expect(statesOf(reportWith([resultOf({ run })]), 'spdx').modelName).toBe('told');
  expect(statesOf(reportWith([resultOf()]), 'sci')).toMatchObject({
    unit: 'missing',
    whyUnit: 'apart',
  });
});
