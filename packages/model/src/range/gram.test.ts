import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gramsOf, momentsAlong } from './gram.ts';
import type { LogMatrix } from './log-matrix.ts';
import { Z_90 } from './lognormal.ts';
import { endsOf, sidesOf } from './spread.ts';
import { bentBeside } from './taylor.ts';

const COLUMNS = 4;
const log = fc.double({ min: 0, max: 0.9, noNaN: true });
const row = fc.record({
  weight: fc.double({ min: 0, max: 1, noNaN: true }),
  logs: fc.array(log, { minLength: COLUMNS, maxLength: COLUMNS }),
  above: fc.array(log, { minLength: COLUMNS, maxLength: COLUMNS }),
});
/** Column by column: whether the unknown divides, so that its upper side lowers the sum. */
const divides = fc.array(fc.boolean(), { minLength: COLUMNS, maxLength: COLUMNS });

const anyMatrix = fc
  .record({ rows: fc.array(row, { minLength: 1, maxLength: 6 }), divides, isEven: fc.boolean() })
  .map(({ rows, divides: signs, isEven }): LogMatrix => {
    const total = rows.reduce((sum, { weight }) => sum + weight, 0);
    const signed = (logs: readonly number[]) => logs.map((one, at) => (signs[at] ? -one : one));
    return {
      weights: rows.map(({ weight }) => (total > 0 ? weight / total : 1 / rows.length)),
      logs: rows.flatMap(({ logs }) => signed(logs)),
      ups: isEven ? null : rows.flatMap(({ above }) => signed(above)),
      columns: COLUMNS,
    };
  });

/** Ends over 1 are as far from it as what they are held against. */
function expectEnds(found: { low: number; high: number }, wanted: { low: number; high: number }) {
  expect(found.low / wanted.low).toBeCloseTo(1, 11);
  expect(found.high / wanted.high).toBeCloseTo(1, 11);
}

/** The same with one more column: the log of an unknown where it stands. */
function withColumn(matrix: LogMatrix, holds: readonly boolean[], down: number, up: number) {
  const { weights, columns } = matrix;
  const wider = (logs: readonly number[], log: number) =>
    weights.flatMap((_, at) => [
      ...logs.slice(at * columns, (at + 1) * columns),
      holds[at] ? log : 0,
    ]);
  const ups = wider(matrix.ups ?? matrix.logs, up);
  return { weights, logs: wider(matrix.logs, down), ups, columns: columns + 1 };
}

test('the ends are those of a matrix with the unknown as a column, whatever the shares', () => {
  fc.assert(
    fc.property(anyMatrix, log, log, fc.array(fc.boolean()), (matrix, down, up, some) => {
      const { weights } = matrix;
      const holds = weights.map((_, at) => some[at] ?? true);
      const grams = gramsOf(matrix);
      if (!grams) throw new Error('no unknown of these raises and lowers');
      const low = momentsAlong(weights, grams.low, holds);
      const { cumulants, lognormal, atEnds } = momentsAlong(weights, grams.high, holds);
      const both = momentsAlong(weights, grams.mean, holds).cumulants((down + up) / 2);
      const found = endsOf({
        low: {
          cumulants: bentBeside(low.cumulants(down), both),
          least: low.atEnds(down, -Z_90),
        },
        high: { cumulants: cumulants(up), lognormal: lognormal(up), most: atEnds(up, Z_90) },
      });
      expectEnds(found, endsOf(sidesOf(withColumn(matrix, holds, down, up))));
    }),
    { numRuns: 1000 },
  );
});

test('an unknown that raises one product and lowers another asks for the shares', () => {
  const matrix = { weights: [0.5, 0.5], logs: [0.3, -0.3], ups: [0.4, -0.5], columns: 1 };
  expect(gramsOf(matrix)).toBeNull();
  expect(gramsOf({ ...matrix, ups: null })).not.toBeNull();
});

test('nothing unsure: no range', () => {
  const grams = gramsOf({ weights: [1], logs: [0], ups: null, columns: 1 });
  if (!grams) throw new Error('one product');
  const along = momentsAlong([1], grams.mean, [true]);
  const none = { cumulants: along.cumulants(0), lognormal: along.lognormal(0) };
  expect(endsOf({ low: none, high: none })).toEqual({ low: 1, high: 1 });
  expect(gramsOf({ weights: [1], logs: [], ups: null, columns: 0 })).toBeNull();
});

test.each([Z_90, -Z_90])('what products come to, each at its own end, %f away', (z) => {
  // Logs of 0.3 and 0.4, and 0.4 more of the unknown in the first: 0.5 and 0.4.
  const grams = gramsOf({ weights: [0.25, 0.75], logs: [0.3, 0, 0, 0.4], ups: null, columns: 2 });
  if (!grams) throw new Error('two products');
  const { atEnds } = momentsAlong([0.25, 0.75], grams.high, [true, false]);
  expect(atEnds(0.4, z)).toBeCloseTo(0.25 * Math.exp(z * 0.5) + 0.75 * Math.exp(z * 0.4), 12);
  expect(atEnds(0, z)).toBeCloseTo(0.25 * Math.exp(z * 0.3) + 0.75 * Math.exp(z * 0.4), 12);
});

test('the mean side is the middle of both', () => {
  const grams = gramsOf({ weights: [1], logs: [0.2, -0.1], ups: [0.6, -0.3], columns: 2 });
  // An unknown that lowers the sum has its upper side below: 0.2 and 0.3 down, 0.6 and 0.1 up, 0.4 and 0.2 between.
  expect(grams?.low[0]).toBeCloseTo(0.04 + 0.09, 12);
  expect(grams?.high[0]).toBeCloseTo(0.36 + 0.01, 12);
  expect(grams?.mean[0]).toBeCloseTo(0.16 + 0.04, 12);
});

test('an unknown without any effect on one product is no reason to ask for the shares', () => {
  const one = { weights: [0.5, 0.5], columns: 1 };
  expect(gramsOf({ ...one, logs: [0.3, 0], ups: [0.4, 0] })).not.toBeNull();
  expect(gramsOf({ ...one, logs: [-0.3, 0], ups: [-0.4, 0] })).not.toBeNull();
});
