import { expect, test } from 'vitest';
import { calculator } from '../full.ts';

function codesOf(input: object): string[] {
  const parsed = calculator.parseRun(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return calculator.estimate(parsed.run).warnings.map(({ code }) => code);
}

test('a lopsided range is told of where its wider side counts on both, and only there', () => {
  const energyKwh = { value: 100, low: 90, high: 300 };
  const run = { energyKwh, energyScope: 'it', carbonIntensityGPerKwh: 400 };
  expect(codesOf({ ...run, edition: '2026.1' })).toContain('range-lopsided');
  expect(codesOf(run)).not.toContain('range-lopsided');
});
