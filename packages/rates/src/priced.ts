import {
  type Amount,
  amountOf,
  endsOf,
  type Figure,
  hypot,
  type LogMatrix,
  ln,
  type Quantity,
  type Sides,
  sidesOf,
  upsOf,
  withFactor,
  Z_90,
} from '@ml-emissions/model';
import { withinAreas } from './intensity/areas.ts';
import { fadedGsd, windowOf } from './intensity/short-run.ts';
import { clockHours } from './place.ts';
import type { FigureRates, IntensitySpread, RateRow, RateTerm } from './rate-row.ts';
import type { Quantities } from './shape.ts';

/** A figure of a run from its shape's rates: null where the method does not count it. */
export type Pricer = (quantities: Quantities, figure: Figure) => Quantity | null;

/**
 * Figures of all runs of a shape: what `estimate` gives for each, without looking anything up.
 *
 * @param row of `ratesOf`; what does not depend on the quantities is worked out here, once
 * @returns a function of quantities (counts, hours and kWh as in a run; of `quantitiesOf`) and a figure's name
 * Errors: the function throws where a quantity that the row reads is missing.
 * @example
 * import { parseRun, pricerOf, ratesOf, shapeOf } from 'ml-emissions';
 *
 * const parsed = parseRun({ hardware: [{ accelerator: 'T4' }], hours: 2, place: { country: 'FR' } });
 * const rates = parsed.ok && ratesOf(shapeOf(parsed.run));
 * if (rates) console.log(pricerOf(rates)({ '/hours': 100, '/hardware/0/count': 8 }, 'operationalKgCo2e'));
 */
export function pricerOf(row: RateRow): Pricer {
  const known = new Map<Figure, Compiled>();
  return (quantities, figure) => {
    const rates = row.figures[figure];
    if (!rates) return null;
    let compiled = known.get(figure);
    if (!compiled) {
      compiled = compile(rates, row);
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
    const logs = intensityLogs(rates.intensity ?? row.intensity, quantities);
    if (logs === null && compiled.intensity >= 0) return { value };
    const { low, high } = endsIn(compiled, values, value, logs ?? EVEN, quantities);
    return { value, low: value * low, high: value * high };
  };
}

const EXACT = { low: 1, high: 1 };

/** The ends of the range over the value. */
function endsIn(
  compiled: Compiled,
  values: number[],
  total: number,
  logs: Pair,
  quantities: Quantities,
): { readonly low: number; readonly high: number } {
  if (!(total > 0)) return EXACT;
  const ranged = rangedOf(compiled, quantities);
  const { isProportional } = compiled;
  // Terms in proportion keep their shares whatever the quantities, so that what is unsure beside the grid stays too.
  if (isProportional && ranged.length === 0) {
    compiled.moments ??= beside(compiled, values, total);
    const { moments } = compiled;
    if (moments) {
      if (compiled.intensity < 0) return endsOf(moments);
      const [down, up] = logs;
      return endsOf({ low: withFactor(moments.low, down), high: withFactor(moments.high, up) });
    }
  }
  const matrix = matrixOf(compiled, values, total, logs, ranged);
  return matrix ? endsOf(sidesOf(matrix)) : EXACT;
}

/** The moments without the intensity; null where nothing else is unsure. */
function beside(compiled: Compiled, values: number[], total: number): Sides | null {
  const matrix = matrixOf(compiled, values, total, EVEN, []);
  return matrix && sidesOf(matrix);
}

/** A quantity, the terms that it stands in, and the column of what its meter errs by; -1 where it was not metered. */
interface ReadQuantity {
  readonly pointer: string;
  readonly rows: readonly number[];
  readonly meter: number;
}

/** The deviations of a figure's terms: their unknowns, and columns kept free for the quantities. */
interface Compiled {
  readonly logs: number[];
  /** Those above the medians; null where they are the same. */
  readonly ups: number[] | null;
  readonly columns: number;
  /** The column of the intensity; -1 where the figure has none. */
  readonly intensity: number;
  readonly quantities: readonly ReadQuantity[];
  readonly hasTwoSides: boolean;
  /** Whether all terms follow the same quantities, and the intensity stands in all of them or in none. */
  readonly isProportional: boolean;
  /** Without the intensity; worked out when it is first asked for. */
  moments: Sides | null;
}

function compile({ terms, intensity }: FigureRates, row: RateRow): Compiled {
  const { key: intensityKey } = intensity ?? row.intensity;
  const keys = [...new Set(terms.flatMap((term) => term.keys))];
  const pointers = [...new Set(terms.flatMap((term) => term.quantities))];
  const columns = keys.length;
  const logs = new Array<number>(terms.length * columns).fill(0);
  const ups = terms.some((term) => term.ups) ? [...logs] : null;
  for (const [place, term] of terms.entries()) {
    const own = upsOf(term);
    for (const [index, key] of term.keys.entries()) {
      const at = place * columns + keys.indexOf(key);
      logs[at] = (logs[at] as number) + (term.logs[index] as number);
      if (ups) ups[at] = (ups[at] as number) + (own[index] as number);
    }
  }
  const ofGrid = terms.filter((term) => term.keys.includes(intensityKey)).length;
  const sameQuantities = new Set(terms.map((term) => term.quantities.join(' '))).size <= 1;
  return {
    hasTwoSides: row.hasTwoSides,
    isProportional: sameQuantities && (ofGrid === 0 || ofGrid === terms.length),
    moments: null,
    logs,
    ups,
    columns,
    intensity: keys.indexOf(intensityKey),
    quantities: pointers.map((pointer) => ({
      pointer,
      meter: keys.indexOf(row.meters[pointer] ?? ''),
      rows: terms.flatMap((term, at) => (term.quantities.includes(pointer) ? [at] : [])),
    })),
  };
}

/** A quantity whose range the user knows, and the terms that it stands in. */
interface RangedQuantity {
  readonly logs: Pair;
  readonly rows: readonly number[];
  readonly meter: number;
}

function rangedOf(
  { quantities: all, hasTwoSides }: Compiled,
  quantities: Quantities,
): RangedQuantity[] {
  const ranged: RangedQuantity[] = [];
  for (const { pointer, rows, meter } of all) {
    const logs = logsOfAmount(quantities[pointer], hasTwoSides);
    if (logs !== EVEN) ranged.push({ logs, rows, meter });
  }
  return ranged;
}

/** The matrix of one run; null where nothing is unsure. */
function matrixOf(
  { logs: fixed, ups: above, columns: own, intensity }: Compiled,
  values: number[],
  total: number,
  ofGrid: Pair,
  ranged: readonly RangedQuantity[],
): LogMatrix | null {
  const rows = values.length;
  const columns = own + ranged.length;
  if (columns === 0) return null;
  const weights = values.map((value) => value / total);
  const side = (from: number[], which: 0 | 1) => {
    const logs = new Array<number>(rows * columns).fill(0);
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < own; column++) {
        const log = from[row * own + column] as number;
        logs[row * columns + column] = column === intensity ? log * ofGrid[which] : log;
      }
    }
    for (const [index, quantity] of ranged.entries()) {
      for (const row of quantity.rows) {
        logs[row * columns + own + index] = quantity.logs[which];
        // The user's range holds what the meter errs by.
        if (quantity.meter >= 0) logs[row * columns + quantity.meter] = 0;
      }
    }
    return logs;
  };
  const isEven =
    above === null && isSame(ofGrid) && ranged.every((quantity) => isSame(quantity.logs));
  return {
    weights,
    logs: side(fixed, 0),
    ups: isEven ? null : side(above ?? fixed, 1),
    columns,
  };
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

/** Logs of a deviation, below and above the median. */
type Pair = readonly [down: number, up: number];

const EVEN: Pair = [0, 0];
const isSame = ([down, up]: Pair) => down === up;

/** The logs of the deviation of a number with its range. */
function logsOfAmount(amount: Amount | undefined, hasTwoSides: boolean): Pair {
  if (amount === undefined || typeof amount === 'number' || amount.value === 0) return EVEN;
  const { value, low, high } = amount;
  const down = ln(value / low) / Z_90;
  const up = ln(high / value) / Z_90;
  const wider = Math.max(down, up);
  return hasTwoSides ? [down, up] : [wider, wider];
}

/** The logs of the intensity's deviation for a run of these hours; null where it is not known. */
function intensityLogs(
  { logs, ups, areas, variation }: IntensitySpread,
  quantities: Quantities,
): Pair | null {
  if (!logs) return null;
  const { '/hours': wall, '/deviceHours': ofChips, '/repeats': repeats = 1 } = quantities;
  const hours = clockHours({ hours: wall, deviceHours: ofChips }) * amountOf(repeats);
  const window = variation && windowOf(hours);
  const faded = variation && window ? ln(fadedGsd(variation[window], hours)) : 0;
  if (logs.length === 0 && faded === 0 && !areas) return null;
  const down = hypot(...logs, faded);
  const up = ups ? hypot(...ups, faded) : down;
  return areas ? [withinAreas(down, areas)[0], withinAreas(up, areas)[1]] : [down, up];
}
