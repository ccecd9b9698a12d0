import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calculator } from '../full.ts';

const { parseRun, estimate } = calculator;

function energyOf(
  told: Record<string, unknown>,
  energyScope: 'accelerators' | 'components' = 'accelerators',
) {
  const parsed = parseRun({ ...told, energyScope, carbonIntensityGPerKwh: 100 });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { value, low = value, high = value } = estimate(parsed.run).energyKwh;
  return { value, low, high };
}

/** Chips with their rated power: cards in servers, modules, cards at a desk. */
const CARDS = [
  ['NVIDIA L4', 72],
  ['NVIDIA T4', 70],
  ['NVIDIA L40S', 350],
  ['A100 PCIe 80GB', 300],
  ['V100 PCIe 32GB', 250],
] as const;
const OTHERS = [
  ['A100 SXM4 80GB', 400],
  ['H100 SXM', 700],
  ['V100 SXM2 16GB', 300],
  ['RTX 4090', 450],
  ['RTX 3060', 170],
] as const;
const card = fc.constantFrom(...CARDS, ...OTHERS);
const count = fc.constantFrom(1, 2, 3, 4, 6, 8, 16);

test('energy of chips without a time: what it says with one lies within its range', () => {
  fc.assert(
    fc.property(
      card,
      count,
      // Around the usual 0.7 of the rating.
      fc.double({ min: 0.5, max: 0.95, noNaN: true }),
      fc.constantFrom(0.01, 5, 800),
      fc.boolean(),
      fc.constantFrom('accelerators' as const, 'components' as const),
      ([accelerator, tdpW], many, share, energyKwh, isNodesTold, scope) => {
        const hardware = [{ accelerator, count: many }];
        const bare = energyOf({ hardware, energyKwh }, scope);
        const hours = energyKwh / ((many * tdpW * share) / 1000);
        const nodes = isNodesTold && { nodes: Math.ceil(many / 8) };
        const told = energyOf({ hardware, energyKwh, hours, ...nodes }, scope);
        expect(told.value).toBeGreaterThanOrEqual(bare.low);
        expect(told.value).toBeLessThanOrEqual(bare.high);
      },
    ),
  );
});

test('at the usual power both say the same, however many cards', () => {
  for (const [accelerator, tdpW] of CARDS) {
    for (const many of [1, 3, 8, 64]) {
      const hardware = [{ accelerator, count: many }];
      const hours = 10 / ((many * tdpW * 0.7) / 1000);
      const told = energyOf({ hardware, energyKwh: 10, hours });
      expect(energyOf({ hardware, energyKwh: 10 }).value).toBeCloseTo(told.value, 9);
    }
  }
});

test('energy of chips that nobody names: what it says of cards that are named lies within', () => {
  const bare = energyOf({ energyKwh: 10 });
  for (const [accelerator] of [...CARDS, ['A100 SXM4 80GB']] as const) {
    const { value } = energyOf({ hardware: [{ accelerator, count: 8 }], energyKwh: 10 });
    expect(value).toBeGreaterThanOrEqual(bare.low);
    expect(value).toBeLessThanOrEqual(bare.high);
  }
});
