import { expect, test } from 'vitest';
import { calculator } from '../full.ts';

const { parseRun, estimate } = calculator;

function figures(told: Record<string, unknown>) {
  const parsed = parseRun({ ...told, place: { country: 'DE' } });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { energyKwh, embodied, pue } = estimate(parsed.run);
  return { energyKwh, embodied: embodied.kgCo2e, pue: pue?.value };
}

const of = (accelerator: string, count: number) =>
  figures({ hardware: [{ accelerator, count }], hours: 100 });

test('chips made for laptops are in a laptop each, however many', () => {
  const one = of('RTX 4090 Laptop', 1);
  for (const count of [2, 4, 5, 9, 40]) {
    const all = of('RTX 4090 Laptop', count);
    expect(all.energyKwh.value).toBeCloseTo(count * one.energyKwh.value, 9);
    expect(all.embodied?.value).toBeCloseTo(count * (one.embodied?.value ?? 0), 9);
    expect(all.pue ?? 1).toBe(1);
  }
});

test.each(['Apple M2 Ultra', 'RTX 4090', 'RTX 3060'])(
  '%s: the range of more than a desktop holds has what as many at desks come to',
  (accelerator) => {
    const desks = figures({
      hardware: [{ accelerator, count: 5 }],
      hours: 100,
      site: 'desktop',
      nodes: 5,
    });
    const open = of(accelerator, 5);
    for (const figure of ['energyKwh', 'embodied'] as const) {
      const { value = Number.NaN } = desks[figure] ?? {};
      expect(value, figure).toBeGreaterThanOrEqual(open[figure]?.low ?? Number.NaN);
      expect(value, figure).toBeLessThanOrEqual(open[figure]?.high ?? Number.NaN);
    }
  },
);

test.each(['RTX 4090', 'RTX 3060', 'RTX A6000', 'L4', 'A100 PCIe 80GB', 'H100 SXM5'])(
  'chip-hours of %s that nobody counted reach as high as those of any count',
  (accelerator) => {
    const bare = figures({ hardware: [{ accelerator }], deviceHours: 500 }).energyKwh;
    for (const count of [1, 2, 4, 5, 8, 64]) {
      const counted = figures({ hardware: [{ accelerator, count }], deviceHours: 500 }).energyKwh;
      expect(counted.value, `${count}`).toBeLessThanOrEqual(bare.high ?? Number.NaN);
      expect(counted.value, `${count}`).toBeGreaterThanOrEqual(bare.low ?? Number.NaN);
      expect(counted.high, `${count}`).toBeLessThanOrEqual((bare.high ?? Number.NaN) * 1.02);
    }
  },
);
