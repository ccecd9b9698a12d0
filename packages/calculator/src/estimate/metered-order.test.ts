import { ENERGY_SCOPES, SITES } from '@ml-emissions/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculator } from '../full.ts';

const { parseRun, estimate } = calculator;
const SHORT = { receipt: false, alternatives: false };

/** Ends of a range come from a closed form that is exact for products and near for sums. */
const NEAR = 1e-3;

const accelerator = fc.constantFrom(
  'A100-SXM4-80GB',
  'V100-SXM2-16GB',
  'T4',
  'RTX 4090',
  'NVIDIA RTX A2000 Laptop GPU',
  'TPU v4',
  'TPU v5e',
  'apple-m2-max',
  'nvidia-jetson-orin-nano-8gb',
  'nvidia-gb200-gpu',
  'nvidia-gb10',
  'nvidia-gh200-96gb',
  'aws-trainium1',
  'meta-mtia-1',
  'nvidia-geforce-gtx-1650',
  { name: 'mine', tdpW: 30 },
  { name: 'big', tdpW: 900 },
);
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const host = fc.constantFrom(
  { powerW: 0.5 },
  { powerW: 120 },
  { powerW: 3000 },
  { cpu: 'EPYC 7742', cpuCount: 2 },
  { cpu: 'i9-13900K', utilisation: 0.4 },
  { cpu: 'EPYC 7742', cores: 3, memoryGb: 0 },
  { cpu: 'EPYC 7B12' },
  { memoryGb: 64 },
);
const hours = fc.double({ min: -3, max: 5, noNaN: true }).map((power) => 10 ** power);
const machine = fc
  .record({
    hardware: maybe(
      fc.array(fc.record({ accelerator, count: fc.constantFrom(0.5, 1, 2, 4, 8, 16, 512) }), {
        minLength: 1,
        maxLength: 2,
      }),
    ),
    instance: maybe(fc.constantFrom('p4d.24xlarge', 'g5.xlarge', 'm5.large')),
    host: maybe(host),
  })
  .map(({ hardware, instance, host: told }) => ({
    ...(hardware ? { hardware } : instance ? { instance } : {}),
    ...(told ? { host: told } : {}),
  }));
const metered = fc.record({
  machine,
  energyKwh: fc.constantFrom(
    100,
    0.000405,
    { value: 100, low: 90, high: 120 },
    { value: 100, low: 100, high: 100 },
  ),
  hours: maybe(hours),
  site: maybe(fc.constantFrom(...SITES)),
  nodes: maybe(fc.constantFrom(1, 2, 64)),
  overheadFactor: maybe(fc.constantFrom(1, 1.3, { value: 1.1, low: 1.05, high: 1.2 })),
  pue: maybe(fc.constantFrom(1, 1.4)),
});

/** Warnings that say that a meter's figure cannot be that of the chips. */
const UNLIKELY: ReadonlySet<string> = new Set(['energy-unlikely', 'energy-below-rest']);

/** The same reading of a meter by what it saw, from the least to the most. */
function bySeen(told: Record<string, unknown>) {
  return ENERGY_SCOPES.map((energyScope) => {
    const run = { ...told, energyScope, carbonIntensityGPerKwh: 100 };
    const parsed = parseRun(
      Object.fromEntries(Object.entries(run).filter(([, one]) => one !== undefined)),
    );
    if (!parsed.ok) return null;
    const { energyKwh, operational, warnings } = estimate(parsed.run, SHORT);
    const isLikely = !warnings.some(({ code }) => UNLIKELY.has(code));
    return { energyScope, energy: energyKwh, emissions: operational.kgCo2e, isLikely };
  });
}

describe('the same kWh from meters that saw more and more of it', () => {
  // What sees less errs by more: a plain reading's low end may lie below that of one that was surer.
  test('come to less and less: in value, and at both ends where both are as sure', () => {
    fc.assert(
      fc.property(metered, ({ machine: told, ...rest }) => {
        const found = bySeen({ ...rest, ...told });
        const ends =
          typeof rest.energyKwh === 'number'
            ? (['value'] as const)
            : (['value', 'low', 'high'] as const);
        for (let at = 1; at < found.length; at++) {
          const [less, more] = [found[at - 1], found[at]];
          if (!less || !more) continue;
          // Of more energy than chips can draw in the time, or less than at rest, only the values keep their order: a
          // meter that saw nothing of a machine that was on for years says little of what it did not see.
          const kept = less.isLikely && more.isLikely ? ends : (['value'] as const);
          for (const figure of ['energy', 'emissions'] as const) {
            expect(less[figure].high ?? 0, 'ranges meet').toBeGreaterThanOrEqual(
              (more[figure].low ?? 0) * (1 - NEAR),
            );
            for (const end of kept) {
              const [above, below] = [less[figure][end], more[figure][end]];
              if (above === undefined || below === undefined) continue;
              const where = `${figure} ${end}, ${less.energyScope} over ${more.energyScope}`;
              expect(above, where).toBeGreaterThanOrEqual(below * (1 - NEAR));
            }
          }
        }
      }),
      {
        numRuns: 300,
        // Of 64 servers with half a chip the meter's own 100 kWh were once less than 100 at the low end.
        examples: [
          [
            {
              machine: {
                hardware: [{ accelerator: 'T4', count: 0.5 }],
                host: { cpu: 'EPYC 7742', cpuCount: 2 },
              },
              energyKwh: { value: 100, low: 100, high: 100 },
              hours: undefined,
              site: undefined,
              nodes: 64,
              overheadFactor: 1,
              pue: 1,
            },
          ],
        ],
      },
    );
  });
});
