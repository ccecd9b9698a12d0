import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calculator } from './full.ts';
import { anyRun } from './testing.ts';

const { check, compare, estimate, estimateProject, explain, parseProject, parseRun } = calculator;

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
    { numRuns: process.env.TEST_DEPTH === 'deep' ? 5000 : 1500 },
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

/** Numbers at the ends of what there is, and of what a run may hold. */
const ODD = [5e-324, 1e-320, 1e-308, 1e-200, 1e-30, 1e-12, 1e12, 1e30, 1e200, Number.MAX_VALUE];
/** Ranges at the ends of what they may be, as times their value. */
const WIDE: readonly (readonly [number, number])[] = [
  [1, 1e6],
  [1e-6, 1],
  [1e-6, 1e6],
  [1e-300, 1e300],
];

/** A run in which a part of the numbers is odd. */
const oddRun = fc
  .tuple(anyRun, fc.infiniteStream(fc.nat(99)))
  .map(([input, chances]) => odd(input, chances) as Readonly<Record<string, unknown>>);

function odd(value: unknown, chances: IterableIterator<number>): unknown {
  const chance = chances.next().value ?? 0;
  if (typeof value === 'number') {
    if (chance < 20) return ODD[chance % ODD.length];
    const [down, up] = WIDE[chance % WIDE.length] ?? [1, 1];
    return chance < 40 ? { value, low: value * down, high: value * up } : value;
  }
  if (Array.isArray(value)) return value.map((one) => odd(one, chances));
  if (typeof value !== 'object' || value === null || 'low' in value) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, odd(one, chances)]));
}

test('a run of odd numbers is answered with numbers or refused: the ratio at 1e-320 g/kWh was infinite', () => {
  let answered = 0;
  fc.assert(
    fc.property(oddRun, (input) => {
      const parsed = parseRun(input);
      if (!parsed.ok) return;
      answered += 1;
      const { run } = parsed;
      const project = parseProject({ runs: [input, { ...input, hours: 3 }] });
      for (const answer of [
        estimate(run),
        ...(answered % 10 === 0 ? [explain(run), compare(run), check(run, { kgCo2e: 3 })] : []),
        ...(answered % 10 === 0 && project.ok ? [estimateProject(project.project)] : []),
      ])
        for (const [path, number] of numbersIn(answer))
          expect(Number.isFinite(number), path).toBe(true);
    }),
    { numRuns: 300, seed: 2026 },
  );
  expect(answered).toBeGreaterThan(20);
});

test('what is too near to 0 or too wide is refused at its field, with what would be right', () => {
  const run = { energyKwh: 3, place: { country: 'FR' } };
  const said = (input: object) => {
    const parsed = parseRun(input);
    return parsed.ok ? [] : parsed.problems.map(({ field, message }) => `${field}: ${message}`);
  };
  expect(said({ ...run, carbonIntensityGPerKwh: 1e-320 })).toEqual([
    '/carbonIntensityGPerKwh: carbonIntensityGPerKwh cannot be 1e-320; expected a number of at least 1e-30, or 0 where nothing is meant',
  ]);
  expect(said({ ...run, energyKwh: { value: 3, low: 1e-9, high: 4 } })).toEqual([
    '/energyKwh: energyKwh cannot be {"value":3,"low":1e-9,"high":4}; expected a range whose ends are at most 1,000,000 times below and above its value',
  ]);
  expect(said({ ...run, carbonIntensityGPerKwh: 0 })).toEqual([]);
});
