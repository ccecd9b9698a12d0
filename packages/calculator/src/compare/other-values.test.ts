import { expect, test } from 'vitest';
import { calculator } from '../full.ts';

const { catalogue, estimate, otherValues, parseRun } = calculator;

function runOf(input: object) {
  const parsed = parseRun(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.run;
}

const example = {
  hardware: [{ accelerator: 'A100 SXM4 80GB', count: 8 }],
  hours: 100,
  place: { provider: 'gcp', region: 'us-central1' },
};

test('every other value is an estimate of the run that says so', () => {
  const run = runOf(example);
  for (const { step, value: own } of estimate(run).receipt) {
    for (const { changes, operationalKgCo2e, totalKgCo2e, value } of otherValues(run, step)) {
      const result = estimate(runOf({ ...run, ...changes }));
      expect(result.operational.kgCo2e).toEqual(operationalKgCo2e);
      expect(result.total.kgCo2e).toEqual(totalKgCo2e);
      expect(value).not.toBe(own);
    }
  }
});

test('lines that are unsure have other values, computed ones have none', () => {
  const run = runOf(example);
  const of = (step: string) => otherValues(run, step).map((one) => [one.of, one.value]);
  expect(of('tdp')).toEqual([['highest', 500]]);
  expect(of('utilisation')).toContainEqual(['llm-training', 0.88]);
  expect(of('utilisation')).toContainEqual(['all', 1]);
  expect(of('pue')).toContainEqual(['colocation', 1.55]);
  expect(of('overhead')).toEqual([['none', 1]]);
  expect(of('host-share')).toEqual([['none', 0]]);
  expect(of('service-life').map(([, years]) => years)).toEqual([3, 4, 6]);
  expect(of('facility-energy')).toEqual([]);
  for (const { sourceId } of otherValues(run, 'service-life')) {
    expect(catalogue().source(sourceId ?? '')).toBeDefined();
  }
});

test('a rating moves the emissions in proportion where the host follows it', () => {
  const run = runOf(example);
  const [highest] = otherValues(run, 'tdp');
  const kg = estimate(run).operational.kgCo2e.value;
  expect((highest?.operationalKgCo2e.value ?? 0) / kg).toBeCloseTo(500 / 400, 12);
});

test('instances, chips of one’s own and metered energy are no trouble', () => {
  for (const input of [
    { instance: 'p4d.24xlarge', hours: 10, place: { provider: 'aws', region: 'us-east-1' } },
    {
      hardware: [{ accelerator: { name: 'X', tdpW: 300 }, count: 2 }],
      hours: 10,
      carbonIntensityGPerKwh: 100,
    },
    { energyKwh: 10, energyScope: 'it', place: { country: 'FR' } },
  ]) {
    const run = runOf(input);
    for (const { step } of estimate(run).receipt) {
      for (const { totalKgCo2e } of otherValues(run, step)) {
        expect(Number.isFinite(totalKgCo2e.value)).toBe(true);
      }
    }
  }
});
