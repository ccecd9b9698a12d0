import { expect, test } from 'vitest';
import { calculator } from '../full.ts';

const { parseRun, estimate } = calculator;
const SHORT = { receipt: false, alternatives: false };

function energyAt(utilisation: number, cpu: string, cpuCount: number) {
  const parsed = parseRun({
    host: { cpu, cpuCount, memoryGb: 256, utilisation },
    hours: 100,
    pue: 1,
    carbonIntensityGPerKwh: 100,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { value, low, high } = estimate(parsed.run, SHORT).energyKwh;
  return [value, low ?? value, high ?? value] as const;
}

test.each([
  ['EPYC 7742', 2],
  ['EPYC 7742', 1],
  ['Xeon Platinum 8480+', 2],
  ['i9-13900K', 1],
  ['Ryzen 9 7950X', 1],
  ['i7-1185G7', 1],
])('%s x %i: more load is never less power, at either end, and nothing jumps', (cpu, count) => {
  let before = energyAt(0, cpu, count);
  for (let percent = 0.5; percent <= 100; percent += 0.5) {
    const now = energyAt(percent / 100, cpu, count);
    for (const [end, one] of now.entries()) {
      const last = before[end] ?? 0;
      const where = `${['value', 'low', 'high'][end]} at ${percent} %`;
      expect(one, where).toBeGreaterThanOrEqual(last);
      // From nothing to 10 % a processor's power rises by 2.7 to 3.8 times its least: 3 to 6 % a step.
      expect(one / last, where).toBeLessThan(1.08);
    }
    before = now;
  }
});
