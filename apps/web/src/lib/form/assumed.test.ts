import { calculator } from '@ml-emissions/calculator/full';
import { expect, test } from 'vitest';
import { engineOf } from '../state/engine.ts';
import { assumedFor } from './assumed.ts';

// The page's parts ask the calculator that is held: here that over all tables.
engineOf(calculator);

function resultOf(more: object) {
  const parsed = calculator.parseRun({
    hardware: [{ accelerator: 'A100-SXM4-80GB', count: 8 }],
    hours: 100,
    place: { country: 'FR' },
    work: 'llm-training',
    ...more,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return calculator.estimate(parsed.run, { receipt: false });
}

test('an untouched field shows what counts without it', () => {
  const result = resultOf({});
  expect(assumedFor('utilisation', result)).toBe(0.88);
  expect(assumedFor('serviceLifeYears', result)).toBe(5);
  expect(assumedFor('averageUse', result)).toBe(0.6);
  expect(assumedFor('kgCo2ePerChip', result)).toBe(165);
  expect(assumedFor('overheadFactor', result)).toBe(1.12);
  expect(assumedFor('intensity', result)).toBe(result.carbonIntensityGPerKwh.value);
  for (const name of ['pue', 'wue'] as const) expect(assumedFor(name, result)).toBeGreaterThan(0);
  expect(assumedFor('hours', result)).toBeNull();
});

test('of a model in use they show what its energy hangs on', () => {
  const service = { requests: 1e6, per: 'day' };
  const result = resultOf({
    hours: undefined,
    work: undefined,
    model: { parameters: 7e9 },
    service,
  });
  expect(assumedFor('outputTokensPerRequest', result)).toBe(400);
  expect(assumedFor('inputTokensPerRequest', result)).toBe(500);
  expect(assumedFor('concurrency', result)).toBe(64);
  expect(assumedFor('acceleratorsPerModel', result)).toBe(1);
  expect(assumedFor('steps', result)).toBeNull();
});

test('the assumed host, typed, changes nothing', () => {
  const result = resultOf({ repeats: 3 });
  const powerW = assumedFor('hostPowerW', result);
  const typed = resultOf({ repeats: 3, host: { powerW } });
  expect(typed.energyKwh.parts.host).toBeCloseTo(result.energyKwh.parts.host, 9);
  expect(assumedFor('hostPowerW', typed)).toBeNull();
});

test('what was given is no assumption', () => {
  const result = resultOf({
    hardware: [{ accelerator: 'A100-SXM4-80GB', count: 8, powerW: 300 }],
    pue: 1.3,
    wueLPerKwh: 1,
    overheadFactor: 1.2,
    carbonIntensityGPerKwh: 40,
  });
  for (const name of ['utilisation', 'pue', 'wue', 'overheadFactor', 'intensity'] as const) {
    expect(assumedFor(name, result), name).toBeNull();
  }
});
