import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leastSquares } from './least-squares.ts';

test('the parameters of a logistic are found again from its points', () => {
  const slope = fc.double({ min: 0.5, max: 4, noNaN: true });
  const middle = fc.double({ min: -1, max: 2, noNaN: true });
  const points = [-1.5, -1, -0.5, 0, 0.5, 1, 1.5];
  const at = ([m = 0, a = 0]: readonly number[], x: number) => 1 / (1 + Math.exp(-(m + a * x)));
  fc.assert(
    fc.property(middle, slope, (m, a) => {
      const found = leastSquares(
        (fit) => points.map((x) => Math.log(at(fit, x) / at([m, a], x))),
        [1, 2],
      );
      expect(found[0]).toBeCloseTo(m, 4);
      expect(found[1]).toBeCloseTo(a, 4);
    }),
  );
});
