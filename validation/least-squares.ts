const ROUNDS = 60;
const STEP = 1e-5;
const EASE = 3;

/** Solves linear equations, by Gauss. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  const at = (row: number, column: number) => rows[row]?.[column] ?? 0;
  for (let pivot = 0; pivot < rows.length; pivot++) {
    for (let row = 0; row < rows.length; row++) {
      if (row === pivot) continue;
      const factor = at(row, pivot) / at(pivot, pivot);
      rows[row] = (rows[row] ?? []).map((cell, column) => cell - factor * at(pivot, column));
    }
  }
  return rows.map((_, index) => at(index, rows.length) / at(index, index));
}

/**
 * The parameters with the least sum of squared residuals, near `start`.
 *
 * Source: Levenberg 1944, Marquardt 1963.
 *
 * @param residuals of given parameters, as many for each
 * @param start the first guess
 */
export function leastSquares(
  residuals: (parameters: readonly number[]) => readonly number[],
  start: readonly number[],
): number[] {
  const sumOf = (parameters: readonly number[]) =>
    residuals(parameters).reduce((sum, one) => sum + one * one, 0);
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, one, index) => sum + one * (b[index] ?? 0), 0);
  let best = [...start];
  let damping = 1;
  for (let round = 0; round < ROUNDS; round++) {
    const base = residuals(best);
    const slopes = best.map((_, which) => {
      const moved = best.map((one, index) => one + (index === which ? STEP : 0));
      return residuals(moved).map((one, index) => (one - (base[index] ?? 0)) / STEP);
    });
    const normal = slopes.map((a, i) =>
      slopes.map((b, j) => dot(a, b) * (i === j ? 1 + damping : 1)),
    );
    const step = solve(
      normal,
      slopes.map((slope) => -dot(slope, base)),
    );
    const next = best.map((one, index) => one + (step[index] ?? 0));
    if (sumOf(next) < sumOf(best)) {
      best = next;
      damping /= EASE;
    } else damping *= EASE;
  }
  return best;
}
