import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calculator } from './full.ts';
import { anyRun } from './testing.ts';

const { check, compare, estimate, estimateProject, explain, parseProject, parseRun } = calculator;

const IS_DEEP = process.env.TEST_DEPTH === 'deep';

/** Where in something a number is not finite. */
function notFinite(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path}: ${value}`];
  if (typeof value !== 'object' || value === null) return [];
  const found: string[] = [];
  for (const key in value) {
    const one = value[key as keyof typeof value] as unknown;
    // A path is written where it is needed alone: there are a hundred thousand of them.
    if (typeof one !== 'number' || !Number.isFinite(one)) found.push(...notFinite(one, key));
  }
  return path === '' ? found : found.map((one) => `${path}/${one}`);
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
      expect(notFinite(result)).toEqual([]);
      const outside = rangesIn(result).filter(
        ({ low, value, high }) => !(low <= value * (1 + 1e-9) && high >= value * (1 - 1e-9)),
      );
      expect(outside).toEqual([]);
    }),
    { numRuns: IS_DEEP ? 5000 : 500 },
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
      expect(notFinite(explain(parsed.run))).toEqual([]);
      const compared = compare(parsed.run, {
        regions: { provider: 'ovh' },
        accelerators: ['H100 SXM5 80GB'],
        utilisation: [0.5],
        repeats: [3],
      });
      expect(notFinite(compared)).toEqual([]);
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
        expect(notFinite(answer)).toEqual([]);
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

test('a number that is none is found wherever it stands', () => {
  expect(notFinite({ a: [{ b: 1 }, { b: Number.NaN }], c: null, d: 'x' })).toEqual(['a/1/b: NaN']);
  expect(notFinite({ a: { value: 1, high: Number.POSITIVE_INFINITY } })).toEqual([
    'a/high: Infinity',
  ]);
});
