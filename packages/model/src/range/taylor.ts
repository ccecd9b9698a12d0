import { heldIn, type LogMatrix, zeros } from './log-matrix.ts';

/** First and second derivatives of the logarithm of a sum by the standard normal behind each key. */
export interface Taylor {
  readonly gradient: readonly number[];
  /** Square, row by row. */
  readonly hessian: readonly number[];
}

/** The derivatives at the medians. */
export function taylorOf(matrix: LogMatrix, { common, rows } = heldIn(matrix)): Taylor {
  const { weights, logs, columns: size } = matrix;
  const gradient = zeros(size);
  const hessian = zeros(size * size);
  for (let row = 0; row < weights.length; row++) {
    const weight = weights[row] as number;
    const own = row * size;
    const held = rows[row] as readonly number[];
    for (const a of held) {
      const weighted = weight * (logs[own + a] as number);
      gradient[a] = (gradient[a] as number) + weighted;
      for (const b of held) {
        const at = a * size + b;
        hessian[at] = (hessian[at] as number) + weighted * (logs[own + b] as number);
      }
    }
  }
  for (let a = 0; a < size; a++) {
    if (common[a]) gradient[a] = logs[a] as number;
    else
      for (let b = 0, at = a * size; b < size; b++, at++)
        if (!common[b])
          hessian[at] = (hessian[at] as number) - (gradient[a] as number) * (gradient[b] as number);
  }
  return { gradient, hessian };
}

/** Mean, variance and third cumulant of a logarithm against its value at the medians. */
export interface Cumulants {
  readonly mean: number;
  readonly variance: number;
  readonly third: number;
  /** g.g and g.H.g, from which `bentBeside` has the part of the mean that is the bend along the gradient. */
  readonly straight: number;
  readonly bent: number;
}

/**
 * Of the lower side of a sum whose unknowns have two: along the gradient, where its low end lies, the sum bends as its
 * lower side does; across, on either side of the medians, as both do.
 */
export const bentBeside = (low: Cumulants, both: Cumulants): Cumulants => ({
  ...low,
  mean: alongOf(low) + both.mean - alongOf(both),
});

/** The part of the mean that is the bend along the gradient: g.H.g / g.g / 2. */
const alongOf = ({ straight, bent }: Cumulants): number => (straight > 0 ? bent / straight / 2 : 0);

/**
 * Cumulants of `g.z + z.H.z / 2` for standard normal z:
 * mean tr(H)/2, variance g.g + tr(HH)/2, third cumulant 3 g.H.g + tr(HHH).
 */
export function cumulants({ gradient, hessian }: Taylor): Cumulants {
  const size = gradient.length;
  let trace = 0;
  let square = 0;
  let cube = 0;
  let bent = 0;
  let straight = 0;
  for (let a = 0; a < size; a++) {
    const slope = gradient[a] as number;
    trace += hessian[a * size + a] as number;
    straight += slope * slope;
    for (let b = 0; b < size; b++) {
      const ab = hessian[a * size + b] as number;
      if (ab === 0) continue;
      square += ab * ab;
      bent += slope * ab * (gradient[b] as number);
      for (let c = 0; c < size; c++) {
        cube += ab * (hessian[b * size + c] as number) * (hessian[c * size + a] as number);
      }
    }
  }
  return {
    mean: trace / 2,
    variance: straight + square / 2,
    third: 3 * bent + cube,
    straight,
    bent,
  };
}

/** The mean alone. */
function bendOf({ gradient, hessian }: Taylor): number {
  const size = gradient.length;
  let trace = 0;
  for (let a = 0; a < size; a++) trace += hessian[a * size + a] as number;
  return trace / 2;
}

/** Without the third, which is most of the work. */
export function meanAndVariance(taylor: Taylor): Pick<Cumulants, 'mean' | 'variance'> {
  const { gradient, hessian } = taylor;
  let square = 0;
  for (const one of hessian) square += one * one;
  let straight = 0;
  for (const slope of gradient) straight += slope * slope;
  return { mean: bendOf(taylor), variance: straight + square / 2 };
}
