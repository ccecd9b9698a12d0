import type { RunInput } from '@ml-emissions/calculator';
import { calculator } from '@ml-emissions/calculator/full';
import { expect, test } from 'vitest';
import { fromImpact } from './impact.ts';

const V100 = 'nvidia-v100-sxm2-16gb';
const SITE_W = new Map([[V100, 250]]);
const IOWA = { provider: 'gcp', region: 'us-central1' };

function of(input: RunInput) {
  const parsed = calculator.parseRun(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return fromImpact(calculator, calculator.estimate(parsed.run), SITE_W);
}

test('one V100 for 100 h in Iowa: what the site says, and every step to the figure in hand', () => {
  const input = { hardware: [{ accelerator: V100, count: 1 }], hours: 100, place: IOWA };
  const found = of(input);
  if (!found) throw new Error('no answer');
  // 0.25 kW x 100 h x 0.57 kg/kWh, as the site prints it.
  expect(found.siteKg).toBeCloseTo(14.25, 9);
  expect(found.powerW).toEqual({ before: 250, now: 300 });
  expect(found.intensity?.before).toBe(566.3);
  expect(found.byPowerKg).toBeCloseTo(17.1 - 14.25, 9);
  const steps = found.difference.steps.reduce((sum, { kgCo2e }) => sum + kgCo2e, 0);
  expect(found.siteKg + found.byPowerKg + found.byIntensityKg + steps).toBeCloseTo(
    found.difference.toKgCo2e,
    9,
  );
});

test('a place that its tables do not have is taken at today’s figure', () => {
  const place = { provider: 'gcp', region: 'europe-north2' };
  const found = of({ hardware: [{ accelerator: V100, count: 1 }], hours: 100, place });
  expect(found?.intensity).toBeNull();
  expect(found?.byIntensityKg).toBeCloseTo(0, 9);
});

test('runs that it had no question for have no answer of it', () => {
  expect(of({ energyKwh: 320, place: { country: 'FR' } })).toBeNull();
  expect(of({ host: { cpu: 'EPYC 7742' }, hours: 10, place: { country: 'FR' } })).toBeNull();
  expect(
    of({
      hardware: [
        { accelerator: V100, count: 1 },
        { accelerator: 'T4', count: 1 },
      ],
      hours: 1,
      place: IOWA,
    }),
  ).toBeNull();
});
