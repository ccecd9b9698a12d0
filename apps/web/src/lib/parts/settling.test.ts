import { calculator } from '@ml-emissions/calculator/full';
import { expect, test } from 'vitest';
import { hold } from '../state/calculator.ts';
import { byField } from './by-field.ts';
import { measuredAt } from './measured.ts';
import { settling } from './settling.ts';

hold(calculator);

function resultOf(draft: object) {
  const parsed = calculator.parseRun({
    hardware: [{ accelerator: 'A100 SXM4 80GB', count: 8 }],
    hours: 100,
    place: { provider: 'gcp', region: 'us-central1' },
    ...draft,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return calculator.estimate(parsed.run);
}

test('what one measurement settles is one line, and no share is lost', () => {
  const { sensitivity } = resultOf({});
  const fields = byField(sensitivity);
  expect(new Set(fields.map(({ field }) => field)).size).toBe(fields.length);
  expect(fields.length).toBeLessThan(sensitivity.length);
  const sum = (some: readonly { share: number }[]) =>
    some.reduce((all, { share }) => all + share, 0);
  expect(sum(fields)).toBeCloseTo(sum(sensitivity), 12);
  // How busy the chips are and what they are rated at are settled together, and come before the grid.
  expect(fields[0]?.field).toBe('/hardware/0/powerW');
  expect(fields[0]?.factor).toBe('utilisation');
});

test('a mean power settles as much as metering it does', () => {
  const result = resultOf({});
  const metered = measuredAt(result, 280)?.operational.kgCo2e;
  const settled = settling(result);
  expect(settled?.low).toBe(metered?.low);
  expect(settled?.high).toBe(metered?.high);
});

test('what is settled leaves a narrower range', () => {
  const result = resultOf({ hardware: [{ accelerator: 'A100 SXM4 80GB', count: 8, powerW: 300 }] });
  const { low = 0, high = 0 } = result.operational.kgCo2e;
  const settled = settling(result);
  expect(settled?.low).toBeGreaterThan(low);
  expect(settled?.high).toBeLessThan(high);
});
