import {
  type Amount,
  amountOf,
  endsOf,
  type Figure,
  type LogMatrix,
  type Moments,
  momentsOf,
  type Quantity,
  withFactor,
  Z_90,
} from '@ml-emissions/model';
import { withinAreas } from './intensity/areas.ts';
import { fadedGsd, windowOf } from './intensity/doubts.ts';
import { clockHours } from './place.ts';
import type { IntensitySpread, RateRow, RateTerm } from './rate-row.ts';
import type { Quantities } from './shape.ts';

/** A figure of a run from its shape's rates: null where the method does not count it. */
export type Pricer = (quantities: Quantities, figure: Figure) => Quantity | null;

/**
 * Figures of all runs of a shape: what `estimate` gives for each, without looking anything up.
 *
 * @param row of `ratesOf`; what does not depend on the quantities is worked out here, once
 * @returns a function of quantities (counts, hours and kWh as in a run; of `quantitiesOf`) and a figure's name
 * Errors: the function throws where a quantity that the row reads is missing.
 * @example pricerOf(row)({ '/hours': 100, '/hardware/0/count': 8 }, 'operationalKgCo2e')
 */
export function pricerOf(row: RateRow): Pricer {
  const known = new Map<Figure, Compiled>();
  return (quantities, figure) => {
    const rates = row.figures[figure];
    if (!rates) return null;
    let compiled = known.get(figure);
    if (!compiled) {
      compiled = compile(rates.terms, row.intensity.key);
      known.set(figure, compiled);
    }
    const values = new Array<number>(rates.terms.length).fill(0);
    let value = 0;
    for (let index = 0; index < values.length; index++) {
      const product = productOf(rates.terms[index] as RateTerm, quantities);
      values[index] = product;
      value += product;
    }
    if (!rates.hasRange) return { value };
    const log = intensityLog(row.intensity, quantities);
    if (log === null && compiled.intensity >= 0) return { value };
    const { low, high } = endsIn(compiled, values, value, log ?? 0, quantities);
    return { value, low: value * low, high: value * high };
  };
}

const EXACT = { low: 1, high: 1 };

/** The ends of the range over the value. */
function endsIn(
  compiled: Compiled,
  values: number[],
  total: number,
  log: number,
  quantities: Quantities,
): { readonly low: number; readonly high: number } {
  if (!(total > 0)) return EXACT;
  const ranged = rangedOf(compiled, quantities);
  const { isProportional } = compiled;
  // Terms in proportion keep their shares whatever the quantities, so that what is unsure beside the grid stays too.
  if (isProportional && ranged.length === 0) {
    compiled.moments ??= beside(compiled, values, total);
    const { moments } = compiled;
    if (moments) return endsOf(compiled.intensity < 0 ? moments : withFactor(moments, log));
  }
  const matrix = matrixOf(compiled, values, total, log, ranged);
  return matrix ? endsOf(momentsOf(matrix)) : EXACT;
}

/** The moments without the intensity; null where nothing else is unsure. */
function beside(compiled: Compiled, values: number[], total: number): Moments | null {
  const matrix = matrixOf(compiled, values, total, 0, []);
  return matrix && momentsOf(matrix);
}

/** The deviations of a figure's terms: their unknowns, and columns kept free for the quantities. */
interface Compiled {
  readonly logs: number[];
  readonly columns: number;
  /** The column of the intensity; -1 where the figure has none. */
  readonly intensity: number;
  readonly quantities: readonly { readonly pointer: string; readonly rows: readonly number[] }[];
  /** Whether all terms follow the same quantities, and the intensity stands in all of them or in none. */
  readonly isProportional: boolean;
  /** Without the intensity; worked out when it is first asked for. */
  moments: Moments | null;
}

function compile(terms: readonly RateTerm[], intensityKey: string): Compiled {
  const keys = [...new Set(terms.flatMap((term) => term.keys))];
  const pointers = [...new Set(terms.flatMap((term) => term.quantities))];
  const columns = keys.length;
  const logs = new Array<number>(terms.length * columns).fill(0);
  for (const [row, term] of terms.entries()) {
    for (const [index, key] of term.keys.entries()) {
      const at = row * columns + keys.indexOf(key);
      logs[at] = (logs[at] as number) + (term.logs[index] as number);
    }
  }
  const ofGrid = terms.filter((term) => term.keys.includes(intensityKey)).length;
  const sameQuantities = new Set(terms.map((term) => term.quantities.join(' '))).size <= 1;
  return {
    isProportional: sameQuantities && (ofGrid === 0 || ofGrid === terms.length),
    moments: null,
    logs,
    columns,
    intensity: keys.indexOf(intensityKey),
    quantities: pointers.map((pointer) => ({
      pointer,
      rows: terms.flatMap((term, row) => (term.quantities.includes(pointer) ? [row] : [])),
    })),
  };
}

/** A quantity whose range the user knows, and the terms that it stands in. */
interface RangedQuantity {
  readonly log: number;
  readonly rows: readonly number[];
}

function rangedOf({ quantities: all }: Compiled, quantities: Quantities): RangedQuantity[] {
  const ranged: RangedQuantity[] = [];
  for (const { pointer, rows } of all) {
    const log = logOfAmount(quantities[pointer]);
    if (log !== 0) ranged.push({ log, rows });
  }
  return ranged;
}

/** The matrix of one run; null where nothing is unsure. */
function matrixOf(
  { logs: fixed, columns: own, intensity }: Compiled,
  values: number[],
  total: number,
  intensityLog: number,
  ranged: readonly RangedQuantity[],
): LogMatrix | null {
  const rows = values.length;
  const columns = own + ranged.length;
  if (columns === 0) return null;
  const logs = new Array<number>(rows * columns).fill(0);
  const weights = new Array<number>(rows).fill(0);
  for (let row = 0; row < rows; row++) {
    weights[row] = (values[row] as number) / total;
    for (let column = 0; column < own; column++) {
      const log = fixed[row * own + column] as number;
      logs[row * columns + column] = column === intensity ? log * intensityLog : log;
    }
  }
  for (const [index, { log, rows: of }] of ranged.entries()) {
    for (const row of of) logs[row * columns + own + index] = log;
  }
  return { weights, logs, columns };
}

function productOf(
  { coefficient, quantities: pointers }: RateTerm,
  quantities: Quantities,
): number {
  let product = coefficient;
  for (const pointer of pointers) {
    const amount = quantities[pointer] ?? (pointer === '/repeats' ? 1 : undefined);
    if (amount === undefined) throw new Error(`the quantity ${pointer} is missing`);
    product *= amountOf(amount);
  }
  return product;
}

/** The log of the deviation of a number with its range; the wider side on both. */
function logOfAmount(amount: Amount | undefined): number {
  if (amount === undefined || typeof amount === 'number' || amount.value === 0) return 0;
  const { value, low, high } = amount;
  return Math.log(Math.max(value / low, high / value)) / Z_90;
}

/** The log of the intensity's deviation for a run of these hours; null where it is not known. */
function intensityLog(
  { logs, areas, variation }: IntensitySpread,
  quantities: Quantities,
): number | null {
  if (!logs) return null;
  const { '/hours': wall, '/deviceHours': ofChips, '/repeats': repeats = 1 } = quantities;
  const hours = clockHours({ hours: wall, deviceHours: ofChips }) * amountOf(repeats);
  const window = variation && windowOf(hours);
  const faded = variation && window ? Math.log(fadedGsd(variation[window], hours)) : 0;
  if (logs.length === 0 && faded === 0 && !areas) return null;
  const others = Math.hypot(...logs, faded);
  return areas ? withinAreas(others, areas)[0] : others;
}
