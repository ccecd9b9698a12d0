import erfc from '@stdlib/math-base-special-erfc';
import exp from '@stdlib/math-base-special-exp';
import expm1 from '@stdlib/math-base-special-expm1';
import ln from '@stdlib/math-base-special-ln';
import log1p from '@stdlib/math-base-special-log1p';
import log2 from '@stdlib/math-base-special-log2';
import pow from '@stdlib/math-base-special-pow';

// The language leaves the last bits of its own functions of these names to each engine, and engines differ: Node from
// Chromium, Node 22 from Node 24. These are built from sums, products and roots alone, which IEEE 754 fixes to the last
// bit. docs/decisions/0018.
export { erfc, exp, expm1, ln, log1p, log2, pow };

/** Without the function for any power, which engines compute each in its own way. */
export const square = (value: number): number => value * value;

/**
 * The square root of the sum of squares, without overflow on the way.
 *
 * @param values any number of them
 * @returns 0 for none
 */
export function hypot(...values: readonly number[]): number {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  if (most === 0 || !Number.isFinite(most)) return most;
  // What a sum lost of the last term is taken from the next (Kahan 1965).
  let [sum, lost] = [0, 0];
  for (const value of values) {
    const part = value / most;
    const term = part * part - lost;
    const next = sum + term;
    lost = next - sum - term;
    sum = next;
  }
  return Math.sqrt(sum) * most;
}
