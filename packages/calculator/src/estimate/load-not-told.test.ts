import { expect, test } from 'vitest';
import { calculator } from '../full.ts';

const { estimate, parseRun } = calculator;

function answered(told: object) {
  const parsed = parseRun({ hours: 1, carbonIntensityGPerKwh: 100, ...told });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { warnings, energyKwh } = estimate(parsed.run);
  return { isAsked: warnings.some(({ code }) => code === 'load-not-told'), kwh: energyKwh.value };
}

test.each([
  [{ host: { cpu: 'EPYC 7742' } }, true],
  [{ instance: 'm5.large' }, true],
  [{ host: { cpu: 'EPYC 7742', utilisation: 1 } }, false],
  [{ instance: 'm5.large', host: { utilisation: 1 } }, false],
  [{ hardware: [{ accelerator: 'T4' }], host: { cpu: 'EPYC 7742' } }, false],
  [{ host: { powerW: 90 } }, false],
  [{ host: { cpu: 'EPYC 7742' }, energyKwh: 1 }, false],
  [{ host: { cpu: 'EPYC 7742' }, method: 'green-algorithms-2021' }, false],
])(
  'of work on processors alone it is asked how many cores are at work: %j, %s',
  (told, isAsked) => {
    expect(answered(told).isAsked).toBe(isAsked);
  },
);

test('the virtual processors of a rented machine have a load too', () => {
  const at = (utilisation: number) => answered({ instance: 'm5.large', host: { utilisation } }).kwh;
  expect(at(1)).toBeGreaterThan(at(0.1) * 2);
  const lost: object = { hours: 1, country: 'FR', host: { utilisation: 1 } };
  expect(parseRun(lost).ok).toBe(false);
});
