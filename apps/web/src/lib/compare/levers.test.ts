import { calculator } from '@ml-emissions/calculator/full';
import '@ml-emissions/calculator/full';
import { expect, test } from 'vitest';
import { engineOf } from '../state/engine.ts';
import { LEVERS, pulled, type Told } from './levers.ts';

// The page's parts ask the calculator that is held: here that over all tables.
engineOf(calculator);

const parsed = calculator.parseRun({
  hardware: [{ accelerator: 'V100-SXM2-16GB', count: 8 }],
  hours: 100,
  place: { provider: 'gcp', region: 'us-central1' },
});
if (!parsed.ok) throw new Error('the run of this test is wrong');
const result = calculator.estimate(parsed.run);
const all = (isOn: boolean) =>
  Object.fromEntries(LEVERS.map((lever) => [lever, isOn])) as Told['isOn'];

test('each lever starts where the one before has ended, and none makes it more', () => {
  const steps = pulled(result, {
    isOn: all(true),
    trialsNow: 81,
    trialsThen: 27,
    tuningShare: 0.1,
  });
  let kg = result.operational.kgCo2e.value;
  for (const { fromKg, toKg } of steps) {
    expect(fromKg).toBe(kg);
    expect(toKg).toBeLessThan(fromKg);
    kg = toKg;
  }
  expect(steps.at(-1)?.lever).toBe('tuning');
  const [search, tuning] = steps.slice(-2);
  expect((search?.toKg ?? 0) / (search?.fromKg ?? 1)).toBeCloseTo(1 / 3, 12);
  expect((tuning?.toKg ?? 0) / (tuning?.fromKg ?? 1)).toBeCloseTo(0.1, 12);
});

test('no lever, or numbers that say nothing: nothing changes', () => {
  expect(pulled(result, { isOn: all(false), trialsNow: 2, trialsThen: 1, tuningShare: 1 })).toEqual(
    [],
  );
  const only = { ...all(false), search: true, tuning: true };
  for (const wrong of [Number.NaN, 0, -1, 5, Number.POSITIVE_INFINITY]) {
    expect(
      pulled(result, { isOn: only, trialsNow: 1, trialsThen: wrong, tuningShare: wrong }),
    ).toEqual([]);
  }
});
