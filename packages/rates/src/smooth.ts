/** Both ends of a range over its middle. */
export interface Ends {
  readonly low: number;
  readonly high: number;
}

/** Nodes, and as many terms. */
const SIZE = 16;
/** Between the nodes, too, both ends must be as near as this. */
const NEAR = 1e-12;

/** cos(k pi / 32) for k from 0 to 63, from sums, products and roots alone: every engine has the same. */
const COSINES = cosines();

function cosines(): readonly number[] {
  let cosine = 0;
  // Half the angle four times over: from pi / 2 to pi / 32.
  for (let angle = 2; angle < 2 * SIZE; angle *= 2) cosine = Math.sqrt((1 + cosine) / 2);
  const all = [1, cosine];
  while (all.length < 4 * SIZE)
    all.push(2 * cosine * (all.at(-1) as number) - (all.at(-2) as number));
  return all;
}

const cosine = (steps: number): number => COSINES[steps % (4 * SIZE)] as number;

/**
 * A smooth function that is asked often, by the polynomial through its values at Chebyshev's nodes.
 *
 * Source: Clenshaw 1955; Trefethen 2013, Approximation Theory and Approximation Practice, ch. 3 and 8.
 *
 * @param ends of a number from 0 to `most`
 * @param most above 0
 * @returns a function that agrees with it to a part in 10^12; the function itself where the polynomial does not
 */
export function smoothly(ends: (at: number) => Ends, most: number): (at: number) => Ends {
  const atNode = Array.from({ length: SIZE }, (_, node) => ends(placeOf(2 * node + 1, most)));
  const low = termsOf(atNode.map((one) => one.low));
  const high = termsOf(atNode.map((one) => one.high));
  const along = (at: number): Ends => {
    const twice = (4 * at) / most - 2;
    let [low1, low2, high1, high2] = [0, 0, 0, 0];
    for (let term = SIZE - 1; term > 0; term--) {
      const nextLow = twice * low1 - low2 + (low[term] as number);
      const nextHigh = twice * high1 - high2 + (high[term] as number);
      low2 = low1;
      high2 = high1;
      low1 = nextLow;
      high1 = nextHigh;
    }
    return {
      low: (twice / 2) * low1 - low2 + (low[0] as number),
      high: (twice / 2) * high1 - high2 + (high[0] as number),
    };
  };
  for (let between = 0; between <= SIZE; between++) {
    const at = placeOf(2 * between, most);
    const [found, wanted] = [along(at), ends(at)];
    if (!isNear(found.low, wanted.low) || !isNear(found.high, wanted.high)) return ends;
  }
  return along;
}

/** The angle k pi / 32 as a number from 0 to `most`. */
const placeOf = (steps: number, most: number): number => (most * (1 + cosine(steps))) / 2;

function termsOf(values: readonly number[]): readonly number[] {
  return values.map((_, term) => {
    let sum = 0;
    for (const [node, value] of values.entries()) sum += value * cosine(term * (2 * node + 1));
    return sum / (term === 0 ? SIZE : SIZE / 2);
  });
}

const isNear = (found: number, wanted: number) => Math.abs(found - wanted) <= NEAR * wanted;
