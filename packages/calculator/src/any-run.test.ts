import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calculator } from './full.ts';
import { anyRun } from './testing.ts';

const { compare, estimate, explain, parseRun } = calculator;

/** Every number in something, with where it stands. */
function numbersIn(value: unknown, path = ''): [string, number][] {
  if (typeof value === 'number') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => numbersIn(one, `${path}/${key}`));
}

/** Every figure with a range in something. */
function rangesIn(value: unknown): { value: number; low: number; high: number }[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'value' in value && 'low' in value && 'high' in value ? [value as never] : [];
  return [...own, ...Object.values(value).flatMap(rangesIn)];
}

test('any run is answered or refused; no NaN, no Infinity, and every figure within its range', () => {
  let answered = 0;
  fc.assert(
    fc.property(anyRun, (input) => {
      const parsed = parseRun(input);
      if (!parsed.ok) {
        for (const { field, message } of parsed.problems)
          expect(field + message).not.toMatch(/NaN|undefined/);
        return;
      }
      answered += 1;
      const result = estimate(parsed.run);
      for (const [path, number] of numbersIn(result))
        expect(Number.isFinite(number), path).toBe(true);
      for (const { low, value, high } of rangesIn(result)) {
        expect(low).toBeLessThanOrEqual(value * (1 + 1e-9));
        expect(high).toBeGreaterThanOrEqual(value * (1 - 1e-9));
      }
    }),
    { numRuns: process.env.TEST_DEPTH === 'deep' ? 5000 : 1000 },
  );
  expect(answered).toBeGreaterThan(200);
});

test('a result’s run, read again, gives the same result to the last bit', () => {
  fc.assert(
    fc.property(anyRun, (input) => {
      const parsed = parseRun(input);
      if (!parsed.ok) return;
      const first = estimate(parsed.run);
      const again = parseRun(JSON.parse(JSON.stringify(first.run)));
      if (!again.ok) throw new Error(JSON.stringify(again.problems));
      expect(estimate(again.run)).toEqual(first);
    }),
    { numRuns: 300 },
  );
});

test('any run can be explained and compared without a NaN', () => {
  fc.assert(
    fc.property(anyRun, (input) => {
      const parsed = parseRun(input);
      if (!parsed.ok) return;
      for (const [path, number] of numbersIn(explain(parsed.run)))
        expect(Number.isFinite(number), path).toBe(true);
      const compared = compare(parsed.run, {
        regions: { provider: 'ovh' },
        accelerators: ['H100 SXM5 80GB'],
        utilisation: [0.5],
        repeats: [3],
      });
      for (const [path, number] of numbersIn(compared))
        expect(Number.isFinite(number), path).toBe(true);
    }),
    { numRuns: 150 },
  );
});
