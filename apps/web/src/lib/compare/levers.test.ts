import { calculator } from '@ml-emissions/calculator/full';
import '@ml-emissions/calculator/full';
import { expect, test } from 'vitest';
import { engineOf } from '../state/engine.ts';
import { holdsModel } from './fits.ts';
import { LEVERS, leversOf, pulled, type Told } from './levers.ts';

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
  let kg = result.total.kgCo2e.value;
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

test('a chip that is least in all and not of electricity is said with the one that is', () => {
  const steps = pulled(result, { isOn: all(true), trialsNow: 1, trialsThen: 1, tuningShare: 1 });
  const hardware = steps.find(({ lever }) => lever === 'hardware');
  expect(hardware?.isElectricityAlone).toBe(false);
  expect(hardware?.byElectricity).not.toBe(hardware?.choice);
  expect(hardware?.saving?.low).toBeDefined();
  const region = steps.find(({ lever }) => lever === 'region');
  expect(region).toMatchObject({ isElectricityAlone: true, byElectricity: '' });
  if (!region?.saving) throw new Error('no saving');
  expect(region.saving.value).toBeCloseTo(region.fromKg - region.toKg, 9);
});

const served = calculator.parseRun({
  hardware: [{ accelerator: 'A100 SXM4 80GB', count: 1 }],
  service: { requests: 1e6, outputTokensPerRequest: 300 },
  model: { parameters: 7e9 },
  place: { country: 'US' },
});
if (!served.ok) throw new Error('the service of this test is wrong');
const { run: inUse } = served;

test('a model in use is neither searched nor trained, and goes to no chip that cannot hold it', () => {
  const result = calculator.estimate(inUse);
  expect(leversOf(result)).toEqual(['region', 'provider', 'hardware']);
  const steps = pulled(result, {
    isOn: all(true),
    trialsNow: 81,
    trialsThen: 27,
    tuningShare: 0.1,
  });
  expect(steps.map(({ lever }) => lever)).not.toContain('search');
  const hardware = steps.find(({ lever }) => lever === 'hardware');
  const chip = calculator.catalogue().accelerators.find(({ name }) => name === hardware?.choice);
  expect(chip?.memoryGb).toBeGreaterThan(14);
});

test('chips of which nobody knows whether they hold the model say so', () => {
  const asked = { accelerators: ['edge-tpu', 'T4', 'nvidia-tesla-k40', 'H100 SXM5 80GB'] };
  const compared = calculator.compare(inUse, asked);
  if (!compared.ok) throw new Error(JSON.stringify(compared.problems));
  const memoryOf = (name: string) =>
    compared.comparison.options.find((one) => one.name.includes(name))?.said;
  expect(memoryOf('Coral')).toEqual({
    code: 'served-anew',
    memory: { neededGb: 14, chipsGb: null },
  });
  expect(memoryOf('T4')).toEqual({ code: 'served-anew', memory: null });
  expect(memoryOf('K40')).toMatchObject({ memory: { neededGb: 14, chipsGb: 12 } });
  expect(compared.comparison.options.filter(holdsModel)).toHaveLength(2);
});
