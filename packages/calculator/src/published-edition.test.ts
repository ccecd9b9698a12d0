import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { calculator } from './full.ts';

type Ends = readonly [value: number, low: number | null, high: number | null];

/** Runs with the figures that version 0.1 printed for them, whose edition was 2026.1. */
const printed: readonly {
  readonly input: Readonly<Record<string, unknown>>;
  readonly figures: {
    readonly energyKwh: Ends;
    readonly operational: Ends;
    readonly embodied: Ends | null;
    readonly intensity: number;
    readonly offset: number | null;
  };
}[] = JSON.parse(readFileSync(new URL('./golden/2026.1.json', import.meta.url), 'utf8'));

type Quantity = { readonly value: number; readonly low?: number; readonly high?: number };
const endsOf = ({ value, low, high }: Quantity): Ends => [value, low ?? null, high ?? null];
/** The ends of a range may be summed in another order: within a few of the last bits. */
const SAME_END = 1e-14;
const nearly = ([value, ...ends]: Ends) => [
  value,
  ...ends.map(
    (end) =>
      end && { asymmetricMatch: (one: unknown) => Math.abs(Number(one) / end - 1) < SAME_END },
  ),
];

test('the table has runs of every method and kind of machine', () => {
  expect(printed.length).toBeGreaterThan(40);
  expect(new Set(printed.map(({ input }) => input.method ?? 'full')).size).toBe(8);
});

test.each(printed)(
  '$input.method: what 0.1 printed follows, figures to the last bit and ranges but for it',
  ({ input, figures }) => {
    const parsed = calculator.parseRun(input);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const result = calculator.estimate(parsed.run, { receipt: false, alternatives: false });
    expect(result.edition).toEqual({
      id: '2026.1',
      hash: 'sha256-3b0a51a6c765728ba6fc70d4a43675f30eb657048d5b131e3b3e5b667be50953',
    });
    expect({
      energyKwh: endsOf(result.energyKwh),
      operational: endsOf(result.operational.kgCo2e),
      embodied: result.embodied.kgCo2e && endsOf(result.embodied.kgCo2e),
      intensity: result.carbonIntensityGPerKwh.value,
      offset: result.offset.kgCo2e,
    }).toEqual({
      ...figures,
      energyKwh: nearly(figures.energyKwh),
      operational: nearly(figures.operational),
      embodied: figures.embodied && nearly(figures.embodied),
    });
  },
);
