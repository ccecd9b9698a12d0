import {
  type Amount,
  amountOf,
  endsOf,
  type Figure,
  type Grams,
  gramsOf,
  type LogMatrix,
  type MomentsBy,
  momentsAlong,
  type Quantity,
  sidesOf,
  upsOf,
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
 * @example pricerOf(row)({ '/hours': 100, '/hardware/0/count': 8 }, 'operationalKgCo2e')
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
  const weights = values.map((value) => value / total);
  // The user's ranges are columns of their own, which few runs have.
  const along = ranged.length === 0 ? alongGrid(compiled, weights) : null;
  if (along) return endsAlong(along, logs);
  const matrix = matrixOf(compiled, weights, logs, ranged);
  return matrix ? endsOf(sidesOf(matrix)) : EXACT;
}

/** The moments of a figure's sides by the deviation of the intensity. */
interface Along {
  readonly low: MomentsBy;
  readonly high: MomentsBy;
  readonly mean: MomentsBy;
}

function alongGrid(compiled: Compiled, weights: readonly number[]): Along | null {
  const { grams, holdsGrid, isProportional } = compiled;
  if (!grams || compiled.along) return compiled.along;
  const low = momentsAlong(weights, grams.low, holdsGrid);
  const isEven = grams.low === grams.high;
  const along = {
    low,
    high: isEven ? low : momentsAlong(weights, grams.high, holdsGrid),
    mean: isEven ? low : momentsAlong(weights, grams.mean, holdsGrid),
  };
  // Terms in proportion keep their shares whatever the quantities.
  if (isProportional) compiled.along = along;
  return along;
}

function endsAlong({ low, high, mean }: Along, [down, up]: Pair) {
  const below = low(down);
  if (low === high && down === up) return endsOf({ low: below, high: below });
  // How a sum bends about its median is the work of both sides.
  const { mean: bend } = mean((down + up) / 2).cumulants;
  return endsOf({
    low: { ...below, cumulants: { ...below.cumulants, mean: bend } },
    high: high(up),
  });
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
  /** Whether all terms follow the same quantities. */
  readonly isProportional: boolean;
  /** How the terms vary together, the intensity apart; null where that hangs on their shares. */
  readonly grams: Grams | null;
  readonly holdsGrid: readonly boolean[];
  /** Of terms in proportion, once it was asked for. */
  along: Along | null;
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
  const ofGrid = keys.indexOf(intensityKey);
  const times = terms.map((_, at) => (ofGrid < 0 ? 0 : (logs[at * columns + ofGrid] as number)));
  const without = (all: number[]) => all.map((log, at) => (at % columns === ofGrid ? 0 : log));
  const isOnce = times.every((one) => one === 0 || one === 1);
  return {
    hasTwoSides: row.hasTwoSides,
    isProportional: new Set(terms.map((term) => term.quantities.join(' '))).size <= 1,
    grams: isOnce
      ? gramsOf({ weights: [], logs: without(logs), ups: ups && without(ups), columns })
      : null,
    holdsGrid: times.map((one) => one === 1),
    along: null,
    logs,
    ups,
    columns,
    intensity: ofGrid,
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
  weights: readonly number[],
  ofGrid: Pair,
  ranged: readonly RangedQuantity[],
): LogMatrix | null {
  const rows = weights.length;
  const columns = own + ranged.length;
  if (columns === 0) return null;
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
  const down = Math.log(value / low) / Z_90;
  const up = Math.log(high / value) / Z_90;
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
  const faded = variation && window ? Math.log(fadedGsd(variation[window], hours)) : 0;
  if (logs.length === 0 && faded === 0 && !areas) return null;
  const down = Math.hypot(...logs, faded);
  const up = ups ? Math.hypot(...ups, faded) : down;
  return areas ? [withinAreas(down, areas)[0], withinAreas(up, areas)[1]] : [down, up];
}
