import { type Monomial, upsOf } from './monomial.ts';

/** Shares of the sum and, a row a product, the logs of the deviations by key. */
export interface LogMatrix {
  readonly weights: readonly number[];
  /** Row by row, `columns` each. */
  readonly logs: readonly number[];
  /** The same where the unknowns are above their medians; null where no unknown has two sides. */
  readonly ups: readonly number[] | null;
  readonly columns: number;
}

/** A plain list: sums are short, and a typed array of more than a few numbers costs more to make than to work with. */
export const zeros = (size: number): number[] => new Array<number>(size).fill(0);

/** Null where nothing is unsure. */
export function logMatrix(
  sum: readonly Monomial[],
  keys: ReadonlyMap<string, number>,
): LogMatrix | null {
  let total = 0;
  for (const { value } of sum) total += value;
  const columns = keys.size;
  if (!(total > 0) || columns === 0) return null;
  const some = sum.filter(({ value }) => value !== 0);
  const weights = zeros(some.length);
  const logs = zeros(some.length * columns);
  const ups = some.some((one) => one.ups) ? zeros(some.length * columns) : null;
  for (let row = 0; row < some.length; row++) {
    const one = some[row] as Monomial;
    const own = upsOf(one);
    for (let index = 0; index < one.keys.length; index++) {
      const at = row * columns + (keys.get(one.keys[index] as string) as number);
      logs[at] = (logs[at] as number) + (one.logs[index] as number);
      if (ups) ups[at] = (ups[at] as number) + (own[index] as number);
    }
    weights[row] = one.value / total;
  }
  return { weights, logs, ups, columns };
}

/** All keys of sums, each with its place in the order in which they come. */
export function keysOf(sums: readonly (readonly Monomial[])[]): ReadonlyMap<string, number> {
  const keys = new Map<string, number>();
  for (const sum of sums) {
    for (const { value, keys: own } of sum) {
      if (!(value > 0)) continue;
      for (const key of own) if (!keys.has(key)) keys.set(key, keys.size);
    }
  }
  return keys;
}

/**
 * Which unknowns are in which products. What all products hold alike multiplies the whole sum, whose logarithm is straight
 * in it: in an estimate most unknowns are such, and what bends is few.
 */
export interface Held {
  /** By column, whether it is of all products alike. */
  readonly common: readonly boolean[];
  /** Row by row, the other columns that the product has. */
  readonly rows: readonly (readonly number[])[];
}

/** Which unknowns are in which products, on either side of their medians. */
export function heldIn({ weights, logs, ups, columns }: LogMatrix): Held {
  const common = new Array<boolean>(columns);
  for (let column = 0; column < columns; column++) {
    let isAlike = true;
    for (let at = column + columns; isAlike && at < logs.length; at += columns)
      isAlike = logs[at] === logs[column] && ups?.[at] === ups?.[column];
    common[column] = isAlike;
  }
  const rows = weights.map((_, row) => {
    const found: number[] = [];
    for (let column = 0, at = row * columns; column < columns; column++, at++)
      if (!common[column] && (logs[at] !== 0 || (ups !== null && ups[at] !== 0)))
        found.push(column);
    return found;
  });
  return { common, rows };
}

/** The matrix of one side: by column, whether the unknown is above its median there. */
export function onSide(matrix: LogMatrix, isUp: readonly boolean[]): LogMatrix {
  const { weights, logs, ups, columns } = matrix;
  if (!ups) return matrix;
  const chosen = logs.slice();
  for (let column = 0; column < columns; column++)
    if (isUp[column])
      for (let at = column; at < chosen.length; at += columns) chosen[at] = ups[at] as number;
  return { weights, logs: chosen, ups: null, columns };
}

/** The matrix of the mean of both sides, for what has only one. */
export function meanOf(matrix: LogMatrix): LogMatrix {
  const { weights, logs, ups, columns } = matrix;
  if (!ups) return matrix;
  const means = logs.slice();
  for (let at = 0; at < means.length; at++)
    means[at] = ((means[at] as number) + (ups[at] as number)) / 2;
  return { weights, logs: means, ups: null, columns };
}
