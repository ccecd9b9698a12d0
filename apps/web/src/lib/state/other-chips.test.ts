import { calculator } from '@ml-emissions/calculator/full';
import { expect, test } from 'vitest';
import { hold } from './calculator.ts';
import { chipFields, otherChips } from './other-chips.ts';

hold(calculator);

test('chips for a planned run are not slower by its plan, and are planned anew when used', () => {
  const parsed = calculator.parseRun({
    model: { parameters: 7e9, tokens: 2e10 },
    precision: 'fp8',
    hardware: [{ accelerator: 'A100 SXM4 80GB', count: 8 }],
    place: { provider: 'gcp', region: 'us-central1' },
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const result = calculator.estimate(parsed.run);
  const now = result.plan?.hours?.value ?? 0;
  const all = calculator.compare(parsed.run, { accelerators: true });
  if (!all.ok) throw new Error('refused');
  // Some emit less and take longer.
  const { here, options } = all.comparison;
  expect(
    options.some(({ hours, kgCo2e }) => (hours ?? 0) > now && kgCo2e.value < here.kgCo2e.value),
  ).toBe(true);
  const found = otherChips(result);
  for (const one of [found?.any, found?.same]) {
    if (!one) continue;
    expect(one.option.hours).toBeLessThanOrEqual(now);
    expect(chipFields(one.option).hours ?? '').toBe('');
  }
});
