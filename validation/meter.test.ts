import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundOf, floorOf, meanErrorOf } from './meter.ts';

const positive = fc.double({ min: 0.01, max: 100, noNaN: true });
const runs = fc.array(
  fc.record({ measured: positive, hours: positive, told: fc.constantFrom('a', 'b', 'c') }),
  { minLength: 1, maxLength: 20 },
);
const toldOf = ({ told }: { readonly told: string }) => told;

describe('the best constant in hindsight', () => {
  test('is no worse than any other constant', () => {
    fc.assert(
      fc.property(runs, positive, (list, constant) => {
        const error = meanErrorOf(list.map(({ measured, hours }) => [constant * hours, measured]));
        expect(floorOf(list)).toBeLessThanOrEqual(error * (1 + 1e-9));
      }),
    );
  });

  test('of 100 and 200 W is 100 W: 0 and 50 % off', () => {
    const list = [
      { measured: 1, hours: 10 },
      { measured: 2, hours: 10 },
    ];
    expect(floorOf(list)).toBeCloseTo(0.25, 12);
  });
});

describe('the best rule that is told the same', () => {
  test('is no worse than the best constant', () => {
    fc.assert(
      fc.property(runs, (list) => {
        const bound = boundOf(list, toldOf);
        if (bound !== null) expect(bound).toBeLessThanOrEqual(floorOf(list) * (1 + 1e-9));
      }),
    );
  });

  test('is the best constant where all are told the same', () => {
    fc.assert(
      fc.property(runs, (list) => {
        if (list.length > 1) expect(boundOf(list, () => '')).toBeCloseTo(floorOf(list), 12);
      }),
    );
  });

  test('is not given where most runs stand alone', () => {
    const list = ['a', 'b', 'c', 'c'].map((told) => ({ measured: 1, hours: 1, told }));
    expect(boundOf(list.slice(0, 3), toldOf)).toBe(null);
    expect(boundOf(list, toldOf)).toBe(0);
  });
});
