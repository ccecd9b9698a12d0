import { editions } from '@ml-emissions/data/full';
import { accountOf, type Figure, figureOf, methods, type Run, sumsOf } from '@ml-emissions/model';
import { expect, test } from 'vitest';
import { pricerOf } from './priced.ts';
import { ratesOf } from './rate-row.ts';
import { resolve } from './resolve.ts';
import { quantitiesOf, shapeOf } from './shape.ts';

const edition = editions.get(editions.current);
if (!edition) throw new Error('no current edition');
const run: Run = {
  schemaVersion: 1,
  hardware: [{ accelerator: 'nvidia-a100-sxm4-80gb', count: 8 }],
  hours: 100,
  place: { provider: 'gcp', region: 'us-central1' },
  method: 'full',
  edition: edition.id,
};

/** A figure as `estimate` works it out. */
function looked(of: Run, figure: Figure) {
  if (!edition) return null;
  const method = methods[of.method];
  const account = accountOf(method, resolve(edition, of, method).run);
  const value = figureOf(account, figure);
  const spread = sumsOf(account).spread(figure);
  if (value === null || !spread) return null;
  return { value, low: value * spread.low, high: value * spread.high };
}

test('another time, count or place in words is the same shape; another machine, place or kind of work is not', () => {
  const { key } = shapeOf(run);
  expect(shapeOf({ ...run, hours: 3, name: 'again', repeats: 4 }).key).toBe(key);
  expect(shapeOf({ ...run, hardware: [{ ...run.hardware[0], count: 2 }] as never }).key).toBe(key);
  for (const other of [
    { work: 'llm-training' },
    { nodes: 2 },
    { year: 2022 },
    { place: { country: 'FR' } },
    { idle: { hours: 3 } },
    { energyKwh: 9 },
  ] as Partial<Run>[]) {
    expect(shapeOf({ ...run, ...other }).key).not.toBe(key);
  }
});

test.each([
  [{}, 'operationalKgCo2e'],
  [{ hours: 0.5 }, 'operationalKgCo2e'],
  [{ hours: { value: 100, low: 80, high: 120 }, repeats: 3 }, 'totalKgCo2e'],
  [{ hours: 9000 }, 'embodiedKgCo2e'],
  [{ idle: { hours: 30 } }, 'energyKwh'],
  [{ energyKwh: 320, energyScope: 'accelerators' }, 'operationalKgCo2e'],
  [{ energyKwh: 320, energyScope: 'facility' }, 'onSiteL'],
] as [Partial<Run>, Figure][])(
  '%j: %s from the row is what looking everything up gives',
  (more, figure) => {
    const one = { ...run, ...more };
    const row = ratesOf(edition, shapeOf(one));
    const priced = row && pricerOf(row)(quantitiesOf(one), figure);
    const expected = looked(one, figure);
    for (const end of ['value', 'low', 'high'] as const) {
      const ratio = (priced?.[end] ?? Number.NaN) / (expected?.[end] ?? Number.NaN);
      expect(Math.abs(ratio - 1)).toBeLessThan(1e-12);
    }
  },
);

test('one row serves all quantities of its shape, and survives JSON', () => {
  const price = pricerOf(JSON.parse(JSON.stringify(ratesOf(edition, shapeOf(run)))));
  for (const hours of [0.1, 7, 100, 5000, 20_000]) {
    for (const count of [0.25, 1, 64]) {
      const other = { ...run, hours, hardware: [{ accelerator: 'nvidia-a100-sxm4-80gb', count }] };
      const priced = price(quantitiesOf(other), 'totalKgCo2e');
      const expected = looked(other, 'totalKgCo2e');
      expect((priced?.low ?? 0) / (expected?.low ?? 1)).toBeCloseTo(1, 11);
      expect((priced?.high ?? 0) / (expected?.high ?? 1)).toBeCloseTo(1, 11);
    }
  }
});

test('a method that rounds has no rates; a missing quantity is an error, not a zero', () => {
  expect(ratesOf(edition, shapeOf({ ...run, method: 'mlco2-compat' }))).toBeNull();
  const row = ratesOf(edition, shapeOf(run));
  expect(() => row && pricerOf(row)({ '/hours': 3 }, 'energyKwh')).toThrow('/hardware/0/count');
});
