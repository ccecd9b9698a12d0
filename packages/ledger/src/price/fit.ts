/** Terms of a polynomial. */
export const TERMS = 7;

/** Where a smooth function is best looked at between -1 and 1: cos((2 k + 1) pi / 14), as literals, the same in every engine. */
const NODES: readonly number[] = [
  0.9749279121818236, 0.7818314824680298, 0.4338837391175582, 0, -0.43388373911755806,
  -0.7818314824680295, -0.9749279121818237,
];
/** Between them, and near the ends, which may be those of what goes on otherwise. */
const TRIED: readonly number[] = [0.9999, 0.89, 0.62, 0.2, -0.21, -0.63, -0.88, -0.9999];
/** So far may a fit be off. */
const NEAR = 1e-11;

/** The coefficients of 1, t, t^2, …; null where no polynomial comes near. */
export type Polynomial = readonly number[] | null;

/**
 * A function of one number as a polynomial, which any engine can multiply and add.
 *
 * @param of what to follow between -1 and 1; null where it is not known
 * @returns its coefficients, held against the function between the points that they follow from
 * Source: interpolation in Newton's form at Chebyshev nodes.
 */
export function fitted(of: (t: number) => number | null): Polynomial {
  const values: number[] = [];
  for (const node of NODES) {
    const value = of(node);
    if (value === null || !Number.isFinite(value)) return null;
    values.push(value);
  }
  // A zero has no sign in SQL.
  const coefficients = inPowers(differences(values)).map((one) => one || 0);
  for (const t of TRIED) {
    const value = of(t);
    if (value === null || !(Math.abs(valueAt(coefficients, t) - value) <= NEAR * Math.abs(value)))
      return null;
  }
  return coefficients;
}

/** Horner's scheme, as in the SQL. */
const valueAt = (coefficients: readonly number[], t: number): number =>
  coefficients.reduceRight((sum, one) => one + t * sum, 0);

function differences(values: readonly number[]): number[] {
  const all = [...values];
  for (let order = 1; order < all.length; order++) {
    for (let at = all.length - 1; at >= order; at--)
      all[at] =
        ((all[at] as number) - (all[at - 1] as number)) /
        ((NODES[at] as number) - (NODES[at - order] as number));
  }
  return all;
}

/** From Newton's form to powers of t. */
function inPowers(newton: readonly number[]): number[] {
  const powers = new Array<number>(TERMS).fill(0);
  for (let at = TERMS - 1; at >= 0; at--) {
    // powers = powers x (t - node) + newton[at]
    for (let degree = TERMS - 1; degree > 0; degree--)
      powers[degree] =
        (powers[degree - 1] as number) - (powers[degree] as number) * (NODES[at] as number);
    powers[0] = (newton[at] as number) - (powers[0] as number) * (NODES[at] as number);
  }
  return powers;
}
